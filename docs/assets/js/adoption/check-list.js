// The checklist as a tool: marks on items, several adoptions side by side, everything kept in this browser. Nothing is
// stored before an adoption is begun. What only an adoption or a click needs is loaded then.
import { fill } from "../fill.js";
import { answersIn, begun, continued, LINK_MARK } from "./adoption.js";
import { read } from "./checklist.js";
import * as store from "./store.js";

const exchange = () => import("./exchange.js");
const manage = () => import("./manage.js");

customElements.define(
  "check-list",
  class extends HTMLElement {
    async connectedCallback() {
      store.know(this.dataset.model, this.dataset.was);
      this.labels = this.dataset;
      this.locale = this.dataset.locale;
      this.checklist = read(this, this.parentElement);
      this.adoption = null;
      this.tool = null;
      this.status = this.querySelector("[role=status]");
      this.panel = this.querySelector("[data-part=panel]");
      this.file = this.querySelector("input[type=file]");
      this.listen();
      await this.openLatest();
      this.hidden = false;
      await this.receive();
    }

    listen() {
      this.file.addEventListener("change", () => this.bring(this.file.files[0]));
      this.addEventListener("click", (event) => this.clicked(/** @type {Element} */ (event.target)));
      this.addEventListener("dragover", (event) => event.preventDefault());
      this.addEventListener("drop", (event) => {
        event.preventDefault();
        this.bring(event.dataTransfer.files[0]);
      });
      this.warn = (event) => {
        if (store.isWaiting()) event.preventDefault();
      };
      this.receive = async () => {
        if (location.hash.startsWith(LINK_MARK)) await (await exchange()).receive(this);
      };
      addEventListener("beforeunload", this.warn);
      addEventListener("hashchange", this.receive);
      this.stop = store.follow((id, isDraft) => isDraft || this.follow(id));
    }

    disconnectedCallback() {
      removeEventListener("beforeunload", this.warn);
      removeEventListener("hashchange", this.receive);
      this.stop();
    }

    clicked(target) {
      return this.obey(target.closest("[data-do]")?.dataset.do);
    }

    /** What a button of the panel asks for, by the name it carries. */
    async obey(wish) {
      const wishes = {
        import: () => this.file.click(),
        new: async () => (await manage()).begin(this),
        rename: async () => (await manage()).rename(this),
        delete: async () => (await manage()).remove(this),
        wipe: async () => (await manage()).wipe(this),
        seen: () => this.tool.acknowledge(),
        link: async () => (await exchange()).share(this),
        text: async () => (await exchange()).copyText(this),
        print: () => print(),
      };
      try {
        if (wish) await (wishes[wish] ?? (async () => (await exchange()).give(this, wish)))();
      } catch (problem) {
        this.tell(this.labels.failed);
        throw problem;
      }
    }

    async bring(file) {
      await (await exchange()).bring(this, file);
      this.file.value = "";
    }

    async openLatest() {
      const [latest] = store.ofModel(this.dataset.model);
      if (latest) await this.open(latest.id);
      else this.welcome();
    }

    /** No adoption is at hand: the list is as it was printed, and a name begins one. */
    welcome() {
      this.adoption = null;
      this.tool?.leave();
      this.tool = null;
      this.show("start");
      this.panel.querySelector("form").addEventListener("submit", (event) => {
        event.preventDefault();
        this.begin(this.panel.querySelector("[name=name]").value.trim());
      });
    }

    async begin(name) {
      if (!name) return;
      const { model } = this.dataset;
      const begins = begun(name, this.checklist, document.documentElement.lang, answersIn(location.hash));
      const adoption = continued(begins, store.draftOf(model));
      store.save(adoption);
      store.removeDraft(model);
      await this.open(adoption.id);
      this.tell(fill(this.labels.started, adoption));
      this.panel.querySelector("select").focus();
    }

    async open(id) {
      const { Tool } = await import("./tool.js");
      this.adoption = store.read(id);
      this.tool ??= new Tool(this);
      this.tool.refresh();
      // Fetched now, so that the buttons work when the network is gone.
      Promise.all([exchange(), manage()]).catch(() => {});
    }

    show(part) {
      this.panel.replaceChildren(this.querySelector(`template[data-part=${part}]`).content.cloneNode(true));
      this.showTrouble();
    }

    /** Another tab has changed something. */
    async follow(id) {
      const isMine = this.adoption && (id === undefined || id === this.adoption.id);
      if (isMine && !store.read(this.adoption.id)) {
        await this.openLatest();
        this.tell(this.labels.elsewhereDeleted);
      } else if (isMine) {
        await this.open(this.adoption.id);
        this.tell(this.labels.elsewhereChanged);
      } else if (this.adoption) {
        this.tool.refresh();
      } else {
        await this.openLatest();
      }
    }

    /**
     * Say what happened. What can be taken back has a button, at the row or in the panel, until something else
     * happens.
     */
    tell(words, back, row) {
      if (this.undo) this.undo.hidden = true;
      this.undo = back && (row?.undo ?? this.querySelector("[data-part=undo]"));
      this.status.textContent = words;
      if (!back) return;
      this.undo.hidden = false;
      this.undo.onclick = async () => {
        await back();
        this.tell(this.labels.undone);
      };
    }

    showTrouble() {
      const trouble = store.trouble();
      const strange = store.unreadable();
      const place = this.querySelector("[data-part=trouble]");
      const words = trouble ? this.labels[trouble] : strange ? fill(this.labels.unreadable, { count: strange }) : "";
      if (place.firstElementChild.textContent !== words) place.firstElementChild.textContent = words;
      place.hidden = !words;
      place.querySelector("button").hidden = !trouble || !this.adoption;
    }
  },
);
