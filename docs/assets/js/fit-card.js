// A model among the results of the fit finder: its name, a box to choose it for the comparison, the ways on, and in a
// fold every verdict and what is known of the model whatever is answered.
import { make } from "./dom.js";
import { facts, link } from "./fit-verdicts.js";

const sideOf = ([side, reasons], base) =>
  make(
    "div",
    {},
    make("dt", {}, side),
    make(
      "dd",
      {},
      make(
        "ul",
        {},
        ...reasons.map(([verdict, sentence, found]) =>
          make("li", { className: `verdict verdict--${verdict}` }, sentence, " ", facts(found, base, verdict)),
        ),
      ),
    ),
  );

const unseen = (words) => make("span", { className: "unseen" }, words);

/** `model` has its id, name, link (`words`) and whether it is chosen; `found` is what its file of verdicts has. */
export const card = ({ id, name, words, isChosen }, { findings, known, level, ways: there }, labels, base) => {
  const verdicts = make("div", { className: "fit__verdicts" });
  const ways = there.map(([way, label]) => make("a", { href: new URL(way, base).href }, labels[label]));
  const box = make("input", { type: "checkbox", value: id, checked: isChosen });
  const choose = make("label", { className: "fit__choose" }, box, " ", labels.chooseModel, unseen(`: ${name}`));
  const element = make(
    "li",
    { className: "fit__model" },
    make("div", { className: "fit__head" }, make("h4", {}, link(words, base)), choose),
    ...(level ? [make("p", { className: "level" }, level)] : []),
    ...(ways.length ? [make("p", { className: "fit__ways" }, ...ways.flatMap((way) => [way, " "]))] : []),
    make(
      "details",
      { className: "fold" },
      make("summary", {}, labels.rest, unseen(`: ${name}`)),
      verdicts,
      make("dl", { className: "fit__sides" }, ...known.map((each) => sideOf(each, base))),
    ),
  );
  return { element, findings, verdicts, ways };
};
