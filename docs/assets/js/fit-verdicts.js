// Which verdicts on a model hold for somebody's answers, and how they are told: in the fit finder, and in the decision
// memo.
//
// Answers as one text are pairs of question and answer, the form of an address's query:
// `kenelle=unemployed&kenelle=adults&raha=ei`. A finding is [question, answers, 1 if chosen or 0 if not, verdict,
// sentence, facts]; a fact is [words, their language, address]. Its answers are ids with a space between: any of them
// makes it chosen. Without an id it holds whenever the question is answered.
import { make } from "./dom.js";

const VERDICTS = ["fits", "missing", "told", "unknown"];

export const read = (text) => [...new URLSearchParams(text)];
export const write = (pairs) => String(new URLSearchParams(pairs));

/** The answers to each question. */
export const grouped = (pairs) =>
  pairs.reduce(
    (found, [question, answer]) => found.set(question, (found.get(question) || new Set()).add(answer)),
    new Map(),
  );

/** Whether the answers meet a condition, which is what a finding begins with. */
export const holds = (answers, [question, ids, isChosen]) => {
  const mine = answers.get(question);
  return Boolean(mine) && (!ids || ids.split(" ").some((id) => mine.has(id)) === Boolean(isChosen));
};

export const link = ([words, language, href], base) =>
  make("a", { href: new URL(href, base).href, ...(language ? { lang: language } : {}) }, words);
export const facts = (found, base) =>
  make("ul", { className: "fit__facts" }, ...found.map((each) => make("li", {}, link(each, base))));

/** The verdicts that hold, those of one sentence together; addresses in them start from `base`. */
export const told = (findings, answers, labels, heading, base) =>
  VERDICTS.map((verdict) => {
    const bySentence = new Map();
    for (const [, , , , sentence, found] of findings.filter((each) => each[3] === verdict && holds(answers, each)))
      bySentence.set(sentence, [...(bySentence.get(sentence) || []), ...found]);
    return (
      bySentence.size &&
      make(
        "section",
        { className: `verdict verdict--${verdict}` },
        make(heading, {}, labels[verdict]),
        make(
          "ul",
          {},
          ...[...bySentence].map(([sentence, found]) => make("li", {}, sentence, " ", facts(found, base))),
        ),
      )
    );
  }).filter(Boolean);
