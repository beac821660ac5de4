// Which municipality a typed name or code means.

/** @type {(text: string) => string} */
const folded = (text) => text.trim().toLocaleLowerCase("fi");

/**
 * The municipality of a code or of one of its names, in any language and in any case of letters.
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
