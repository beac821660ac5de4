// A hit as its parts, the best first: steps, roles, items and sections, each with its address and the passage that answers.
export const SHORT = 4;
const LENGTH = 30;

// How often a word is said counts the less the oftener it is said, and the longer the part is: a step that is about it answers better than a
// long section that mentions it. As in BM25.
const MUCH = 1.2, SPREAD = 0.75;
// An item of a checklist asks whether something is done; where it is done is told elsewhere.
const SELDOM = { kohta: 0.8 };

export const fold = text => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

// A text as its words, and these in plain letters; made once of each.
const known = new WeakMap();
function split(fragment) {
  if (!known.has(fragment)) {
    const content = (fragment.raw_content ?? fragment.content).split(/\s+/);
    known.set(fragment, { content, folded: content.map(fold) });
  }
  return known.get(fragment);
}

// A hit with its parts, the best first. Where a word was found behind the text only, it is sought in the text by its beginning.
export function parted(fragment, words) {
  const { content, folded } = split(fragment);
  const places = words.map(({ word, weight, at }) => {
    const [all, beside] = shown(at, fragment.beside || []), own = all.filter(place => akin(folded[place], fold(word)));
    const seen = own.length || word.length <= SHORT ? own : all;
    return { weight, at: new Set([...seen, ...(seen.length && !beside.length ? [] : alike(folded, fold(word)))]), beside };
  });
  const anchors = (fragment.anchors || []).filter(each => each.id.includes("|")).sort((a, b) => a.location - b.location);
  const starts = [{ location: 0, id: "", text: fragment.meta.title }, ...anchors];
  const usual = content.length / starts.length, ends = starts.map((_, number) => starts[number + 1]?.location ?? content.length);
  const parts = starts.map((anchor, number) => part(fragment, anchor, ends[number], content, places, usual)).filter(each => each.score);
  parts.sort((a, b) => b.score - a.score);
  const best = parts[0] ?? part(fragment, starts[0], ends[0], content, places, usual);
  return { ...fragment, excerpt: best.excerpt, plain_excerpt: best.plain_excerpt, sub_results: parts };
}

// Places in the text that is shown; and, for words found beside it, the end of the text they stand beside.
function shown(at, runs) {
  const seen = [], beside = [];
  for (const place of at) {
    const run = runs.find(([start, length]) => place >= start && place < start + length);
    const left = runs.reduce((sum, [start, length]) => sum + (start < (run ? run[0] : place) ? length : 0), 0);
    if (run) beside.push(run[0] - left); else seen.push(place - left);
  }
  return [seen, beside];
}

function part(fragment, anchor, end, content, places, usual) {
  const [kind, language, address] = anchor.id ? anchor.id.split("|") : [fragment.meta.kind, fragment.meta.language, ""];
  const marked = new Set(), titled = anchor.location + anchor.text.trim().split(/\s+/).length;
  const room = MUCH * (1 - SPREAD + SPREAD * (end - anchor.location) / usual);
  let score = 0;
  for (const { weight, at, beside } of places) {
    const inside = [...at].filter(place => place >= anchor.location && place < end);
    const often = inside.length || Number(beside.some(place => place > anchor.location && place <= end));
    if (often) score += weight * (0.5 + often / (often + room) + (inside.some(place => place < titled) ? (anchor.id ? 0.5 : 1) : 0));
    for (const place of inside) marked.add(place);
  }
  const inTitle = [...marked].filter(place => place < titled).length;
  score *= (SELDOM[kind] ?? 1) * (anchor.id ? 1 + inTitle / (titled - anchor.location) / 2 : 1);
  const locations = [...marked].sort((a, b) => a - b), body = Math.min(titled, end - 1), from = window(locations, anchor.id ? body : anchor.location, end);
  const shown = content.slice(from, Math.min(from + LENGTH, end));
  return {
    title: anchor.text, url: fragment.url + address, anchor, kind, language, score, locations, weighted_locations: [],
    plain_excerpt: shown.join(" "), excerpt: shown.map((word, at) => (marked.has(from + at) ? `<mark>${word}</mark>` : word)).join(" "),
  };
}

// Where the passage begins: a little before the place where most of the found words stand close together.
function window(locations, start, end) {
  let best = start, most = 0;
  for (const place of locations) {
    const inside = locations.filter(each => each >= place && each < place + LENGTH - 5).length;
    if (place >= start && inside > most) [best, most] = [place, inside];
  }
  return Math.max(start, Math.min(best - 5, end - LENGTH));
}

// Whether a word of a text can be a form of a word: a stemmer alone takes some for each other that are not.
const akin = (each = "", word) => each.includes(word.length <= SHORT ? word : word.slice(0, Math.max(3, Math.ceil(word.length * 0.6))));

function alike(folded, word) {
  return word.length < SHORT ? [] : folded.flatMap((each, at) => (akin(each, word) ? [at] : []));
}
