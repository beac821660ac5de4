// The finder: words of a query → terms of the index → parts that say them → entries, the best first.
import { shown } from "./excerpts.js";
import { facts, isBase, language, queryWords, siteWords, texts } from "./loading.js";
import { counted, FAR, MEANT, ordered, rarest, rarity, scored, WEIGHTS } from "./ranking.js";
import { ROOT } from "./release.js";
import { head, isFinnish, nearestWords } from "./spelling.js";
import { meant, postings } from "./terms.js";
import { fold, tokens } from "./words.js";

const WAYS = ["own", "compound", "kin", "related", "meant"];
const SUREST = ["own", "compound", "meant", "kin", "related"];
// So many parts of a hit are read.
const MOST_PARTS = 4;
const PHRASE = /["”“„]([^"”“„]+)["”“„]/g;
// So many of the first hits are read for a phrase.
const READ = 50;

export { facts, queryWords };
export const init = () => facts();
export const filters = async () => (await facts()).all;
export const nearest = async (word, count = 3) => nearestWords(word, await siteWords(), count);

// The entries that answer a query. Facets narrow them as `filters`: by key a value, or
// `{ any | all | none: [values] }`. A query is a text, or its words with those that mean the same.
// `words` tells of each typed word whether the site knows it, what may be meant instead or is sought instead, and how
// much it tells, from 0 to 1; of a hit, `data().met` tells how it says each of them.
export async function search(query, { filters: asked = {}, phrases = phrasesOf(query) } = {}) {
  const known = await facts();
  const words = await Promise.all(wordsOf(query, known).map((word) => lookup(word, known)));
  const hits = words.length ? scored(words, known) : browsed(known);
  const fitting = ordered(
    [...hits.values()].filter(({ id }) => fits(known, id, asked)),
    known,
  );
  const found = await withPhrases(fitting, phrases, known);
  return {
    results: found.map((hit) => result(hit, words, known, ofParts(asked))),
    words: words.map(({ typed, isKnown, suggestion, instead, weight }) => {
      const telling = Math.min(1, weight / rarest(known));
      return { typed, isKnown, suggestion, instead, telling };
    }),
    corrections: words.filter(({ instead }) => instead).map(({ typed: word, instead }) => [word, instead]),
    filters: countsOf(found, known),
    totalFilters: known.all,
    unfilteredResultCount: hits.size,
  };
}

function wordsOf(query, { ignored }) {
  const words = Array.isArray(query) ? query : tokens(query || "").map((typed) => ({ typed }));
  const telling = words.filter(({ typed }) => !ignored.has(typed.toLowerCase()));
  return telling.length ? telling : words;
}

// All entries, for facets alone.
const browsed = (known) => new Map(known.entries.map((_, id) => [id, { id, score: 1, told: 0, parts: new Map() }]));

// What entries say of a word. One that the index has not is said to be unknown. If it is no word at all, it stands for
// the word of the site that it is a misspelling of; of a compound, what the site has of its last part is found.
async function lookup({ typed, related = [] }, known) {
  const found = await meant(typed, known);
  if (related.length) return said(typed, found, known, { isKnown: found.isKnown, related });
  if (found.isKnown) return said(typed, found, known, { isKnown: true });
  const suggestion = (await nearest(typed, 1))[0] || "";
  const instead = suggestion && (await isMisspelt(typed, known)) ? suggestion : "";
  if (instead) return said(typed, await meant(instead, known), known, { suggestion, instead });
  const last = found.terms.size ? "" : head(typed, await siteWords());
  return said(typed, last ? await meant(last, known) : found, known, { suggestion, last });
}

// Only of Finnish words it can be told; on pages in other languages a near word is offered, and nothing is replaced.
const isMisspelt = async (typed, facts) => language() === "fi" && !(await isFinnish(typed, facts, isBase));

async function said(typed, own, known, { isKnown = false, related = [], last = "", ...told }) {
  const code = language();
  const concepts = new Set();
  const ofTerm = async ([term, { sure, isBegun }]) => {
    const { ways, concepts: meaning } = await postings(term, code);
    for (const each of meaning) concepts.add(each);
    return ways.flatMap((column, way) =>
      column.map((each) => ({ ...each, way: way || Number(isBegun || Boolean(last)), sure })),
    );
  };
  const of = async ({ terms }) => (await Promise.all([...terms].map(ofTerm))).flat();
  const others = await Promise.all(related.map((word) => meant(word, known)));
  const entries = counted([...(await of(own)), ...(await Promise.all(others.map(of))).flatMap(asMeant)]);
  return {
    typed,
    isKnown,
    isMeant: related.length > 0,
    ...told,
    keys: [own, ...others].flatMap(({ keys }) => keys),
    terms: new Map([...others, own].flatMap(({ terms }) => [...terms])),
    concepts,
    entries,
    weight: rarity([...entries.keys()], known),
  };
}

// What is said of a word that means the same; not what is only akin to that.
const asMeant = (found) =>
  found.filter(({ way }) => way < 2).map((each) => ({ ...each, way: MEANT, sure: each.sure * WEIGHTS.ways[each.way] }));

// How a hit says a word on this page, in the surest way; what is said in other languages only means the same here.
function wayOf(word, id) {
  const parts = word.entries.get(id);
  if (!parts || [...parts.values()].every(({ surest }) => surest <= FAR)) return "unknown";
  const isSo = (how) => [...parts.values()].some(({ isShown }) => isShown[WAYS.indexOf(how)]);
  return SUREST.find(isSo) || (word.isMeant ? "meant" : "related");
}

// Whether parts of a kind are asked for: what they are only their texts tell.
const ofParts = ({ sisalto }) => Boolean(sisalto) && (sisalto.any || [sisalto]).some((kind) => kind !== "malli");

function result(hit, words, known, isWhole) {
  const entry = known.entries[hit.id];
  const ways = words.map((word) => ({ ...word, how: wayOf(word, hit.id) }));
  return {
    id: String(hit.id),
    score: hit.score,
    met: ways.map(({ typed, how }) => ({ word: typed, how })),
    data: async () => {
      const read = await texts(entry, isWhole ? undefined : telling(hit, words));
      return shown(hit, entry, read, ways, (part) => linkTo(entry.address + part), known);
    },
  };
}

// The parts of a hit that answer best, and for each word the one that says it most.
function telling({ id, parts }, words) {
  const best = [...parts].sort((a, b) => b[1].score - a[1].score).slice(0, MOST_PARTS);
  const most = words.flatMap(({ entries }) =>
    [...(entries.get(id) || [])].sort((a, b) => b[1].often - a[1].often).slice(0, 1),
  );
  return [...best, ...most].map(([part]) => part);
}

// The address of a place of the site on a page of this language. A page of a folder is named by its file.
export const linkTo = (place) => {
  const url = new URL((language() === "fi" ? "" : `${language()}/`) + place, ROOT);
  if (url.protocol !== "file:") return url.pathname + url.search + url.hash;
  url.pathname += "index.html";
  return url.href;
};

// Whether an entry answers to filters.
function fits(known, id, asked) {
  const own = new Set(known.entries[id].answers.map((number) => known.values[number].join("=")));
  const holds = (key, wanted) => {
    if (typeof wanted === "string") return own.has(`${key}=${wanted}`);
    if (Array.isArray(wanted)) return wanted.every((each) => holds(key, each));
    if (wanted.any) return wanted.any.some((each) => holds(key, each));
    if (wanted.all) return wanted.all.every((each) => holds(key, each));
    return ![wanted.none ?? wanted.not ?? []].flat().some((each) => holds(key, each));
  };
  return Object.entries(asked).every(([key, wanted]) => holds(key, wanted));
}

// How many hits have each value of each facet.
function countsOf(hits, known) {
  const counts = {};
  for (const { id } of hits)
    for (const number of known.entries[id].answers) {
      const [key, value] = known.values[number];
      counts[key] ||= {};
      counts[key][value] = (counts[key][value] || 0) + 1;
    }
  return counts;
}

const plainly = (text) => tokens(fold(text)).join(" ");
const phrasesOf = (query) => [...(typeof query === "string" ? query : "").matchAll(PHRASE)].map(([, phrase]) => phrase);

// Of hits those whose texts say every phrase.
async function withPhrases(hits, asked, known) {
  const phrases = asked.map(plainly).filter(Boolean);
  if (!phrases.length) return hits;
  const says = async ({ id }) => {
    const { parts } = await texts(known.entries[id]);
    const told = [...parts.values()].map(
      ([, , , title, said, remarks]) => ` ${plainly(`${title} . ${said} ${remarks}`)} `,
    );
    return phrases.every((phrase) => told.some((text) => text.includes(` ${phrase} `)));
  };
  const first = hits.slice(0, READ);
  const kept = await Promise.all(first.map(says));
  return first.filter((_, at) => kept[at]);
}
