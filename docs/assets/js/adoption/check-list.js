// The checklist as a tool: marks on items, several adoptions side by side, everything kept in this browser. Nothing is
// stored before an adoption is begun.
import { acknowledged, begun, confirmed, entryOf, marked, put, removed, roleNames } from "./adoption.js";
import { read } from "./checklist.js";
import * as exchange from "./exchange.js";
import { fill } from "./format.js";
import * as manage from "./manage.js";
import { filter, option, showNews, showOwners, showProgress } from "./panel.js";
import { removedSection } from "./removed-items.js";
import { Row } from "./row.js";
import * as store from "./store.js";

/** The fit finder leads here with its answers in the address; an adoption keeps them for the decision memo. */
const MOST_ANSWERS = 5000;

customElements.define(
  "check-list",
  class extends HTMLElement {
    async connectedCallback() {
      this.labels = this.dataset;
      this.locale = this.dataset.locale;
      this.checklist = read(this, this.parentElement);
      this.rows = [];
      this.status = this.querySelector("[role=status]");
      this.panel = this.querySelector("[data-part=panel]");
      this.file = this.querySelector("input[type=file]");
      this.file.addEventListener("change", () => this.bring(this.file.files[0]));
      this.addEventListener("click", (event) => this.obey(event.target.closest("[data-do]")?.dataset.do));
      this.addEventListener("dragover", (event) => event.preventDefault());
      this.addEventListener("drop", (event) => {
        event.preventDefault();
        this.bring(event.dataTransfer.files[0]);
      });
      this.warn = (event) => {
        if (store.isWaiting()) event.preventDefault();
      };
      this.receive = () => exchange.receive(this);
      addEventListener("beforeunload", this.warn);
      addEventListener("hashchange", this.receive);
      this.stop = store.follow((id) => this.follow(id));
      this.hidden = false;
      this.openLatest();
      await this.receive();
    }

    disconnectedCallback() {
      removeEventListener("beforeunload", this.warn);
      removeEventListener("hashchange", this.receive);
      this.stop();
    }

    /** What a button of the panel asks for, by the name it carries. */
    async obey(wish) {
      const wishes = {
        import: () => this.file.click(),
        new: () => manage.begin(this),
        rename: () => manage.rename(this),
        delete: () => manage.remove(this),
        wipe: () => manage.wipe(this),
        seen: () => this.acknowledge(),
        link: () => exchange.share(this),
        print: () => print(),
      };
      try {
        if (wish) await (wishes[wish] ?? (() => exchange.give(this, wish)))();
      } catch (problem) {
        this.tell(this.labels.failed);
        throw problem;
      }
    }

    async bring(file) {
      await exchange.bring(this, file);
      this.file.value = "";
    }

    openLatest() {
      const [latest] = store.ofModel(this.dataset.model);
      if (latest) this.open(latest.id);
      else this.welcome();
    }

    /** No adoption is at hand: the list is as it was printed, and a name begins one. */
    welcome() {
      this.adoption = null;
      for (const row of this.rows) row.leave();
      this.rows = [];
      this.parentElement.querySelector(".adoption__gone")?.remove();
      this.parentElement.classList.remove("is-adopted");
      this.show("start");
      this.panel.querySelector("form").addEventListener("submit", (event) => {
        event.preventDefault();
        this.begin(new FormData(event.target).get("name").trim());
      });
    }

    begin(name) {
      if (!name) return;
      const hash = location.hash.slice(1);
      const answers = hash.includes("=") && hash.length <= MOST_ANSWERS ? hash : "";
      const adoption = begun(name, this.checklist, document.documentElement.lang, answers);
      store.save(adoption);
      this.open(adoption.id);
      this.tell(fill(this.labels.started, adoption));
      this.panel.querySelector("select").focus();
    }

    open(id) {
      this.adoption = store.read(id);
      if (!this.rows.length) {
        this.show("tool");
        this.panel.querySelector("[data-part=exports]").append(...exchange.documents(this));
        this.parentElement.classList.add("is-adopted");
        this.panel.querySelector("datalist").append(...roleNames(this.checklist).map((each) => option(each)));
        this.rows = this.checklist.items.map(
          (item) => new Row(document.getElementById(`kohta-${item.id}`), item, this),
        );
        this.panel
          .querySelector("[name=adoption]")
          .addEventListener("change", (event) => this.choose(event.target.value));
        this.panel.querySelector("form").addEventListener("change", () => this.filter());
      }
      this.refresh();
    }

    choose(id) {
      this.open(id);
      this.tell(fill(this.labels.chosen, this.adoption));
    }

    show(part) {
      this.panel.replaceChildren(this.querySelector(`template[data-part=${part}]`).content.cloneNode(true));
      this.showTrouble();
    }

    /** Everything anew. */
    refresh() {
      const others = store.ofModel(this.dataset.model).sort((one, other) => one.name.localeCompare(other.name));
      this.panel
        .querySelector("[name=adoption]")
        .replaceChildren(...others.map((each) => option(each.id, each.name, each.id === this.adoption.id)));
      for (const row of this.rows) row.show();
      showNews(this);
      this.showRemoved();
      this.recount();
    }

    recount() {
      showProgress(this);
      showOwners(this);
      filter(this);
      this.showTrouble();
    }

    filter() {
      this.latest = null;
      const found = filter(this);
      this.tell(fill(found.shown ? this.labels.shown : this.labels.noneShown, found));
    }

    /** Change the adoption as it stands in the storage, where another tab may have changed other items. */
    change(how) {
      this.adoption = how(store.read(this.adoption.id) ?? this.adoption);
      store.save(this.adoption);
    }

    mark(row, change) {
      const { item } = row;
      const before = entryOf(this.adoption, item.id);
      this.latest = row;
      this.change((adoption) => marked(adoption, item, change, document.documentElement.lang));
      row.show();
      this.recount();
      if (!("state" in change) || before?.state === change.state) return;
      const words = { done: this.labels.wasDone, na: this.labels.wasNa, open: this.labels.wasOpen }[change.state];
      this.tell(fill(words, item), () => this.restore(row, before), row);
    }

    restore(row, entry) {
      this.change((adoption) => put(adoption, row.item.id, entry));
      row.show();
      this.recount();
      row.box.focus();
    }

    confirm(row) {
      const before = entryOf(this.adoption, row.item.id);
      this.change((adoption) => confirmed(adoption, row.item, document.documentElement.lang));
      row.show();
      this.recount();
      this.tell(this.labels.confirmed, () => this.restore(row, before), row);
      row.box.focus();
    }

    acknowledge() {
      this.change((adoption) => acknowledged(adoption, this.checklist));
      this.refresh();
      this.tell(this.labels.acknowledged);
      this.panel.querySelector("select").focus();
    }

    /** The marked items that the model no longer has stand last, with their marks. */
    showRemoved() {
      this.parentElement.querySelector(".adoption__gone")?.remove();
      const found = removed(this.adoption, this.checklist);
      if (found.length) this.parentElement.append(removedSection(found, this));
    }

    forget({ id, entry }) {
      this.change((adoption) => put(adoption, id, undefined));
      this.refresh();
      this.tell(this.labels.forgotten, () => {
        this.change((adoption) => put(adoption, id, entry));
        this.refresh();
        this.panel.querySelector("select").focus();
      });
      this.undo.focus();
    }

    /** Another tab has changed something. */
    follow(id) {
      const isMine = this.adoption && (id === undefined || id === this.adoption.id);
      if (isMine && !store.read(this.adoption.id)) {
        this.openLatest();
        this.tell(this.labels.elsewhereDeleted);
      } else if (isMine) {
        this.open(this.adoption.id);
        this.tell(this.labels.elsewhereChanged);
      } else if (this.adoption) {
        this.refresh();
      } else {
        this.openLatest();
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
      this.undo.onclick = () => {
        back();
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
