// Pagefind's own interface over the index beside it. What it adds: a question needs not all of its words, a misspelt
// word is taken for the nearest one of the site, models come before roles and terms, and every hit knows its parts,
// each with an address, a kind and a language.

import { parted, SHORT } from "./osat.js";
import * as core from "./pagefind/pagefind.js";
import { facts, isKnown, unpacked } from "./sanat.js";

export { facts };

const HERE = new URL("./", import.meta.url);
const PLACE = { basePath: new URL("pagefind/", HERE).pathname, baseUrl: new URL("../", HERE).pathname, noWorker: true };
const CLOSELY = 10;
// How much of what the fullest answer tells a hit has to tell: models are few and each may answer a part, roles and
// terms are many.
const LEAST = 0.1;
const LEAST_OF_OTHERS = 0.6;

let isStarted = false;
const started = () => (isStarted ||= !core.options(PLACE) || true);

export const options = async (chosen) => {
  await core.options(isStarted ? chosen : { ...chosen, ...PLACE });
};
export const init = async () => {
  started();
  await core.init();
};
export const destroy = async () => {
  await core.destroy();
  isStarted = false;
};
export const mergeIndex = (...given) => {
  started();
  return core.mergeIndex(...given);
};
export const preload = (...given) => {
  started();
  return core.preload(...given);
};
export const filters = async () => (await facts()).all;
export const search = (query, chosen) => {
  started();
  return find(core, query, chosen);
};
export const debouncedSearch = debounced(search);
export function createInstance(chosen) {
  const one = core.createInstance({ ...chosen, ...PLACE });
  const own = (query, narrowed) => find(one, query, narrowed);
  return { ...one, filters, search: own, debouncedSearch: debounced(own) };
}

function debounced(run) {
  let latest = 0;
  return async (query, chosen, wait = 300) => {
    const mine = ++latest;
    await new Promise((done) => setTimeout(done, wait));
    const found = mine === latest ? await run(query, chosen) : null;
    return mine === latest ? found : null;
  };
}

