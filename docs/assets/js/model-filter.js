// The filter over all models: what is ticked stands in the address, and the models that answer to it stay. Without
// script all of them stand.
import { fill } from "./fill.js";

customElements.define(
  "model-filter",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.boxes = [...this.form.querySelectorAll("input")];
      this.models = [...this.querySelectorAll("[data-answers]")].map((item) => ({
        item,
        answers: new Set(item.dataset.answers.split(" ")),
      }));
      this.form.addEventListener("change", () => this.go());
      this.form.addEventListener("reset", (event) => {
        event.preventDefault();
        this.boxes.forEach((box) => {
          box.checked = false;
        });
        this.go();
      });
      this.follow = () => this.read();
      addEventListener("popstate", this.follow);
      this.querySelector("details").hidden = false;
      this.read();
    }

    disconnectedCallback() {
      removeEventListener("popstate", this.follow);
    }

    /** What is ticked becomes the address. */
    go() {
      const asked = new URLSearchParams(this.boxes.filter((box) => box.checked).map((box) => [box.name, box.value]));
      history.pushState(null, "", `${asked.size ? "?" : location.pathname}${asked}`);
      this.show();
    }

    /** What the address asks is ticked. */
    read() {
      const asked = new URLSearchParams(location.search);
      for (const box of this.boxes) box.checked = asked.getAll(box.name).includes(box.value);
      if (this.boxes.some((box) => box.checked)) this.querySelector("details").open = true;
      this.show();
    }

    /** A model stays when it answers to every question of which a value is ticked. */
    show() {
      const asked = new Map();
      for (const box of this.boxes.filter((each) => each.checked))
        asked.set(box.name, [...(asked.get(box.name) || []), box.dataset.answer]);
      const fits = (answers) => [...asked.values()].every((wanted) => wanted.some((each) => answers.has(each)));
      for (const { item, answers } of this.models) item.hidden = !fits(answers);
      const left = this.models.filter((each) => !each.item.hidden);
      for (const letter of this.querySelectorAll(".letter")) letter.hidden = !letter.querySelector("li:not([hidden])");
      for (const box of this.boxes)
        box.parentElement.querySelector(".search__number").textContent =
          `(${left.filter((each) => each.answers.has(box.dataset.answer)).length})`;
      const told =
        left.length === 1
          ? this.dataset.one
          : left.length
            ? fill(this.dataset.other, { count: left.length })
            : this.dataset.none;
      this.querySelector("[role=status]").textContent = asked.size ? told : "";
    }
  },
);
