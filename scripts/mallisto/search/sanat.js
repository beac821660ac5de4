// What the finder is told beside Pagefind's index: the facets and entries of the page's language, and the site's own
// words.
import { fold, SHORT } from "./osat.js";

const HERE = new URL("./", import.meta.url);
const code = () => (document.documentElement.lang || "fi").slice(0, 2);

export const unpacked = (answer) => new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();

// Facets and entries of the page's language, read once.
const read = {};
export function facts() {
  read[code()] ||= fetch(new URL(`tiedot.${code()}.json`, HERE))
    .then((answer) => answer.json())
    .then((data) => {
      const values = data.facets.flatMap(([key, , each]) => each.map(([id]) => [key, id]));
      const all = {};
      for (const [key, , each] of data.facets) all[key] = Object.fromEntries(each.map(([id, , count]) => [id, count]));
      return {
        ...data,
        values,
        all,
        ignored: new Set(data.ignored.split(" ")),
        size: Object.keys(data.entries).length,
        models: Object.values(data.entries).filter(([kind]) => kind === "malli").length,
      };
    });
  return read[code()];
}

// The words of the site in the order of their plain letters, in pieces; the facts tell the first word of each.
const lists = {};
const piece = (at) => {
  const name = `${code()}.${at}`;
  lists[name] ||= fetch(new URL(`sanat/${name}.pf_words`, HERE))
    .then(unpacked)
    .then((text) => text.split("\n").map((word) => [word, fold(word)]));
  return lists[name];
};

// The words of the site in plain letters too; of those pieces only in which a word may stand that begins so, where
// that is asked.
export async function words(start = "") {
  const { words: firsts } = await facts();
  const asked = firsts
    .map((_, at) => at)
    .filter(
      (at) =>
        !start || (firsts[at].slice(0, start.length) <= start && !(firsts[at + 1]?.slice(0, start.length) < start)),
    );
  return (await Promise.all(asked.map(piece))).flat();
}

// What a Finnish word may end in, in plain letters: a case, whose it is, and what hangs on it.
const CASE = "a|n|t|s|ta|ja|da|en|den|tten|ssa|sta|lla|lta|lle|na|ksi|kse|tta|ne|sti|[aeiouy]n|h[aeiouy]n|seen|siin";
const ENDING = new RegExp(`^(i|j|e|ei|id)?(${CASE})?(ni|si|nsa|mme|nne|an|en)?(kin|kaan|ko)?$`);

// Whether a word, one that begins with it, or another form of it is a word of the site; one piece tells it.
export async function isKnown(word) {
  const { words: firsts } = await facts();
  const own = fold(word);
  const after = firsts.findIndex((first) => first > own);
  if (firsts.some((first) => first.startsWith(own))) return true;
  const at = (after < 0 ? firsts.length : after) - 1;
  const least = Math.max(SHORT, Math.ceil(own.length * 0.6));
  return at >= 0 && (await piece(at)).some(([, each]) => each.startsWith(own) || isForm(own, each, least));
}

function isForm(own, other, least) {
  let same = 0;
  while (same < own.length && own[same] === other[same]) same++;
  return same >= least && ENDING.test(own.slice(same)) && ENDING.test(other.slice(same));
}
