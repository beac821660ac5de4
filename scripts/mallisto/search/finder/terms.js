// A typed word as terms of the index, and what entries say of them.
import { near } from "./loading.js";
import { fold, keysOf } from "./words.js";

// A shorter word is not taken for the beginning of others.
export const SHORT = 4;
const MOST_BEGUN = 60;

// How surely a key is the word: as it is typed; without its ending; as another base that shares a form; as a beginning.
const WHOLE = 1;
const FORM = 0.9;
const AKIN = 0.2;
const BEGUN = 0.4;

// The columns of a line behind its term.
const COLUMNS = 4;
const LEADS = 1 + COLUMNS;

// The terms a word may mean, each with how surely, and whether it only begins it; and the keys it was known by.
export async function meant(typed, facts) {
  const word = fold(typed);
  const wanted = keysOf(typed, facts);
  const found = new Map();
  const keys = new Set();
  const take = (row, sure, isBegun = false) => {
    keys.add(row[0]);
    const terms = [...(row.length > 1 && row.slice(1, LEADS).some(Boolean) ? [row[0]] : []), ...leads(row)];
    for (const term of terms) if ((found.get(term)?.sure || 0) < sure) found.set(term, { sure, isBegun });
  };
  const rows = await near(...wanted);
  for (const row of rows) if (wanted.includes(row[0])) take(row, row[0] === word ? WHOLE : FORM);
  const isExact = found.size > 0;
  if (isExact)
    for (const row of rows) {
      const terms = leads(row);
      if (terms.length > 1 && terms.some((term) => found.get(term)?.sure >= FORM))
        for (const term of terms) if (!found.has(term)) found.set(term, { sure: AKIN, isBegun: false });
    }
  if (word.length >= SHORT) {
    const start = wanted[1]?.length > SHORT ? wanted[1] : word;
    const begun = rows.filter(([key]) => key !== word && key.startsWith(start)).sort((a, b) => a[0].length - b[0].length);
    for (const row of begun.slice(0, MOST_BEGUN))
      take(row, (isExact ? BEGUN : 1) * Math.min(1, word.length / row[0].length), true);
  }
  if (!found.size) for (const row of await longestBeginnings(word, facts)) take(row, FORM);
  return { terms: found, keys: [...keys].filter((key) => key.length >= 3 || key === word) };
}

const leads = (row) => (row[LEADS] ? row[LEADS].split(" ") : []);

// The longest keys that a word begins with, if what is left of it is an ending: the dictionary may not know the form.
async function longestBeginnings(word, { cut }) {
  const starts = Array.from({ length: Math.max(0, word.length - SHORT) }, (_, at) => word.slice(0, SHORT + at));
  const isEnding = (rest) => `xxx${rest}`.match(cut)?.[1] === "xxx";
  const rows = (await near(...starts)).filter(([key]) => starts.includes(key) && isEnding(word.slice(key.length)));
  const longest = Math.max(0, ...rows.map(([key]) => key.length));
  return longest > word.length / 2 ? rows.filter(([key]) => key.length === longest) : [];
}

// Digits of the postings, and what they mean; `search/postings.py` writes them.
const FIRST = 33;
const BASE = 94;
const LEVELS = [0.1, 0.2, 0.35, 0.6, 1, 1.7, 3, 5];
const SHOWN = [7, 1, 2, 4, 0];
const BITS = { fi: 1, sv: 2, en: 4 };

// The postings of a term by the way it is said: the entry, the part, how often, in a title or not, on this page or not.
export async function postings(term, code) {
  const row = (await near(term)).find(([key]) => key === term) || [];
  return row.slice(1, LEADS).map((column) => (column ? column.split(" ").flatMap((chunk) => decoded(chunk, BITS[code])) : []));
}

function decoded(chunk, bit) {
  const digit = (place) => chunk.charCodeAt(place) - FIRST;
  const from = chunk.length % 2 ? 1 : 2;
  const entry = from === 1 ? digit(0) : digit(0) * BASE + digit(1);
  const found = [];
  let part = 0;
  for (let place = from; place < chunk.length; place += 2) {
    const signature = digit(place + 1);
    part += digit(place);
    if (signature === BASE - 1) continue;
    const isShown = Boolean(SHOWN[signature >> 4] & bit);
    found.push({ entry, part, often: LEVELS[signature & 7], isTitled: Boolean(signature & 8), isShown });
  }
  return found;
}
