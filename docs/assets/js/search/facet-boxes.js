// The facets as boxes to tick, with the number of hits that each value would leave.

import { make } from "../dom.js";
import { fill } from "../fill.js";

const SHOWN = 8;

const box = (key, [id, label, count]) =>
  make(
    "label",
    {},
    make("input", { type: "checkbox", name: key, value: id }),
    ` ${label} `,
    make("span", { className: "search__number" }, `(${count})`),
  );

const facetSet = ([key, name, values, rule], words) => {
  const boxes = values.map((each) => box(key, each));
  const rest = boxes.slice(SHOWN);
  return make(
    "fieldset",
    {},
    make("legend", {}, name),
    rule ? make("p", { className: "search__rule" }, rule) : "",
    ...boxes.slice(0, SHOWN),
    rest.length ? make("details", { className: "fold" }, make("summary", {}, words.more), ...rest) : "",
  );
};

/** The boxes of a form; they are made when they are first needed. */
export class FacetBoxes {
  constructor(form, counter, words) {
    this.form = form;
    this.counter = counter;
    this.words = words;
  }

  chosen() {
    return [...this.form.querySelectorAll("input:checked")];
  }

  make(facets) {
    if (this.form.children.length) return;
    this.form.append(
      ...facets.filter((each) => each[2].length).map((each) => facetSet(each, this.words)),
      make("button", { type: "reset" }, this.words.clear),
    );
  }

  tick(filters) {
    for (const each of this.form.querySelectorAll("input"))
      each.checked = (filters[each.name] || []).includes(each.value);
    this.tell();
  }

  clear() {
    this.chosen().forEach((each) => {
      each.checked = false;
    });
    this.tell();
  }

  /** How many facets narrow the hits stands where they are folded away. */
  tell() {
    const number = this.chosen().length;
    const many = number === 1 ? this.words.chosenOne : fill(this.words.chosenOther, { count: number });
    this.counter.textContent = number ? many : "";
  }

  /** Beside every value the number of hits it would leave. */
  count(counted) {
    for (const each of this.form.querySelectorAll("input"))
      each.parentElement.querySelector(".search__number").textContent = `(${counted?.[each.name]?.[each.value] || 0})`;
  }
}
