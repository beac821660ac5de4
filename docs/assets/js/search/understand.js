// What a query asks: filters, a place, everyday words for concepts, a page of the site, and the words that are left.
// Pure.

import { placeIn } from "./places.js";
import { fold, hasHead, isForm, wordsOf } from "./word-forms.js";

// Between a word of negation and what it excludes: "ei ole käytössä lääkäriä", "without a doctor".
const BETWEEN =
  /^(ole|ollut|oo|tarvita|tarvitse|vaadi|vaadita|edellyta|kaytossa|meilla|siella|a|an|any|nagon|nagot|behovs|en|ett)$/;
const PARTITIVE = /[aä]$/i;
const WITH = /^(for|till|med|with)$/;
const FOR = /(ille|lle)$/;
const TOGETHER = /^(kanssa)$/;
const QUOTED = /["”“]([^"”“]+)["”“]/g;

/** Where several words stand one after another, as `isSame` compares them; nowhere is -1. */
const placeOf = (wanted, words, isFree, isSame) => {
  for (let at = 0; at + wanted.length <= words.length; at++)
    if (wanted.every((word, number) => isFree(at + number) && isSame(words[at + number], word, number))) return at;
  return -1;
};

/** Editors write a filter in the forms people use; its last word may be the head of a compound: ilman (lisä)rahaa. */
const isWritten = (typed, word, number) =>
  fold(typed) === fold(word) || (number > 0 && word.length > 3 && fold(typed).endsWith(fold(word)));

const byLength = (rows) => rows.sort((one, other) => other.wanted.length - one.wanted.length);
const phrases = (rows, at) => byLength(rows.flatMap((row) => row[at].map((text) => ({ row, wanted: wordsOf(text) }))));

/** The page of the site that a query asks for by name, by another word for it, or by a question. */
const pageIn = (words, { pages, skipped, faint }) => {
  const tells = (word) => !skipped.has(fold(word));
  const isFaint = (word) => faint.some((each) => isForm(word, each));
  const asked = words.filter(tells);
  const fits = (text) => {
    const wanted = wordsOf(text).filter(tells);
    if (!wanted.length || !asked.length) return 0;
    const own = wanted.filter((word) => asked.some((each) => isForm(each, word)));
    const met = asked.filter((word) => wanted.some((each) => isForm(word, each)));
    const isWhole = own.length === wanted.length && met.length === asked.length;
    const isNearly =
      [...wanted.filter((word) => !own.includes(word)), ...asked.filter((word) => !met.includes(word))].every(
        isFaint,
      ) && own.some((word) => !isFaint(word) || wanted.length > own.length);
    return isWhole ? 2 + own.length : isNearly ? 1 : 0;
  };
  let best;
  for (const page of pages) {
    const score = Math.max(...page[4].map(fits));
    if (score > (best?.score || 0)) best = { score, page };
  }
  return best?.page;
};

/** @param {any} data what the site knows of queries, as it was fetched */
export const vocabulary = (data) => ({
  ...data,
  skipped: new Set(data.skipped.map(fold)),
  without: new Set(data.without.map(fold)),
});

/**
 * What a query asks. `off` are the ids of chips that the reader took off: their words count as words.
 * @returns {{chips: any[], place: any, words: any[], phrases: string[], page: any}}
 */
export const understand = (query, known, off = []) => {
  const quoted = [...query.matchAll(QUOTED)].map((each) => each[1].trim()).filter(Boolean);
  const words = wordsOf(query.replace(QUOTED, " "));
  const taken = new Set();
  const isFree = (at) => !taken.has(at);
  const take = (at, length) => {
    for (let each = at; each < at + length; each++) taken.add(each);
  };
  const chips = [];
  const add = (chip, at, length) => {
    const id = `${chip.key}.${chip.value}`;
    if (off.includes(id) || chips.some((each) => each.id === id)) return;
    chips.push({ ...chip, id, typed: words.slice(at, at + length).join(" ") });
    if (!chip.isKept) take(at, length);
  };

  for (const { row, wanted } of phrases(known.asked, 3)) {
    const at = placeOf(wanted, words, isFree, isWritten);
    if (at >= 0) add({ key: row[0], value: row[1], label: row[2] }, at, wanted.length);
  }
  for (const { row, wanted } of phrases(known.named, 3)) {
    const at = placeOf(wanted, words, isFree, isForm);
    if (at < 0) continue;
    const [key, value, label, , also, together] = row;
    const denied = deniedAt(words, at, wanted.length, known);
    if (denied) add({ key, value, label, isExcluded: true }, denied[0], denied[1]);
    else if (isMeant(words, at, wanted.length))
      add({ key, value, ...(also ? { also, label: together } : { label }), isKept: true }, at, wanted.length);
  }
  const place = placeIn(
    words.map((word, at) => (isFree(at) ? word : "")),
    known.places,
  );
  const isPlace = place?.county && !off.includes(`alue.${place.county}`);
  if (isPlace) take(place.at, place.length);

  const found = [];
  for (const { row, wanted } of phrases(known.everyday, 2)) {
    if (wanted.length < 2) continue;
    const at = placeOf(wanted, words, isFree, isForm);
    if (at < 0) continue;
    found.push({ at, typed: words.slice(at, at + wanted.length).join(" "), concept: row });
    take(at, wanted.length);
  }
  const singles = known.everyday.flatMap((row) =>
    row[2].filter((text) => wordsOf(text).length === 1).map((text) => [text, row]),
  );
  words.forEach((typed, at) => {
    if (!isFree(at) || known.skipped.has(fold(typed)) || known.without.has(fold(typed))) return;
    const own = singles.find(([text]) => fold(text) === fold(typed)) || singles.find(([text]) => isForm(typed, text));
    const head = own || singles.find(([text]) => text.length > 5 && hasHead(typed, text));
    found.push({ at, typed, concept: head?.[1], isLoose: Boolean(head && !own) });
  });
  found.sort((one, other) => one.at - other.at);
  found.forEach((word, number) => {
    const next = found[number + 1];
    if (next?.at === word.at + 1 && isAlike(word.typed, next.typed, known)) word.attributeOf = next.typed;
  });
  return {
    chips,
    place: isPlace ? place : undefined,
    phrases: quoted,
    page: quoted.length ? undefined : pageIn(words, known),
    words: found.map(({ typed, concept, isLoose, attributeOf }) => ({
      typed,
      ...(attributeOf ? { attributeOf } : {}),
      ...(isLoose ? { isLoose } : {}),
      isFaint: !concept && known.faint.some((each) => isForm(typed, each)),
      ...(concept
        ? {
            concept: { id: concept[0], name: concept[1] },
            related: concept[3]
              .flatMap(wordsOf)
              .filter((word) => !known.skipped.has(fold(word)) && !known.faint.some((each) => isForm(word, each))),
          }
        : {}),
    })),
  };
};

/** Where a word of negation excludes a name, and how many words that takes; nothing where none does. */
const deniedAt = (words, at, length, { without }) => {
  let before = at - 1;
  while (before >= 0 && BETWEEN.test(fold(words[before]))) before--;
  const isDenial = (word) => word !== undefined && without.has(fold(word));
  const isFinnishNot = (word) => /^(ei|eika)$/.test(fold(word));
  if (isDenial(words[before]) && (!isFinnishNot(words[before]) || PARTITIVE.test(words[at + length - 1])))
    return [before, at + length - before];
  const after = words[at + length];
  if (isDenial(after) && /^(ei|puuttuu|saknas|not|inte|isn’t|isn't)$/.test(fold(after))) return [at, length + 1];
  return undefined;
};

/** Whether two words have the same ending, as an adjective and its noun have: avoimet työpaikat. */
const isAlike = (one, other, { endings = [] }) => {
  const endingOf = (word) => endings.find((ending) => fold(word).endsWith(ending));
  return Boolean(endingOf(one)) && endingOf(one) === endingOf(other);
};

/** Whether a name is what the model is for or with: "työttömille", "lääkärin kanssa", "for unemployed people". */
const isMeant = (words, at, length) =>
  FOR.test(words[at + length - 1]) || TOGETHER.test(words[at + length] || "") || WITH.test(fold(words[at - 1] || ""));
