// Two people's changes of one word each, joined: `node merge.mjs MODULES COUNT SEED FILE …` prints what was lost and
// what was asked about.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, count, seed, ...files] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(modules, name)));
const { mergeValue, same } = await load("yaml-merge.js");
const { mergeTexts } = await load("three-way-merge.js");
const { read } = await load("yaml.js");

let state = Number(seed);
const below = (limit) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return state % limit;
};

function* texts(value, path = []) {
  if (typeof value === "string" && value.includes(" ")) yield path;
  if (value !== null && typeof value === "object")
    for (const [step, inner] of Object.entries(value)) yield* texts(inner, [...path, step]);
}

const changed = (root, path, word) => {
  const copy = structuredClone(root);
  const parent = path.slice(0, -1).reduce((value, step) => value[step], copy);
  parent[path.at(-1)] = `${parent[path.at(-1)]} ${word}`;
  return copy;
};

const result = { lost: [], asked: 0, unasked: 0 };
for (let number = 0; number < Number(count); number += 1) {
  const blocks = readFileSync(files[number % files.length], "utf8").split(/^(?=[a-z_]+:)/m);
  const base = [...blocks.slice(0, 4), blocks[4 + below(blocks.length - 4)]].join("");
  const value = read(base);
  const places = [...texts(value)];
  const [one, other] = [places[below(places.length)], places[below(places.length)]];
  const isSame = one.join() === other.join();
  const mine = mergeValue(base, changed(value, one, "minun"));
  const theirs = mergeValue(base, changed(value, other, "heidän"));
  const both = mergeTexts(mine, base, theirs);
  const wanted = isSame ? read(mine) : changed(changed(value, one, "minun"), other, "heidän");
  if (!same(read(both.text), wanted)) result.lost.push({ number, one: one.join("."), other: other.join(".") });
  if (both.theirs.length && !isSame) result.asked += 1;
  const clash = mergeTexts(mine, base, mergeValue(base, changed(value, one, "heidän")));
  if (!clash.theirs.length || !clash.text.includes("minun")) result.unasked += 1;
}
process.stdout.write(JSON.stringify(result));
