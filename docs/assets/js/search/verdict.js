// How well hits answer what was asked, and what the page may say of it. Pure.

import { fold, isPart } from "./word-forms.js";

// How surely a word is met. A word that only stands for another tells less.
const SURE = { own: 1, form: 1, compound: 0.9, kin: 0.8, related: 0.8, meant: 0.8, inside: 0.2, unknown: 0 };
const PUT_RIGHT = 0.7;
// So much of what was asked has to be told by a hit that answers; more where the site lacks one of the words.
const ENOUGH = 0.6;
const ENOUGH_WITHOUT = 0.7;
// A compound of an everyday word means something else than the word: parisuhdeterapia is no kuntoutuspsykoterapia.
const LOOSELY_MEANT = 0.5;
// An adjective said of something else, and its noun.
const APART = 0.4;
const ANSWERS = new Set(["malli", "rooli", "organisaatio"]);

/** How surely a hit says a word. */
const sureness = (word, met, told) => {
  const how = wordsMet(word.typed, met, told);
  const sure = how === "meant" && word.isLoose ? LOOSELY_MEANT : (SURE[how] ?? 0);
  return toldOf(word.typed, told)?.instead ? sure * PUT_RIGHT : sure;
};

/** How a hit meets the least met of several words. */
const wordsMet = (typed, met, told) => {
  const of = (each) =>
    howOf(
      met.find(({ word }) => fold(word) === fold(each)),
      toldOf(each, told)?.instead || each,
    );
  return typed
    .split(" ")
    .map(of)
    .reduce((worst, how) => ((SURE[how] ?? 0) < (SURE[worst] ?? 0) ? how : worst), "own");
};

/** A word in the middle of a compound says something else: eläke in Kansaneläkelaitos. */
const howOf = (met, word) => {
  if (!met) return "unknown";
  return met.how === "compound" && met.shown && !isPart(met.shown, word) ? "inside" : met.how;
};

/** What the search knows of a word. */
const toldOf = (word, told) => told.find(({ typed }) => fold(typed) === fold(word));

/** How much of the asked words a hit tells, from 0 to 1. Words that nearly every model says hardly count. */
export const coverage = (words, met, told) => {
  const weight = ({ typed }) => Math.max(...typed.split(" ").map((each) => toldOf(each, told)?.telling ?? 1));
  const isApart = ({ typed, attributeOf }, next) =>
    attributeOf && attributeOf === next?.typed && !met.find(({ word }) => fold(word) === fold(typed))?.isNext;
  const share = (word, at) => (isApart(word, words[at + 1]) || (at && isApart(words[at - 1], word)) ? APART : 1);
  const all = words.reduce((sum, word) => sum + weight(word), 0);
  const some = words.reduce((sum, word, at) => sum + weight(word) * share(word, at) * sureness(word, met, told), 0);
  return all ? some / all : 1;
};

/** Models first, of equal kind what tells more; else the search's own order. */
const byFullness = (one, other) => {
  const rank = ({ hit, told }) => (hit.kind === "malli" ? 2 : 0) + Math.round(told * 10) / 10;
  return rank(other) - rank(one);
};

/**
 * What the page may say of its hits.
 *
 * `found`: some hit answers; `explained`: only the glossary does, no model; `near`: none does, some come near;
 * `nothing`: none says a word of what was asked.
 * @param {any[]} words the asked words as understood
 * @param {{typed: string, isKnown: boolean, suggestion?: string, instead?: string, telling?: number}[]} told what the
 * search knows of each word
 * @param {{kind: string, met: {word: string, how: string, shown?: string}[]}[]} hits
 */
export const verdict = (words, told, hits) => {
  const isSaid = (word) => hits.some((hit) => wordsMet(word.typed, hit.met, told) !== "unknown");
  const isPutRight = (word) => Boolean(toldOf(word.typed, told)?.instead);
  const isNew = (word) => toldOf(word.typed, told)?.isKnown === false && !word.concept;
  const missing = words.filter((word) => isNew(word) && (isPutRight(word) || !isSaid(word)));
  const enough = missing.every(isPutRight) ? ENOUGH : ENOUGH_WITHOUT;
  const scored = hits.map((hit) => ({ hit, told: coverage(words, hit.met, told) }));
  const some = scored.filter((each) => each.told > 0);
  const answers = some.filter((each) => each.told >= enough).sort(byFullness);
  const state = answers.some(({ hit }) => ANSWERS.has(hit.kind))
    ? "found"
    : answers.length
      ? "explained"
      : some.length
        ? "near"
        : "nothing";
  const unknown = missing.map((word) => word.typed);
  return {
    state,
    answers: answers.map((each) => each.hit),
    near: some.filter((each) => each.told < enough).map((each) => each.hit),
    unknown,
    suggestions: told
      .filter((each) => unknown.includes(each.typed) && each.suggestion)
      .map(({ typed, suggestion }) => [typed, suggestion]),
    concepts: words.filter((word) => word.concept).map((word) => ({ typed: word.typed, ...word.concept })),
  };
};
