// The decision memo: an adoption kept in this browser fills its owners, dates, texts and figures in and keeps what is
// written here; without one a draft keeps it, which an adoption begun later takes over. One button makes a Word
// document of what is shown.
import { answersIn, begun, continued, entryOf, written } from "./adoption/adoption.js";
import { date } from "./adoption/format.js";
import * as store from "./adoption/store.js";
import { download, make } from "./dom.js";
import "./cost-calculator.js";
import { fill } from "./fill.js";
import { grouped, read, told } from "./fit-verdicts.js";
import { changes } from "./memo-changes.js";
import { Fields } from "./memo-fields.js";

const STATES = { open: "open", done: "doneItem", na: "na" };

customElements.define(
  "decision-memo",
  class extends HTMLElement {
    connectedCallback() {
      store.know(this.dataset.model, this.dataset.was);
      this.rows = new Map(
        [...this.querySelectorAll("[data-item]")].map((row) => [
          row.dataset.item,
          { row, text: row.querySelector(".memo__words").textContent, owner: row.cells[2].textContent },
        ]),
      );
      this.roles = new Map(
        [...this.querySelector(".memo__roles").content.children].map((each) => [each.dataset.role, each.textContent]),
      );
      this.checklist = {
        model: {
          id: this.dataset.model,
          version: this.dataset.edition,
          changes: [...this.querySelectorAll("[data-day]")].map((each) => ({
            date: each.dataset.day,
            text: each.textContent,
          })),
        },
        items: [...this.rows].map(([id, { row, text }]) => ({ id, text, textVersion: row.dataset.version })),
      };
      this.fields = new Fields(this, (part, name, text) => this.keep(part, name, text));
      this.choice = this.querySelector("select");
      this.choice.addEventListener("change", () => this.open(this.choice.value));
      this.querySelector(".memo__word").addEventListener("click", () => this.word());
      this.querySelector(".memo__print").addEventListener("click", () => print());
      this.querySelector(".memo__start").addEventListener("submit", (event) => {
        event.preventDefault();
        this.begin(event.target.elements.name);
      });
      this.querySelector(".memo__drop").addEventListener("click", () => this.drop());
      this.querySelector(".memo__undo").addEventListener("click", () => this.undo());
      const unfollow = store.follow(() => this.offer(this.choice.value));
      const warn = (event) => {
        if (store.isWaiting()) event.preventDefault();
      };
      addEventListener("beforeunload", warn);
      this.stop = () => {
        unfollow();
        removeEventListener("beforeunload", warn);
      };
      this.querySelector(".memo__actions").hidden = false;
      this.offer();
    }

    disconnectedCallback() {
      this.stop();
    }

    /**
     * The adoptions to choose from, by name. The one that was at hand stays at hand; at first it is what was changed
     * last, an adoption or the draft.
     */
    offer(wanted) {
      const found = store.ofModel(this.dataset.model);
      const named = [...found].sort((one, other) => one.name.localeCompare(other.name));
      this.choice.replaceChildren(
        this.choice.options[0],
        ...named.map((each) => make("option", { value: each.id }, each.name)),
      );
      const draft = store.draftOf(this.dataset.model);
      const latest = draft && draft.changed > (found[0]?.changed ?? "") ? "" : found[0]?.id;
      this.choice.value = [wanted ?? latest, ""].find((id) => id === "" || found.some((each) => each.id === id));
      this.querySelector(".memo__choice").hidden = !found.length;
      this.open(this.choice.value);
    }

    /** The memo with an adoption's owners, dates, notes, texts and figures; without one, with what the draft keeps. */
    open(id) {
      this.adoption = store.read(id);
      const plan = this.querySelector(".memo__plan");
      plan.hidden = !this.adoption;
      plan.lastElementChild.textContent = this.adoption?.name ?? "";
      for (const [item, { row, owner }] of this.rows)
        this.fillRow(row, owner, this.adoption && (entryOf(this.adoption, item) ?? {}));
      this.showTexts();
      this.judge();
      this.compare();
    }

    /** What keeps the texts and figures: the adoption at hand, else the draft. */
    get keeper() {
      return this.adoption ?? store.draftOf(this.dataset.model);
    }

    showTexts() {
      this.fields.show(this.keeper);
      this.querySelector("cost-calculator").count();
      this.showKeeper();
    }

    showKeeper() {
      const { adoption, keeper, dataset } = this;
      this.querySelector(".memo__kept").textContent = adoption ? fill(dataset.kept, adoption) : dataset.draft;
      this.querySelector(".memo__start").hidden = Boolean(adoption);
      this.querySelector(".memo__drop").hidden = Boolean(adoption) || !keeper;
      this.showTrouble();
    }

    /**
     * What is written goes into the adoption or the draft as it stands in the storage, where another tab may have
     * changed other things.
     */
    keep(part, name, text) {
      if (this.adoption) {
        this.adoption = written(store.read(this.adoption.id) ?? this.adoption, part, name, text);
        store.save(this.adoption);
      } else {
        store.saveDraft(written(this.keeper ?? this.begins(this.dataset.model), part, name, text));
      }
      this.showKeeper();
    }

    begins(name) {
      return begun(name, this.checklist, document.documentElement.lang, answersIn(location.hash));
    }

    /** An adoption begins with what the draft has. */
    begin(field) {
      const name = field.value.trim();
      if (!name) return;
      const adoption = continued(this.begins(name), this.keeper);
      store.save(adoption);
      store.removeDraft(this.dataset.model);
      field.value = "";
      this.offer(adoption.id);
      this.say(fill(this.dataset.started, adoption));
      this.choice.focus();
    }

    drop() {
      this.gone = store.removeDraft(this.dataset.model);
      this.showTexts();
      this.say(this.dataset.dropped);
      const undo = this.querySelector(".memo__undo");
      undo.hidden = false;
      undo.focus();
    }

    undo() {
      store.restore(this.gone);
      this.showTexts();
      this.say(this.dataset.undone);
      this.querySelector(".memo__word").focus();
    }

    showTrouble() {
      const place = this.querySelector(".memo__trouble");
      const words = this.dataset[store.trouble()] || "";
      if (place.textContent !== words) place.textContent = words;
    }

    /**
     * What the fit finder answers to the answers in the address or in the adoption; without answers nothing is
     * fetched.
     */
    async judge() {
      const answers = answersIn(location.hash) || this.keeper?.fit;
      const place = this.querySelector(".memo__fit");
      place.replaceChildren();
      this.querySelector(".memo__asks").hidden = Boolean(answers);
      if (!answers) return;
      try {
        const { findings } = await (await fetch(this.dataset.verdicts)).json();
        place.replaceChildren(
          ...told(findings, grouped(read(answers)), this.dataset, "h5", new URL(this.dataset.finder, location.href)),
        );
      } catch (problem) {
        this.say(this.dataset.failed);
        throw problem;
      }
    }

    fillRow(row, owner, own) {
      const [, item, who, due, state] = row.cells;
      const notes = [own?.state === "na" && own.reason, own?.note]
        .filter(Boolean)
        .map((each) => make("span", { className: "more memo__line" }, each));
      for (const each of item.querySelectorAll(".memo__line")) each.remove();
      item.append(...notes);
      who.textContent = own?.owner?.name || this.roles.get(own?.owner?.role) || owner;
      due.textContent = own?.due ? date(own.due, this.dataset.locale) : "";
      state.textContent = own ? this.dataset[STATES[own.state ?? "open"]] : "";
    }

    /** What has happened to the model since the adoption saw it. */
    compare() {
      const { adoption, checklist, dataset } = this;
      const lines = adoption && changes(adoption, checklist, dataset);
      const place = this.querySelector(".memo__changed");
      place.hidden = !lines;
      if (!lines) return;
      const { version } = adoption.model;
      place.querySelector("p").textContent = fill(dataset.changedLead, { old: version, new: checklist.model.version });
      place.querySelector("ul").replaceChildren(...lines.map((each) => make("li", {}, ...[each].flat())));
      place.querySelector("a").search = new URLSearchParams({ versio: version });
    }

    async word() {
      const { dataset } = this;
      const button = this.querySelector(".memo__word");
      button.disabled = true;
      this.say(dataset.busy);
      try {
        const { wordDocument } = await import("./documents/docx.js");
        const title = [dataset.title, this.adoption?.name].filter(Boolean).join(", ");
        const about = {
          title,
          description: `${dataset.version} ${dataset.edition}`,
          footer: title,
          language: dataset.locale,
          pages: dataset.pages,
        };
        this.say(
          fill(dataset.done, { file: this.save(await wordDocument(this.querySelector(".memo__paper"), about)) }),
        );
      } catch (problem) {
        this.say(dataset.failed);
        throw problem;
      } finally {
        button.disabled = false;
      }
    }

    save(blob) {
      const name = `${this.dataset.file}-${this.dataset.model}.docx`;
      download(name, blob);
      return name;
    }

    say(words) {
      this.querySelector(".memo__undo").hidden = true;
      this.querySelector(".memo__status").textContent = words;
    }
  },
);
