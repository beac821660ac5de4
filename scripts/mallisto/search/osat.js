// A hit as its parts, the best first: steps, roles, items and sections, each with its address and the passage that
// answers.

export const SHORT = 4;
const LENGTH = 30;

// How often a word is said counts the less the oftener it is said, and the longer the part is: a step that is about it
// answers better than a long section that mentions it. As in BM25.
const MUCH = 1.2;
const SPREAD = 0.75;
// A remark beside a fact, or of what a source does not tell, seldom answers.
const FAINT = 0.3;
// A word of one language may be another of the next.
const FOREIGN = 0.3;
// An item of a checklist asks whether something is done; where it is done is told elsewhere.
const SELDOM = { kohta: 0.8 };

export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

// A text as its words; made once of each.
const known = new WeakMap();
function split(fragment) {
  if (!known.has(fragment)) known.set(fragment, (fragment.raw_content ?? fragment.content).split(/\s+/));
  return known.get(fragment);
}

// A word in plain letters. Few words of a text are ever asked for, and the same ones often.
const plain = new Map();
function plainly(word = "") {
  if (!plain.has(word)) plain.set(word, fold(word));
  return plain.get(word);
}

// A hit with its parts, the best first, and how much of what is sought it tells.
export function parted(fragment, words) {
  const content = split(fragment);
  const places = words.map((each) => placed(each, fragment, content));
  const anchors = (fragment.anchors || [])
    .filter((each) => each.id.includes("|"))
    .sort((a, b) => a.location - b.location);
  const starts = [{ location: 0, id: "", text: fragment.meta.title }, ...anchors];
  const usual = content.length / starts.length;
  const ends = starts.map((_, number) => starts[number + 1]?.location ?? content.length);
  const parts = starts
    .map((anchor, number) => part(fragment, anchor, ends[number], places, usual))
    .filter((each) => each.score);
  parts.sort((a, b) => b.score - a.score);
  const best = parts[0] ?? part(fragment, starts[0], ends[0], places, usual);
  const told = places.reduce(
    (sum, { weight }, number) => sum + weight * saturated(parts.reduce((all, { often }) => all + often[number], 0)),
    0,
  );
  return { ...fragment, excerpt: best.excerpt, plain_excerpt: best.plain_excerpt, sub_results: parts, told };
}

// How much is said by a word that is said so often in a whole hit.
const saturated = (often) => (Math.min(1, often) * often) / (often + 0.5);

// Where a word was found: its places in the text that is shown; and the end of the text there for each time it was
// found beside it, as a form of one of its words or as a word of another language.
function placed({ word, weight, at, sure = at }, { beside = [], foreign = [] }, content) {
  const seen = [];
  const ends = [];
  const others = [];
  for (const place of new Set([...at, ...sure])) {
    const run = beside.find(([start, length]) => place >= start && place < start + length);
    const left = beside.reduce((sum, [start, length]) => sum + (start < (run ? run[0] : place) ? length : 0), 0);
    if (run && !sure.includes(place)) continue;
    if (run) (foreign.includes(run[0]) ? others : ends).push(run[0] - left);
    else seen.push(place - left);
  }
  const own = seen.filter((place) => akin(content[place], fold(word)));
  return { word: fold(word), weight, seen: own.length || word.length <= SHORT ? own : seen, ends, others };
}

function part(fragment, anchor, end, places, usual) {
  const content = split(fragment);
  const [kind, language, address] = anchor.id ? anchor.id.split("|") : [fragment.meta.kind, fragment.meta.language, ""];
  const titled = anchor.location + anchor.text.trim().split(/\s+/).length;
  const room = MUCH * (1 - SPREAD + (SPREAD * (end - anchor.location)) / usual);
  const remarks = (fragment.remarks || []).find((place) => place >= titled && place < end) ?? end;
  const marked = new Set();
  const told = [];
  let score = 0;
  for (const { word, weight, seen, ends, others } of places) {
    const inside = seen.filter((place) => place >= anchor.location && place < end);
    const behind = ends.filter((place) => place >= titled && place <= end);
    const often =
      inside.reduce((sum, place) => sum + (place < remarks ? 1 : FAINT), 0) +
      behind.reduce((sum, place) => sum + (place <= remarks ? 1 : FAINT), 0) +
      FOREIGN * others.filter((place) => place >= titled && place <= end).length;
    told.push(often);
    score +=
      weight *
      (Math.min(1, often) / 2 +
        often / (often + room) +
        (inside.some((place) => place < titled) ? (anchor.id ? 0.5 : 1) : 0));
    for (const place of inside) marked.add(place);
    if (behind.length)
      for (let place = anchor.location; place < end; place++) if (akin(content[place], word)) marked.add(place);
  }
  const inTitle = [...marked].filter((place) => place < titled).length;
  score *= (SELDOM[kind] ?? 1) * (anchor.id ? 1 + inTitle / (titled - anchor.location) / 2 : 1);
  const locations = [...marked].sort((a, b) => a - b);
  const body = Math.min(titled, end - 1);
  const from = window(locations, body, end);
  const to = Math.min(from + LENGTH, end);
  const shown = content.slice(from, to);
  const before = from > body ? "… " : "";
  const after = to < end ? " …" : "";
  return {
    title: anchor.text,
    url: fragment.url + address,
    anchor,
    kind,
    language,
    score,
    often: told,
    locations,
    weighted_locations: [],
    plain_excerpt: before + shown.join(" ") + after,
    excerpt:
      before + shown.map((word, at) => (marked.has(from + at) ? `<mark>${word}</mark>` : word)).join(" ") + after,
  };
}

// Where the passage begins: a little before the place where most of the found words stand close together.
function window(locations, start, end) {
  let best = start;
  let most = 0;
  for (const place of locations) {
    const inside = locations.filter((each) => each >= place && each < place + LENGTH - 5).length;
    if (place >= start && inside > most) [best, most] = [place, inside];
  }
  return Math.max(start, Math.min(best - 5, end - LENGTH));
}

// Whether a word of a text can be a form of a word, or hold one: a stemmer alone takes some for each other that are
// not.
const akin = (each, word) =>
  word.length <= SHORT
    ? plainly(each)
        .split(/[^\p{L}\p{N}]+/u)
        .some((piece) => piece.startsWith(word))
    : plainly(each).includes(word.slice(0, Math.max(SHORT, Math.ceil(word.length * 0.6))));
