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
const together = (links) => links.flatMap((each, at) => (at ? [", ", each] : [each]));

/** Facts in a line; what is not known is told in sentences, which stand below each other. */
export const facts = (found, base, verdict) => {
  const links = found.map((each) => link(each, base));
  return verdict === "unknown" && links.length > 1
    ? make("ul", { className: "fit__facts" }, ...links.map((each) => make("li", {}, each)))
    : make("span", {}, ...together(links));
};

/** The sentences of the findings that hold, each with all its facts. */
export const sentences = (findings) => {
  const found = new Map();
  for (const [, , , , sentence, more] of findings) found.set(sentence, [...(found.get(sentence) || []), ...more]);
  return [...found];
};

/** The verdicts that hold, those of one sentence together; addresses in them start from `base`. */
export const told = (findings, answers, labels, heading, base) =>
  VERDICTS.map((verdict) => {
    const lines = sentences(findings.filter((each) => each[3] === verdict && holds(answers, each)));
    return (
      lines.length &&
      make(
        "section",
        { className: `verdict verdict--${verdict}` },
        make(heading, {}, labels[verdict]),
        make("ul", {}, ...lines.map(([sentence, found]) => make("li", {}, sentence, " ", facts(found, base, verdict)))),
      )
    );
  }).filter(Boolean);

/**
 * The needs that somebody has told, in the order of the answers: each answer is one; a question about what one has, as
 * the professionals, is a single need with all its answers. `whole` are the keys of such questions.
 */
export const needs = (answers, whole) =>
  [...answers].flatMap(([question, chosen]) =>
    whole.has(question)
      ? [{ question, answers: [...chosen], isWhole: true }]
      : [...chosen].map((each) => ({ question, answers: [each], isWhole: false })),
  );

/**
 * How a model meets a need, and the findings that tell it. `missing` where a told fact conflicts, `fits` where one
 * supports and nothing of the whole is unknown, else `unknown`. What is only to be considered decides nothing, nor does
 * what holds whatever is answered; the latter is told where nothing else is.
 */
export const judged = (need, findings) => {
  const mine = findings.filter((each) => holds(new Map([[need.question, new Set(need.answers)]]), each));
  const own = mine.filter(([, ids]) => ids);
  const verdicts = new Set(own.map((each) => each[3]));
  const isOpen = !verdicts.has("fits") || (need.isWhole && verdicts.has("unknown"));
  const state = verdicts.has("missing") ? "missing" : isOpen ? "unknown" : "fits";
  return { state, findings: own.length ? own : mine };
};

/** Most needs met first, then the fewest conflicts; a silent model is never first because little is known of it. */
export const ordered = (models, language) => {
  const count = ({ cells }, wanted) => cells.filter((each) => each === wanted).length;
  return [...models].sort(
    (one, other) =>
      one.isLight - other.isLight ||
      count(other, "fits") - count(one, "fits") ||
      count(one, "missing") - count(other, "missing") ||
      one.name.localeCompare(other.name, language),
  );
};
