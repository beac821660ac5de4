// A typed word as terms of the index, and what entries say of them.
import { near } from "./loading.js";
import { FAR } from "./ranking.js";
import { fold, keysOf } from "./words.js";

// A shorter word is not taken for the beginning of others.
export const SHORT = 4;
const MOST_BEGUN = 60;
// A key of fewer letters marks no words.
const SHORTEST_KEY = 3;

// How surely a key is the word: as it is typed; without its ending; as a beginning. Another base that shares a form is
// far.
const WHOLE = 1;
const FORM = 0.9;
const BEGUN = 0.4;

// What may follow the stem of a word where something is without it: lähette|ettömästi.
const WITHOUT = /tto(n|m[ai][a-z]*)$/;

// Stands before a term to which a key leads only if the word is known besides.
const DOUBTFUL = "~";

// Stands before the number of what a term means.
const CONCEPT = "#";

// The columns of a line behind its term.
const COLUMNS = 4;
const LEADS = 1 + COLUMNS;

// The terms a word may mean, each with how surely, and whether the word only begins it; the keys it was known by; and
// whether it is known by more than a beginning.
export async function meant(typed, facts) {
  const word = fold(typed);
  const wanted = keysOf(typed, facts);
  const found = new Map();
  const keys = new Set();
  const add = (terms, sure, isBegun = false) => {
    for (const term of terms) if ((found.get(term)?.sure || 0) < sure) found.set(term, { sure, isBegun });
  };
  const take = (row, sure, isBegun) => {
    keys.add(row[0]);
    add([...saidBy(row), ...leads(row).filter((term) => !term.startsWith(DOUBTFUL))], sure, isBegun);
  };
  const rows = await near(...wanted);
  const own = rows.find((row) => row[0] === word);
  if (own) take(own, WHOLE);
  const isBase = Boolean(own && isSaid(own));
  for (const row of rows.filter((each) => each !== own && wanted.includes(each[0])))
    if (!isBase) take(row, FORM);
    else {
      // A base form is itself, and none of the words that leave the same without their endings.
      add(saidBy(row), FORM);
      if (leads(row).includes(word)) keys.add(row[0]);
    }
  const isExact = found.size > 0;
  if (isExact) add(akin(rows, wanted, found), FAR);
  if (word.length >= SHORT) {
    const start = wanted[1]?.length > SHORT ? wanted[1] : word;
    const begun = rows.filter((row) => row[0] !== word && row[0].startsWith(start) && (isExact || isSaid(row)));
    for (const row of begun.sort((a, b) => a[0].length - b[0].length).slice(0, MOST_BEGUN))
      take(row, (isExact ? BEGUN : 1) * Math.min(1, word.length / row[0].length), true);
  }
  const isBegun = !isExact && found.size > 0;
  if (!found.size) for (const row of await longestBeginnings(word, facts)) take(row, FORM);
  const marking = [...keys].filter((key) => key.length >= SHORTEST_KEY || key === word);
  return { isKnown: found.size > 0 && !isBegun, terms: found, keys: marking };
}

const saidBy = (row) => (isSaid(row) ? [row[0]] : []);
const isSaid = (row) => row.slice(1, LEADS).some(Boolean);
const led = (row) => (row[LEADS] ? row[LEADS].split(" ") : []);
const leads = (row) => led(row).filter((each) => !each.startsWith(CONCEPT));

// Terms that share a form with one that was found: the dictionary gives a form to one base only.
function akin(rows, wanted, found) {
  const isFound = (term) => found.get(term)?.sure >= FORM;
  const shared = rows.filter((row) => leads(row).length > 1 && leads(row).some(isFound)).flatMap(leads);
  const doubtful = rows.filter(([key]) => wanted.includes(key)).flatMap(leads);
  return [...shared, ...doubtful].map((term) => term.replace(DOUBTFUL, "")).filter((term) => !found.has(term));
}

// The longest keys that a word begins with, if what is left of it is an ending: the dictionary may not know the form.
async function longestBeginnings(word, { cut }) {
  const whole = word.replace(WITHOUT, "");
  const starts = Array.from({ length: Math.max(0, whole.length - SHORT + 1) }, (_, at) => whole.slice(0, SHORT + at));
  const isEnding = (rest) => `xxx${rest}`.match(cut)?.[1] === "xxx";
  const rows = (await near(...starts)).filter(([key]) => starts.includes(key) && isEnding(whole.slice(key.length)));
  const longest = Math.max(0, ...rows.map(([key]) => key.length));
  return longest > whole.length / 2 ? rows.filter(([key]) => key.length === longest) : [];
}

// Digits of the postings, and what they mean; `search/postings.py` writes them.
const FIRST = 33;
const BASE = 94;
const LEVELS = [0.1, 0.2, 0.35, 0.6, 1, 1.7, 3, 5];
const SHOWN = [7, 1, 2, 4, 0];
const BITS = { fi: 1, sv: 2, en: 4 };

// The postings of a term by the way it is said: the entry, the part, how often, in a title or not, on this page or not;
// and the numbers of what it means.
export async function postings(term, code) {
  const row = (await near(term)).find(([key]) => key === term) || [];
  const ways = row
    .slice(1, LEADS)
    .map((column) => (column ? column.split(" ").flatMap((chunk) => decoded(chunk, BITS[code])) : []));
  return {
    ways,
    concepts: led(row)
      .filter((each) => each.startsWith(CONCEPT))
      .map((each) => Number(each.slice(1))),
  };
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
