// How well entries and their parts answer. A word counts by how its entry says it: in its own words before compounds,
// words of the same root and words of the same meaning; the more rarely models say it, the more.

export const WEIGHTS = {
  ways: [1, 0.5, 0.2, 0.3, 0.8], // own, compound, kin, related; by another word that was asked for it
  most: [Infinity, Infinity, 0.3, 0.5, Infinity], // however often it is said so
  title: 0.5,
  titles: [1, 0.6, 0.2, 0.3, 0.8],
  foreign: 0.3, // said on the pages of other languages only
  much: 1.2,
  half: 0.5,
  spread: 0.5,
  best: 0.25,
  next: 0.25,
  least: 0.1, // of what the fullest answer says, a model has to say so much, another entry more
  leastOfOthers: 0.6,
};

const saturated = (often, { much }) => Math.min(1, often) / 2 + often / (often + much);

// By other words that were asked for it; they add up.
export const MEANT = 4;
// What may be another word is not said.
export const FAR = 0.2;

// Of a word: what each part of each entry says of it, in which ways, and in which of these on this page.
export function counted(found, weights = WEIGHTS) {
  const entries = new Map();
  for (const { entry, part, way, often, isTitled, isShown, sure } of found) {
    const parts = entries.get(entry) || entries.set(entry, new Map()).get(entry);
    const one =
      parts.get(part) ||
      parts.set(part, { said: weights.ways.map(() => 0), isShown: [], surest: 0, title: 0 }).get(part);
    const share = sure * (isShown ? 1 : way === 3 ? 1 : weights.foreign);
    one.said[way] = way === MEANT ? one.said[way] + often * share : Math.max(one.said[way], often * share);
    one.isShown[way] ||= isShown && sure > FAR;
    one.surest = Math.max(one.surest, sure);
    if (isTitled) one.title = Math.max(one.title, weights.titles[way] * share);
  }
  for (const parts of entries.values())
    for (const one of parts.values())
      one.often = one.said.reduce((sum, said, way) => sum + Math.min(weights.most[way], weights.ways[way] * said), 0);
  return entries;
}

// Of each entry its score, how much it tells of what is asked, and the scores of its parts. `words` are the words asked
// with what entries say of them and how much they weigh.
export function scored(words, known, weights = WEIGHTS) {
  const sizes = known.entries.filter(({ kind }) => kind === "malli").map(({ length }) => length);
  const usual = sizes.reduce((sum, each) => sum + each, 0) / sizes.length || 1;
  const hits = new Map();
  for (const { entries, weight } of words)
    for (const [id, parts] of entries) {
      const hit = hits.get(id) || hits.set(id, { id, told: 0, count: 0, all: 0, parts: new Map() }).get(id);
      let all = 0;
      for (const [part, { often, title }] of parts) {
        all += often;
        const one = hit.parts.get(part) || hit.parts.set(part, { score: 0, asked: 0 }).get(part);
        one.score += weight * (saturated(often, weights) + title * (part ? 1 : 2) * weights.title);
        one.asked += weight;
      }
      all /= 1 - weights.spread + (weights.spread * (known.entries[id].length || 1)) / usual;
      hit.all += (weight * Math.min(1, all) * all) / (all + weights.half);
      hit.told += weight;
      hit.count++;
    }
  const asked = words.reduce((sum, { weight }) => sum + weight, 0);
  for (const hit of hits.values()) {
    const [best = 0, next = 0] = [...hit.parts.values()]
      .map((one) => (one.score * one.asked) / asked)
      .sort((a, b) => b - a);
    hit.score = ((hit.all + weights.best * best + weights.next * next) * hit.count) / words.length;
  }
  return hits;
}

// The hits that tell enough, models before other entries, the best first.
export function ordered(hits, known, weights = WEIGHTS) {
  const isModel = ({ id }) => known.entries[id].kind === "malli";
  const most = Math.max(0, ...[...hits].map((hit) => hit.told));
  return [...hits]
    .filter((hit) => hit.told >= most * (isModel(hit) ? weights.least : weights.leastOfOthers))
    .sort((a, b) => isModel(b) - isModel(a) || b.score - a.score);
}

// How much a word tells: the more, the fewer of the models have it. A word of no model is measured among all entries.
export function rarity(ids, known) {
  const models = ids.filter((id) => known.entries[id].kind === "malli").length;
  return Math.log(1 + (models ? known.models / models : known.entries.length / (ids.length || 1)));
}

// The rarity of a word of one model.
export const rarest = ({ models }) => Math.log(1 + Math.max(1, models));
