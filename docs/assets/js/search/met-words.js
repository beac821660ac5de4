// How each typed word is met by each hit, concluded from what today's search gives. It goes when the search tells it
// itself (`words` of a result, `met` of a hit).

import { fold, isForm, wordsOf } from "./word-forms.js";

const SHORT = 4;
const LONG = 8;

/** Whether a word is near enough to be what was meant: same first letter, one letter off, two in a long word. */
const isNear = (typed, other) => {
  const [one, two] = [fold(typed), fold(other)];
  return one.length > 4 && one[0] === two[0] && distance(one, two) <= (one.length >= LONG ? 2 : 1);
};

const distance = (one, other) => {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1] ? 1 : 0));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
};

/** What the search knows of each word: whether it is one of the site's, the word it may be meant for, its hits. */
export const told = (finder, words) =>
  Promise.all(
    words.map(async (typed) => {
      const [{ results, corrections = [] }, near] = await Promise.all([finder.search(typed), finder.nearest(typed, 3)]);
      const isKnown = near.some((each) => fold(each) === fold(typed) || isForm(typed, each));
      const suggestion = isKnown
        ? undefined
        : [...corrections.map((each) => each[1]), ...near].find((each) => isNear(typed, each));
      return { typed, isKnown, suggestion, ids: new Set(results.map((each) => each.id)) };
    }),
  );

/** Whether a compound begins or ends with a word: eläkelaitos with eläke, kansaneläkelaitos not. */
const isPart = (compound, stem) => {
  const at = compound.lastIndexOf(stem);
  return at === 0 || (at > 2 && compound.length - at - stem.length < SHORT);
};

/** How a hit meets each of the words. */
export const metOf = (data, id, words) => {
  const said = [...new Set(wordsOf(`${data.meta.title} ${data.content || ""}`).map(fold))];
  return words.map(({ typed, isKnown, suggestion, ids }) => {
    const own = said.includes(fold(typed)) ? "own" : said.some((each) => isForm(typed, each)) ? "form" : "";
    const stem = typed.length >= LONG ? fold(typed).slice(0, -2) : fold(typed);
    const inside = own || (typed.length >= SHORT && said.some((each) => isPart(each, stem)) ? "compound" : "");
    const put = inside || (suggestion && said.some((each) => isForm(suggestion, each)) ? "corrected" : "");
    return { word: typed, how: put || (isKnown && ids.has(id) ? "related" : "unknown") };
  });
};

/** Whether a hit says every phrase, as far as it tells its text. */
export const hasPhrases = (data, phrases) =>
  data.content === undefined ||
  phrases.every((each) => fold(`${data.meta.title} ${data.content}`).includes(fold(each)));
