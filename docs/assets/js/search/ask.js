// One search: what was understood is sought, and the hits are judged. It knows the search's interface, and no page.

import { understand, vocabulary } from "./understand.js";
import { verdict } from "./verdict.js";
import { wordsOf } from "./word-forms.js";

const READ = 20;
const MOST_NEAR = 5;
const NOTHING = { chips: [], place: undefined, words: [], phrases: [], page: undefined };

/** The filters of an address, those the search knows, as it is asked for them. */
const chosenFilters = (chosen, all) =>
  Object.fromEntries(
    Object.entries(chosen)
      .filter(([key]) => all[key])
      .map(([key, values]) => [key, { any: values }]),
  );

/** The filters that the words of a query mean. */
const meantFilters = ({ chips, place }) => {
  const filters = {};
  for (const { key, value, also, isExcluded } of chips) {
    filters[key] ||= {};
    const list = isExcluded ? "none" : "any";
    filters[key][list] = [...(filters[key][list] || []), value, ...(also ? [also] : [])];
  }
  if (place) filters.alue = { any: [place.county] };
  return Object.keys(filters).length ? { sisalto: { any: ["malli"] }, ...filters } : {};
};

/** The words to seek; those of an everyday word with the words of its concept. */
const soughtWords = (words, phrases, query) => {
  const asked = words.flatMap(({ typed, related }) => wordsOf(typed).map((each) => ({ typed: each, related })));
  const quoted = phrases.flatMap(wordsOf).map((typed) => ({ typed }));
  return asked.length || quoted.length ? [...asked, ...quoted] : wordsOf(query).map((typed) => ({ typed }));
};

/** Words that suit nearly every model tell nothing beside others. */
const telling = (words) => (words.every((word) => word.isFaint) ? words : words.filter((word) => !word.isFaint));

const isOnlyFaint = ({ words, phrases }) => !phrases.length && words.every((word) => word.isFaint);

/** The first results with what they say and how they meet the words. */
const readHits = (results) =>
  Promise.all(
    results.slice(0, READ).map(async (result) => {
      const data = await result.data();
      return { result, data, kind: data.meta.kind, met: data.met };
    }),
  );

/**
 * @param {any} finder the search
 * @param {any} data what the site knows of queries
 * @param {{query: string, chosen: Record<string, string[]>, off: string[]}} asked
 */
export const ask = async (finder, data, { query, chosen, off }) => {
  const known = vocabulary(data);
  const { all } = await finder.facts();
  const understood = query ? understand(query, known, off) : NOTHING;
  const own = chosenFilters(chosen, all);
  const meant = meantFilters(understood);
  const isNarrowed = Object.keys(meant).length > 0;
  const isBrowsing = isOnlyFaint(understood) && (isNarrowed || !query);
  const words = telling(understood.words);
  const { phrases } = understood;
  const sought = isBrowsing ? [] : soughtWords(words, phrases, query);
  const filters = { ...own, ...meant };
  const found = await finder.search(sought, { filters, phrases });
  const read = await readHits(found.results);
  const hits = await inPlaceFirst(finder, read, understood.place, filters);
  const judged = isBrowsing ? answered(hits) : verdict(words, found.words, hits);
  const rest = found.results.slice(READ);
  if (!isNarrowed || judged.answers.length)
    return {
      understood,
      counts: found.filters,
      rest: judged.state === "found" ? rest : [],
      ...judged,
      near: few(judged),
    };
  const near = isBrowsing ? [] : await nearWithout(finder, words, sought, { filters: own, phrases });
  return {
    understood,
    counts: found.filters,
    rest: [],
    ...judged,
    state: understood.place && !all.alue?.[understood.place.county] ? "elsewhere" : "unmatched",
    answers: [],
    near,
  };
};

/** Hits by filters alone all answer. */
const answered = (hits) => ({
  state: hits.length ? "found" : "nothing",
  answers: hits,
  near: [],
  unknown: [],
  suggestions: [],
  concepts: [],
});

const few = ({ state, near }) => (state === "found" ? near : near.slice(0, MOST_NEAR));

/** What comes near where no model meets the filters: the same words without them. */
const nearWithout = async (finder, words, sought, asked) => {
  const found = await finder.search(sought, asked);
  const hits = await readHits(found.results);
  const { answers, near } = verdict(words, found.words, hits);
  return [...answers, ...near].slice(0, MOST_NEAR);
};

/** Of the models of a county those first that name the municipality. */
const inPlaceFirst = async (finder, hits, place, filters) => {
  if (!place || place.isCounty) return hits;
  const naming = await finder.search(place.name, { filters });
  const ids = new Set(naming.corrections?.length ? [] : naming.results.map((each) => each.id));
  return [...hits.filter(({ result }) => ids.has(result.id)), ...hits.filter(({ result }) => !ids.has(result.id))];
};