const tokens = (text) => text.match(/[\p{L}\p{N}]+(?:[-:’'][\p{L}\p{N}]+)*/gu) || [];

async function lookup(pf, word, chosen, isOnly) {
  if (word.length <= SHORT) {
    // an abbreviation is taken whole: the beginning of it begins many words
    const [whole, loose] = await Promise.all([pf.search(`"${word}"`, chosen), pf.search(word, chosen)]);
    if (whole.results.length || !isOnly) return { word, found: { ...whole, results: exactly(whole, loose) } };
  }
  const [plain, known] = await Promise.all([pf.search(word, chosen), isKnown(word)]);
  if (known) return { word, found: plain };
  // Pagefind answers an unknown word with what begins like it. A word of the site that is nearly the same is better;
  // where it finds the same entries, the unknown word was a form of it.
  for await (const other of (await repair()).instead(word, Boolean(plain.results.length))) {
    const found = await pf.search(other, chosen);
    const ids = (each) =>
      each.results
        .map((result) => result.id)
        .sort()
        .join();
    if (!found.results.length) continue;
    return ids(found) === ids(plain) ? { word, found: plain } : { word: other, instead: word, found };
  }
  return { word, found: plain };
}

// Loaded when a word is not one of the site's.
const repair = () => import("./korjaus.js");
export const nearest = async (word, count = 3) => (await repair()).nearest(word, count);

// Pagefind tells one place of a whole word, and no rank. Every place of it is among those of the words that begin with
// it.
function exactly(whole, loose) {
  const known = new Map(loose.results.map((each) => [each.id, each]));
  return whole.results
    .map((each) => ({ ...each, ...known.get(each.id), sure: each.words }))
    .sort((a, b) => b.score - a.score);
}

// Whether an entry answers to filters, which are asked as Pagefind's are. Ours stand beside the index: Pagefind writes
// its own in another order on every run, and the same models have to give the same bytes.
function fits(known, id, asked) {
  if (!Object.keys(asked).length) return true;
  const own = (known.entries[id] || []).slice(1).map((number) => known.values[number].join("="));
  const holds = (key, wanted) =>
    typeof wanted === "string"
      ? own.includes(`${key}=${wanted}`)
      : Array.isArray(wanted)
        ? wanted.every((each) => holds(key, each))
        : wanted.any
          ? wanted.any.some((each) => holds(key, each))
          : wanted.all
            ? wanted.all.every((each) => holds(key, each))
            : ![wanted.none ?? wanted.not ?? []].flat().some((each) => holds(key, each));
  return Object.entries(asked).every(([key, wanted]) => holds(key, wanted));
}

// Entries by their facets alone. An empty search of Pagefind's would load the whole index.
async function browse(asked) {
  const known = await facts();
  const ids = Object.keys(known.entries).filter((id) => fits(known, id, asked));
  const hits = ids.map((id) => ({
    result: { id, score: 1, words: [] },
    words: [],
    rank: [isModel(known, id) ? 0 : 1, 1],
  }));
  return dressed({ unfilteredResultCount: ids.length, totalFilters: known.all, timings: [] }, inOrder(hits), known);
}

// What an entry shows. Pagefind would unpack it by script and make its own excerpts of it.
const fragments = {};
const fragment = (id) =>
  (fragments[id] ||= fetch(new URL(`pagefind/fragment/${id}.pf_fragment`, HERE))
    .then(unpacked)
    .then((text) => {
      const data = JSON.parse(text.replace(/^pagefind_dcd/, ""));
      return {
        ...data,
        raw_content: data.content.replace(/</g, "&lt;").replace(/>/g, "&gt;"),
        url: PLACE.baseUrl + data.url.slice(1),
        raw_url: data.url,
      };
    }));

async function find(pf, query, { filters: asked = {}, ...chosen } = {}) {
  if (!query?.trim() && Object.keys(asked).length) return browse(asked);
  if (!query?.trim() || /^\s*".+"\s*$/.test(query)) return dressed(await pf.search(query, chosen), []);
  pf.init();
  const known = await facts();
  const typed = tokens(query);
  const told = typed.filter((each) => !known.ignored.has(each.toLowerCase()));
  const words = told.length ? told : typed;
  const each = await Promise.all(words.map((word) => lookup(pf, word, chosen, words.length < 2)));
  const all = each[0]?.found ?? (await pf.search(query, chosen));
  const merged = new Map();
  for (const { word, found } of each) {
    const weight = rarity(found, known);
    const top = found.results[0]?.score || 1;
    for (const result of found.results.filter((each) => fits(known, each.id, asked))) {
      const hit = merged.get(result.id) || { result, score: 0, told: 0, words: [] };
      hit.score += weight * Math.sqrt(result.score / top);
      hit.told += weight;
      hit.words.push({ word, weight, at: result.words, sure: result.sure });
      merged.set(result.id, hit);
    }
  }
  const rank = (hit) => [isModel(known, hit.result.id) ? 0 : 1, (hit.score * hit.words.length) / each.length];
  const most = Math.max(...[...merged.values()].map((hit) => hit.told));
  const found = inOrder(
    [...merged.values()]
      .filter((hit) => hit.told >= most * (isModel(known, hit.result.id) ? LEAST : LEAST_OF_OTHERS))
      .map((hit) => ({ ...hit, rank: rank(hit) })),
  );
  const first = found.slice(0, CLOSELY).filter((hit) => hit.rank[0] === found[0].rank[0]);
  const read = await closely(first, each.length, known);
  const corrections = each.filter((one) => one.instead).map((one) => [one.instead, one.word]);
  const unfiltered = new Set(each.flatMap((one) => one.found.results.map((result) => result.id))).size;
  return dressed(
    { ...all, totalFilters: known.all, unfilteredResultCount: unfiltered },
    [...inOrder(read), ...found.slice(first.length)],
    known,
    corrections,
  );
}

const inOrder = (hits) => hits.sort((a, b) => a.rank[0] - b.rank[0] || b.rank[1] - a.rank[1]);

// How much a word tells: the more, the fewer of the models have it. A word of no model is measured among all entries.
function rarity({ results }, known) {
  const models = results.filter((each) => isModel(known, each.id)).length;
  return Math.log(1 + (models ? known.models / models : known.size / (results.length || 1)));
}

const isModel = (known, id) => known.entries[id]?.[0] === "malli";

// The first hits are read: what says a word in its own text answers better than what only remarks on it or means the
// same, and where the words stand together better than where they are scattered.
const closely = (hits, count, known) =>
  Promise.all(
    hits.map(async (hit) => {
      const {
        sub_results: [best, next],
        told,
      } = parted(await shown(hit.result, known), hit.words);
      const score =
        ((told + ((best?.score || 0) + (next?.score || 0)) / 4) * Math.sqrt(hit.score) * hit.words.length) / count;
      return { ...hit, rank: [hit.rank[0], score] };
    }),
  );

// An index that was merged has its own fragments.
const shown = (result, known) => (known.entries[result.id] ? fragment(result.id) : result.data());

function dressed(response, hits, known, corrections = []) {
  if (!known)
    return {
      ...response,
      corrections,
      results: response.results.map((result) => ({
        ...result,
        data: async () => parted(await result.data(), [{ word: "", weight: 1, at: result.words }]),
      })),
    };
  const counted = {};
  for (const { result } of hits)
    for (const number of (known.entries[result.id] || []).slice(1)) {
      const [key, id] = known.values[number];
      counted[key] ||= {};
      counted[key][id] = (counted[key][id] || 0) + 1;
    }
  const results = hits.map(({ result, words, rank }) => ({
    ...result,
    score: rank[1],
    get words() {
      return [...new Set(words.flatMap((each) => each.at))].sort((a, b) => a - b);
    },
    data: async () => parted(await shown(result, known), words),
  }));
  return { ...response, corrections, results, filters: counted };
}
