// The result of the fit finder as a table: what the reader needs in rows, a few models in columns, and in each cell a
// mark with its word and its reason.
import { make } from "./dom.js";
import { judged, link, sentences } from "./fit-verdicts.js";

const unseen = (words) => make("span", { className: "unseen" }, words);
const markOf = (state, labels) => [
  make("span", { className: `mark mark--${state}`, ariaHidden: "true" }),
  unseen(`${labels[state]}: `),
];

/** The sentences that led to a state, with their facts; of what is not known the sentence alone. */
const reasons = ({ state, findings }) => {
  const mine = findings.filter((each) => each[3] === state);
  return sentences(mine.length ? mine : findings)
    .map(([sentence, found]) =>
      state === "unknown" ? sentence.replace(/:$/, "") : `${sentence} ${found.map(([words]) => words).join(", ")}`,
    )
    .join(". ");
};

const cell = (need, { model, findings }, labels) => {
  const found = judged(need, findings);
  const made = make(
    "td",
    {},
    ...markOf(found.state, labels),
    make("span", { className: "fit__reason" }, reasons(found)),
  );
  made.dataset.model = model.name;
  made.dataset.state = found.state;
  return made;
};

const sum = ({ model }, labels) => {
  const count = (wanted) => model.cells.filter((each) => each === wanted).length;
  const words = labels.counts.replace("{missing}", count("missing")).replace("{unknown}", count("unknown"));
  const made = make(
    "td",
    {},
    `${count("fits")}/${model.cells.length}`,
    make("span", { className: "fit__reason" }, words),
  );
  made.dataset.model = model.name;
  return made;
};

const head = (name, ...inside) => make("th", { scope: name }, ...inside);

/** `needs` have their question (`asked`) and answers (`words`), `columns` a model and all findings on it. */
export const matrix = (needs, columns, labels, base) =>
  make(
    "table",
    { className: "fit__matrix" },
    make("caption", { className: "unseen" }, labels.needs),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        head("col", labels.needs),
        ...columns.map(({ model }) => head("col", link([model.name, model.language, model.href], base))),
      ),
    ),
    make(
      "tbody",
      {},
      ...needs.map((need) =>
        make(
          "tr",
          {},
          head("row", make("span", { className: "fit__side" }, need.asked), need.words),
          ...columns.map((each) => cell(need, each, labels)),
        ),
      ),
    ),
    make("tfoot", {}, make("tr", {}, head("row", labels.sum), ...columns.map((each) => sum(each, labels)))),
  );
