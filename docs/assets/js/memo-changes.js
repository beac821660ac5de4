// What has happened to a model since an adoption saw it, in lines with the words before and after.
import { entryOf, news, standing } from "./adoption/adoption.js";
import { make } from "./dom.js";

/** Words with their gaps filled, piece by piece: a text of another language is an element that says so. */
const filled = (words, gaps) => words.split(/\{(\w+)\}/).map((piece, at) => (at % 2 ? gaps[piece] : piece));

/** How the checklist differs from the one the adoption has seen. */
const items = (adoption, checklist, labels) => {
  const old = (id) => {
    const entry = entryOf(adoption, id);
    return make("span", { lang: entry?.language ?? (entry ? adoption.model.language : "") }, entry?.text || id);
  };
  const those = (kind) => checklist.items.filter((each) => standing(adoption, each) === kind);
  const here = new Set(checklist.items.map((each) => each.id));
  return [
    ...those("new").map(({ text }) => filled(labels.changedNew, { text })),
    ...adoption.known.filter((id) => !here.has(id)).map((id) => filled(labels.changedGone, { text: old(id) })),
    ...those("changed").map(({ id, text }) => filled(labels.changedText, { old: old(id), new: text })),
  ];
};

/** The lines, each a text or its pieces; nothing where the adoption has seen the model of today. */
export const changes = (adoption, checklist, labels) => {
  const found = news(adoption, checklist);
  if (!found) return null;
  const lines = [...found.changes.map((each) => each.text), ...items(adoption, checklist, labels)];
  return lines.length ? lines : [labels.changedUnnoted];
};
