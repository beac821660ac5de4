// What a hit shows: its parts, the best first, each with the passage that answers; and by which words it was met.
import { language } from "./loading.js";
import { SHORT } from "./terms.js";
import { fold, foldWord, keysOf, tokens } from "./words.js";

const LENGTH = 30;
const BEFORE = 5;
// All forms of a word, and its keys, begin with the same letters.
const START = 2;
// What joins words, each of which is found by itself.
const JOINED = /[-:’']/;
// Terms that a word means less surely mark nothing.
const SURE = 0.9;

// A hit with its texts. `words` are those asked: the keys and terms of each, and how the entry says it; `linkTo` gives
// the address of a part, and `facts` tell how to cut words.
export function shown(hit, entry, { language: own, parts, names }, words, linkTo, facts) {
  const spoken = words.map((word) => sayer(word, names, facts));
  const is = (text) => tokens(text).some((word) => spoken.some(({ isSaid }) => isSaid(word)));
  const best = [...hit.parts]
    .filter(([part]) => parts.has(part))
    .map(([part, { score }]) => {
      const title = parts.get(part)[3].split(/\s+/);
      return [part, score * (part ? 1 + title.filter(is).length / title.length / 2 : 1)];
    })
    .sort((a, b) => b[1] - a[1])
    .map(([part, score]) => piece(parts.get(part), part, linkTo, score, is));
  const lead = best[0] || piece(parts.get(0), 0, linkTo, 0, is);
  const all = tokens(
    [...parts.values()].map(([, , , title, told, remarks]) => `${title} ${told} ${remarks}`).join(" "),
  );
  const url = linkTo("");
  return {
    url,
    raw_url: url,
    meta: { kind: entry.kind, language: own, title: parts.get(0)[3] },
    excerpt: lead.excerpt,
    plain_excerpt: lead.plain_excerpt,
    sub_results: best,
    met: spoken.map((word, at) => ({ ...met(word, all), isNext: isNext(word, spoken[at + 1], all) })),
  };
}

// A word with what tells whether a word of a text says it: a form of it, or a compound that holds it; where the entry
// only means the same, a word of the name by which it does.
function sayer({ typed, how, keys, terms, concepts, instead }, names, facts) {
  const name = how === "related" ? names.find(([number]) => concepts.has(number))?.[1] || "" : "";
  const own = new Set(name ? tokens(name).flatMap((word) => keysOf(word, facts)) : [...keys, ...sure(terms)]);
  const inside = name ? [] : [...own].filter((key) => key.length > SHORT);
  const starts = new Set([...own].map((key) => key.slice(0, START)));
  const isOne = (word) => starts.has(foldWord(word).slice(0, START)) && keysOf(word, facts).some((key) => own.has(key));
  const isForm = (word) => isOne(word) || (JOINED.test(word) && word.split(JOINED).some(isOne));
  const isSaid = (word) => isForm(word) || inside.some((key) => foldWord(word).includes(key));
  return { typed, how, name, instead, isForm, isSaid };
}

const sure = (terms) => [...terms].filter(([, { sure: share }]) => share >= SURE).map(([term]) => term);

// How a hit met a word, and the word of its texts that did.
function met({ typed, how, name, instead, isForm, isSaid }, all) {
  if (how === "unknown") return { word: typed, how, shown: "" };
  if (name) return { word: typed, how, shown: name };
  const plain = fold(instead || typed);
  const own = all.find((word) => foldWord(word) === plain);
  const text = own || all.find(isForm) || all.find(isSaid) || "";
  return { word: typed, how: own ? "own" : how === "own" ? "form" : how, shown: text };
}

// Whether a text says a word and the next one side by side.
const isNext = (word, next, all) =>
  Boolean(next) &&
  all.some((each, at) => word.isSaid(each) && [1, 2].some((far) => all[at + far] && next.isSaid(all[at + far])));

const escaped = (word) => word.replace(/</g, "&lt;").replace(/>/g, "&gt;");

// A part as it is shown. Its passage is sought where it is asked for: few parts of a hit are.
function piece([kind, own, address, title, told, remarks], part, linkTo, score, is) {
  let found;
  const passage = () => {
    found ||= passageOf(`${told} ${remarks}`.trim().split(/\s+/), is);
    return found;
  };
  return {
    title,
    url: linkTo(address),
    anchor: { id: part ? `${kind}|${own}|${address}` : "" },
    kind,
    language: own || language(),
    score,
    get excerpt() {
      return passage()
        .map(({ word, isMarked }) => (isMarked ? `<mark>${escaped(word)}</mark>` : escaped(word)))
        .join(" ");
    },
    get plain_excerpt() {
      return passage()
        .map(({ word }) => escaped(word))
        .join(" ");
    },
  };
}

// The words of a passage that answers, and where it is cut.
function passageOf(content, is) {
  const marks = content.flatMap((word, at) => (is(word) ? [at] : []));
  const from = windowOf(marks, content.length);
  const to = Math.min(from + LENGTH, content.length);
  const marked = new Set(marks);
  const shownWords = content.slice(from, to).map((word, at) => ({ word, isMarked: marked.has(from + at) }));
  const cut = { word: "…", isMarked: false };
  return [...(from ? [cut] : []), ...shownWords, ...(to < content.length ? [cut] : [])];
}

// Where a passage begins: a little before the place where most of the found words stand close together.
function windowOf(marks, length) {
  let best = 0;
  let most = 0;
  for (const place of marks) {
    const inside = marks.filter((each) => each >= place && each < place + LENGTH - BEFORE).length;
    if (inside > most) [best, most] = [place, inside];
  }
  return Math.max(0, Math.min(best - BEFORE, length - LENGTH));
}
