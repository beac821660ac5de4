// The files of the index. They are scripts, since a page that is opened from a folder may load nothing else.
import { HERE, RELEASE, STEMMERS } from "./release.js";

// So many parts of an entry have their texts in one file.
const PARTS = 8;

const asked = {};

self.mallistoIndex = (name, value) => asked[name].resolve(value);

// The value of a file, asked for once; again where it could not be loaded.
export function load(name) {
  asked[name] ||= request(name);
  return asked[name].promise;
}

function request(name) {
  const own = {};
  own.promise = new Promise((resolve, reject) => {
    own.resolve = resolve;
    const src = new URL(`${name}.js`, HERE).href;
    const charset = "utf-8"; // of a page that does not tell its own
    const script = Object.assign(document.createElement("script"), { src, charset });
    script.addEventListener("load", () => script.remove());
    script.addEventListener("error", () => {
      script.remove();
      delete asked[name];
      reject(new Error(`${name} cannot be loaded`));
    });
    document.head.append(script);
  });
  return own;
}

export const language = () => (document.documentElement.lang || "fi").slice(0, 2);

const made = {};
const once = (name, make) => {
  made[name] ||= load(name)
    .then(make)
    .catch((problem) => {
      delete made[name];
      throw problem;
    });
  return made[name];
};

// What is known of all entries and facets in the page's language.
export const facts = () =>
  once(`${RELEASE}/facts.${language()}`, (data) => ({
    ...data,
    entries: data.entries.map(([kind, address, texts, length, ...answers]) => ({
      kind,
      address,
      texts,
      length,
      answers,
    })),
    values: data.facets.flatMap(([key, , values]) => values.map(([id]) => [key, id])),
    all: Object.fromEntries(
      data.facets.map(([key, , values]) => [key, Object.fromEntries(values.map(([id, , count]) => [id, count]))]),
    ),
    models: data.entries.filter(([kind]) => kind === "malli").length,
    ignored: new Set(data.ignored.split(" ")),
    cut: new RegExp(data.cut),
    stems: STEMMERS,
  }));

// The words of the site in the page's language.
export const siteWords = () => once(`${RELEASE}/words.${language()}`, (text) => text.split(" "));

// What the page knows of queries: places, everyday words, filters in words.
export const queryWords = () => load(`kysely.${language()}`);

// What a hit shows: what the entry is, and its parts by their numbers, those in the same files as the asked ones;
// without numbers all.
export async function texts(entry, numbers) {
  const filesOf = (each) => [...new Set(each.filter(Boolean).map((part) => Math.ceil(part / PARTS)))];
  const early = numbers ? filesOf(numbers) : [];
  const [head] = await Promise.all([load(`t/${entry.texts}.${language()}`), ...early.map((file) => part(entry, file))]);
  const asked = numbers ? early : filesOf(Array.from({ length: head.count }, (_, number) => number));
  const rows = await Promise.all(asked.map((file) => part(entry, file)));
  const numbered = asked.flatMap((file, at) => rows[at].map((row, place) => [(file - 1) * PARTS + 1 + place, row]));
  return { ...head, parts: new Map([[0, head.lead], ...numbered]) };
}

const part = (entry, file) => load(`t/${entry.texts}.${file}.${language()}`);

const fileName = (start) => start.replace(/[^A-Za-z0-9]/g, (letter) => `_${letter.codePointAt(0).toString(16)}`);
const lines = (start) =>
  once(`${RELEASE}/s/${fileName(start)}`, (text) => text.split("\n").map((line) => line.split("\t")));

// Whether one of some words in plain letters is a base form of the dictionary.
export async function isBase(words) {
  const [release, starts] = await load("lexicon");
  const names = [...new Set(words.map((word) => starts[shardOf(starts, word)]))];
  const known = await Promise.all(
    names.map((start) => once(`lexicon/${release}/${fileName(start)}`, (text) => new Set(text.split(" ")))),
  );
  return words.some((word) => known.some((bases) => bases.has(word)));
}

// The lines of the shards in which keys would stand.
export async function near(...keys) {
  const { shards } = await facts();
  const starts = new Set(keys.map((key) => shards[shardOf(shards, key)]));
  return (await Promise.all([...starts].map(lines))).flat();
}

function shardOf(shards, key) {
  let low = 0;
  let high = shards.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (shards[middle] > key) high = middle - 1;
    else low = middle;
  }
  return low;
}
