// Which municipality a typed name or code means.
import { fold } from "./search/word-forms.js";

/** @type {(text: string) => string} */
const folded = (text) => fold(text.trim());

/**
 * The municipality of a code or of one of its names, in any language, with or without capitals and dots.
 * @template {{code: string, names: string[]}} Municipality
 * @param {string} typed
 * @param {Municipality[]} known
 * @returns {Municipality | undefined}
 */
export const municipalityNamed = (typed, known) => {
  const wanted = folded(typed);
  return (
    known.find((each) => each.code === wanted) ??
    known.find((each) => folded(each.names[0]) === wanted) ??
    known.find((each) => each.names.some((name) => folded(name) === wanted))
  );
};
