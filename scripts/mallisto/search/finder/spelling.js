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

// Consonants that change when a Finnish word is inflected: those of its stem, and what they may be in its base form.
const GRADES = Object.entries({
  pp: ["p"],
  tt: ["t"],
  kk: ["k"],
  p: ["pp", "v"],
  t: ["tt", "d"],
  k: ["kk", ""],
  v: ["p", "k"],
  d: ["t", "s"],
  mm: ["mp"],
  nn: ["nt"],
  ng: ["nk"],
  ll: ["lt"],
  rr: ["rt"],
  mp: ["mm"],
  nt: ["nn"],
  nk: ["ng"],
  lt: ["ll"],
  rt: ["rr"],
  ks: ["s"],
  s: ["nen"],
  j: [""],
});
const VOWELS = ["", "a", "e", "i", "o", "u", "y"];

// Whether a word is a form of a Finnish word, or of a compound of two, as far as it can be told without its paradigm.
// `isBase` tells whether one of some words is a base form.
export async function isFinnish(typed, { cut, ignored }, isBase) {
  const word = fold(typed);
  if (await isBase(basesOf(word, cut))) return true;
  for (let at = FIRST_PART; at <= word.length - PART; at++) {
    const first = word.slice(0, at);
    const isFirst = await isBase([first, first.replace(/n$/, ""), first.replace(/s$/, "nen")]);
    if (isFirst && !ignored.has(first) && (await isBase(basesOf(word.slice(at), cut)))) return true;
  }
  return false;
}

// The base forms that a word may be a form of.
export function basesOf(word, cut) {
  const isEnding = (rest) => `xxx${rest}`.match(cut)?.[1] === "xxx";
  const stems = Array.from({ length: word.length }, (_, at) => word.slice(0, at + 1)).filter(
    (stem) => stem.length >= FIRST_PART && isEnding(word.slice(stem.length)),
  );
  const graded = stems.flatMap((stem) => [stem, ...grades(stem)]);
  return [...new Set(graded.flatMap((stem) => VOWELS.map((vowel) => stem + vowel)))];
}

// A stem with its last consonants as they may be in the base form.
function grades(stem) {
  const [, start, end] = stem.match(/^(.*?)([aeiouy]*)$/);
  return GRADES.filter(([from]) => start.endsWith(from)).flatMap(([from, others]) =>
    others.map((other) => start.slice(0, -from.length) + other + end),
  );
}
