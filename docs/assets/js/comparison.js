// The comparison: which models stand side by side, and whether only their differences, is in the address. A column the
// page lacks is fetched.

import { download, make } from "./dom.js";
import { fill } from "./fill.js";

/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = (text) => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
const plain = (node) => node.textContent.replace(/[ \t\n]+/g, " ").trim();

/** A cell as one text: values that share a mark, seen or folded, then the mark; before them the word for unknown. */
const words = (cell) => {
  const shares = new Map();
  for (const share of cell.querySelectorAll(".share")) {
    const mark = plain(share.querySelector(".told"));
    shares.set(mark, [...(shares.get(mark) || []), ...[...share.querySelectorAll("li")].map(plain)]);
  }
  return [
    ...[...cell.querySelectorAll(".unknown")].map(plain),
    ...[...shares].map(([mark, values]) => `${values.join("; ")} [${mark}]`),
  ].join("\n");
};

/** What a cell says, whoever says it; what is unknown is the same however its absence is told. */
const says = (cell) =>
  cell.querySelector(".unknown") ? "" : [...cell.querySelectorAll(".share li")].map(plain).sort().join("\n");

customElements.define(
  "model-comparison",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.boxes = [...this.form.querySelectorAll("[name=malli]")];
      this.rows = [...this.querySelectorAll("tr[data-row]")];
      this.columns = new Map();
      for (const cell of this.querySelectorAll("[data-model]")) this.keep(cell);
      this.form.addEventListener("change", () => this.go());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.querySelector("[type=search]")?.addEventListener("input", (event) => this.narrow(event.target.value));
      this.querySelector(".comparison__csv").addEventListener("click", (event) => this.save(event.target.dataset));
      this.follow = () => this.read();
      addEventListener("popstate", this.follow);
      this.form.hidden = false;
      this.querySelector(".comparison__plain").hidden = true;
      this.read();
      if (this.form.querySelector("[type=search]")) this.bringForward();
    }

    disconnectedCallback() {
      removeEventListener("popstate", this.follow);
    }

    /** A cell waits in its model's column, by its row. */
    keep(cell) {
      const { model, row } = cell.dataset;
      if (!this.columns.has(model)) this.columns.set(model, new Map());
      this.columns.get(model).set(row, cell);
    }

    asked() {
      return new URLSearchParams(location.search);
    }

    /** What is chosen becomes the address: those chosen before stay in their order. */
    go() {
      const chosen = this.boxes.filter((each) => each.checked).map((each) => each.value);
      const before = this.asked().getAll("malli");
      const asked = new URLSearchParams();
      for (const id of new Set([...before.filter((each) => chosen.includes(each)), ...chosen]))
        asked.append("malli", id);
      if (this.form.elements.erot.checked) asked.append("erot", "1");
      history.pushState(null, "", `${asked.size ? "?" : location.pathname}${asked}`);
      this.read();
    }

    /** What the address asks is shown. */
    async read() {
      const asked = this.asked();
      const wanted = [...new Set(asked.getAll("malli").map((id) => this.box(id)?.value ?? id))];
      const known = wanted.filter((id) => this.box(id));
      const mine = {};
      this.latest = mine;
      const most = Number(this.dataset.most);
      for (const box of this.boxes) box.checked = known.includes(box.value);
      this.form.elements.erot.checked = asked.get("erot") === "1";
      const all = known.length || this.boxes.length > most ? [] : this.boxes.map((each) => each.value);
      const failed = await this.fetchAll(known.slice(0, most));
      if (mine !== this.latest) return;
      this.shown = (known.length ? known.slice(0, most) : all).filter((id) => !failed.includes(id));
      this.show();
      const hidden = this.hide(this.form.elements.erot.checked);
      this.say(
        ...this.told(
          known,
          wanted.filter((id) => !known.includes(id)),
          failed,
        ),
        ...hidden,
      );
    }

    /** The box of a model, also by an id it had before. */
    box(id) {
      return this.boxes.find((each) => each.value === id || each.dataset.was?.split(" ").includes(id));
    }

    name(id) {
      return plain(this.box(id).parentElement);
    }

    names(ids) {
      const names = ids.map((id) => this.name(id));
      return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${this.dataset.and} ${names.at(-1)}` : names.join("");
    }

    /** The columns the page lacks; the models whose column could not be fetched. */
    async fetchAll(ids) {
      const missing = ids.filter((id) => !this.columns.has(id));
      if (missing.length) this.say(this.dataset.busy);
      const found = await Promise.all(
        missing.map((id) =>
          this.fetchColumn(id).then(
            () => "",
            () => id,
          ),
        ),
      );
      return found.filter(Boolean);
    }

    async fetchColumn(id) {
      const answer = await fetch(this.box(id).dataset.column);
      if (!answer.ok) throw new Error(answer.statusText);
      const { column } = await answer.json();
      for (const cell of new DOMParser().parseFromString(column, "text/html").querySelectorAll("[data-model]"))
        this.keep(document.importNode(cell, true));
    }

    show() {
      for (const row of this.rows)
        row.replaceChildren(
          row.firstElementChild,
          ...this.shown.map((id) => this.columns.get(id).get(row.dataset.row)),
        );
      for (const cell of this.querySelectorAll("[data-across]")) cell.colSpan = this.shown.length + 1;
      // Where the table scrolls, the browser holds on to the cell that it had before the order changed.
      this.querySelector(".side-by-side").scrollLeft = 0;
      for (const each of this.querySelectorAll(".side-by-side, .topics")) each.hidden = !this.shown.length;
      this.querySelector(".comparison__csv").hidden = !this.shown.length;
      this.judge();
    }

    /**
     * Whether the costs of these models may be compared: the same rule as of the page's own five, on the marks of its
     * cells.
     */
    judge() {
      const notes = [...this.querySelectorAll("[data-verdict]")];
      const names = notes.map((each) => each.dataset.verdict);
      const telling = [...this.querySelectorAll("td[data-unit]")];
      const aspects = names.slice(3);
      const differing = aspects.filter(
        (each) => new Set(telling.map((cell) => cell.getAttribute(`data-${each}`))).size > 1,
      );
      const found = telling.length < 2 ? [names[telling.length]] : differing.length ? differing : ["comparable"];
      for (const note of notes) note.hidden = !found.includes(note.dataset.verdict);
    }

    /** Rows that say the same of all models, and groups without rows; what is to be said of it. */
    hide(isAsked) {
      const answers = this.rows.slice(1);
      for (const row of answers)
        row.hidden = isAsked && this.shown.length > 1 && new Set([...row.querySelectorAll("td")].map(says)).size < 2;
      for (const group of this.querySelectorAll("tbody")) {
        group.hidden = [...group.querySelectorAll(".answers")].every((each) => each.hidden);
        this.querySelector(`.topics [href="#${group.id}"]`).parentElement.hidden = group.hidden;
      }
      const count = answers.filter((each) => each.hidden).length;
      const { hiddenNone, hiddenOne, hiddenOther } = this.dataset;
      if (!isAsked || this.shown.length < 2) return [];
      return [count > 1 ? fill(hiddenOther, { count }) : count ? hiddenOne : hiddenNone];
    }

    told(known, strange, failed) {
      const { all, none, few, many, chosen, least, most } = this.dataset;
      const put = (said, ids) => said.replace("{names}", () => this.names(ids));
      const first = !this.shown.length
        ? none
        : !known.length
          ? put(all, this.shown)
          : put(this.shown.length < Number(least) ? few : chosen, this.shown);
      const left = known.slice(Number(most));
      return [
        failed.length ? put(this.dataset.failed, failed) : "",
        strange.length ? this.dataset.strange.replace("{names}", () => strange.join(", ")) : "",
        first,
        left.length ? put(many.replace("{count}", known.length), left) : "",
      ];
    }

    say(...sentences) {
      this.querySelector(".comparison__status").replaceChildren(
        ...sentences.filter(Boolean).map((each) => make("span", {}, `${each} `)),
      );
    }

    /** Among many models the chosen ones are the first to be seen; only before the reader moves among them. */
    bringForward() {
      const items = this.boxes.filter((each) => each.checked).map((each) => each.closest("li"));
      items[0]?.parentElement.prepend(...items);
    }

    narrow(letters) {
      const wanted = letters.trim().toLowerCase();
      for (const box of this.boxes)
        box.closest("li").hidden = !box.checked && !this.name(box.value).toLowerCase().includes(wanted);
    }

    // A line for each model, as in the table of all models.
    save({ name, model }) {
      const rows = this.rows.map((row) =>
        [...row.children].map((cell, at) => (at && row !== this.rows[0] ? words(cell) : plain(cell))),
      );
      const lines = rows[0].map((_, at) => rows.map((cells) => cells[at]));
      lines[0][0] = model;
      const text = `\uFEFF${lines.map((cells) => cells.map(QUOTED).join(";")).join("\r\n")}\r\n`;
      download(`${name}.csv`, new Blob([text], { type: "text/csv" }));
    }
  },
);
