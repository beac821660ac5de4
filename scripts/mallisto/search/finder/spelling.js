// What a word that the index does not have may be a misspelling of.
import { distance, fold } from "./words.js";

const LONG = 7;
const PART = 4;
const FIRST_PART = 3;

// The words nearest to a typed one, nearest first. A word stays the same word: it keeps its first letter, and where it
// ends in a word of the site, that end; a long one may differ by two letters, a shorter one by one.
export function nearestWords(typed, words, count = 3) {
  const wanted = fold(typed);
  if (wanted.length < PART) return [];
  const most = wanted.length > LONG ? 2 : 1;
  const near = words
    .map((word) => [word, fold(word)])
    .filter(([, each]) => each[0] === wanted[0])
    .map(([word, each]) => [distance(wanted, each, most), word, each])
    .filter(([far]) => far <= most);
  const end = near.length ? head(typed, words) : "";
  return near
    .filter(([, , each]) => each.endsWith(fold(end)))
    .sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))
    .slice(0, count)
    .map(([, word]) => word);
}

// The last part of a compound that the site does not have, where it has both parts; else nothing.
export function head(typed, words) {
  const wanted = fold(typed);
  const known = new Map(words.map((word) => [fold(word), word]));
  for (let at = FIRST_PART; at <= wanted.length - PART; at++)
    if (known.has(wanted.slice(at)) && known.has(wanted.slice(0, at))) return known.get(wanted.slice(at));
  return "";
}
