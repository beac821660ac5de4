// One item of the list as a line to tick, with what is known of it and what is written on it behind a fold.
import { make } from "../dom.js";
import { fill } from "../fill.js";
import { entryOf, isBlank, ownerName, ownerOf, standing } from "./adoption.js";
import { date, today } from "./format.js";

export class Row {
  /** `host` is the tool: it gives the words, the adoption and the checklist, and takes the changes. */
  constructor(line, item, host) {
    this.printed = line.cloneNode(true);
    this.line = line;
    this.item = item;
    this.host = host;
    const { labels } = host;
    const words = line.querySelector(".checklist__text");
    const rest = [...line.children].filter((each) => each !== words);
    words.querySelector(".box").remove();
    this.box = make("input", { type: "checkbox" });
    const text = make("span", {}, ...words.childNodes);
    words.replaceChildren(make("label", {}, this.box, text));
    this.facts = make("ul", { className: "row__facts" });
    this.news = make("div", { className: "row__news" });
    this.undo = make("button", { type: "button", className: "quiet row__undo", hidden: true }, labels.undo);
    this.more = make(
      "details",
      { className: "row__more" },
      make("summary", { ariaLabel: fill(labels.more, item) }, labels.marks),
      ...rest,
    );
    for (const each of [line, text]) each.dataset.number = item.number;
    line.append(this.facts, this.news, this.undo, this.more);
    this.box.addEventListener("change", () => host.mark(this, { state: this.box.checked ? "done" : "open" }));
    this.more.addEventListener("toggle", () => this.offer());
  }

  /** The list as it was printed. */
  leave() {
    this.line.replaceWith(this.printed);
  }

  /** The fields are made when the fold is first opened: two hundred of them would be slow. */
  offer() {
    if (this.fields) return;
    this.more.append(this.host.template("marks"));
    this.fields = this.more.querySelector("fieldset");
    this.fields.querySelector("legend").textContent = fill(this.host.labels.item, this.item);
    this.fields.addEventListener("input", (event) => this.write(event.target));
    this.show();
  }

  write({ name, value, checked }) {
    const changes = {
      na: () => ({ state: checked ? "na" : "open" }),
      reason: () => ({ reason: value, state: "na" }),
      owner: () => ({ owner: ownerOf(value, this.host.checklist) }),
      due: () => ({ due: value || null }),
      note: () => ({ note: value }),
    };
    this.host.mark(this, changes[name]());
  }

  show() {
    const { host, item, line } = this;
    const entry = entryOf(host.adoption, item.id);
    const stands = standing(host.adoption, item);
    const state = entry?.state || "open";
    line.dataset.state = state;
    this.box.checked = state === "done";
    this.facts.replaceChildren(...this.told(entry, stands).map((each) => make("li", {}, each)));
    this.news.replaceChildren(...(stands === "changed" ? this.changed(entry) : []));
    if (this.fields) this.fill(entry, state);
  }

  /** What is written on the item, in a few words each. */
  told(entry, stands) {
    const { labels, checklist, locale } = this.host;
    const found = [];
    if (stands === "new") found.push(make("strong", {}, labels.new));
    if (isBlank(entry)) return found;
    if (entry.state === "na") found.push(entry.reason ? fill(labels.reasonIs, entry) : labels.na);
    if (entry.owner) found.push(fill(labels.ownerIs, { owner: ownerName(entry.owner, checklist) }));
    if (entry.due) {
      const isLate = entry.state === "open" && entry.due < today();
      found.push(
        make(
          isLate ? "strong" : "span",
          {},
          fill(isLate ? labels.dueLate : labels.dueIs, { date: date(entry.due, locale) }),
        ),
      );
    }
    if (entry.note) found.push(fill(labels.noteIs, entry));
    return found;
  }

  /** Both wordings, side by side. */
  changed(entry) {
    const { host, item } = this;
    const { labels } = host;
    const still = make("button", { type: "button", className: "quiet" }, labels.stillHolds);
    still.addEventListener("click", () => host.confirm(this));
    const pair = (name, text, lang) => make("div", {}, make("dt", {}, name), make("dd", { lang }, text));
    const both = make(
      "dl",
      { className: "details" },
      pair(labels.wordsThen, entry.text, entry.language ?? host.adoption.model.language),
      pair(labels.wordsNow, item.text, document.documentElement.lang),
    );
    return [make("p", {}, make("strong", {}, labels.changed)), both, still];
  }

  fill(entry, state) {
    const values = {
      reason: entry?.reason,
      owner: ownerName(entry?.owner, this.host.checklist),
      due: entry?.due,
      note: entry?.note,
    };
    this.fields.elements.na.checked = state === "na";
    this.fields.elements.reason.closest("label").hidden = state !== "na";
    for (const [name, value] of Object.entries(values)) {
      const field = this.fields.elements[name];
      if (field !== document.activeElement) field.value = value ?? "";
    }
  }
}
