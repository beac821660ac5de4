// Edits of compact files through the form's format: `node compact.mjs MODULES SETTINGS COUNT SEED FILE …` prints the
// unfolded values, and the edits whose file says something else, or that changed more lines than they should.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, given, count, seed, ...files] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(modules, name)));
const { format } = await load("format.js");
const { Versions } = await load("versions.js");
const { unfold } = await load("compact.js");
const { read } = await load("yaml.js");
const { same } = await load("yaml-merge.js");
const { diffIndices } = await load("../../lib/node-diff3/diff3.js");
const settings = JSON.parse(given);

let state = Number(seed);
const below = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const isObject = (value) => value !== null && typeof value === "object";

function* statements(value) {
  if (isObject(value) && value.basis === "source" && value.modality) yield value;
  if (isObject(value)) for (const inner of Object.values(value)) yield* statements(inner);
}

const EDITS = {
  word: (fact) => {
    const text = fact.text ?? fact.note ?? fact.title;
    if (text?.fi) text.fi = `${text.fi} Uusi sana.`;
  },
  said: (fact) => {
    fact.modality = fact.modality === "planned" ? "described" : "planned";
    delete fact.reported_by;
  },
  heading: (fact, model) => {
    const { id, headings } = model.sources[0];
    fact.source = id;
    fact.heading = headings[below(headings.length)].id;
  },
};

/** The lines that an edit takes away and adds. */
const lines = (one, other) =>
  diffIndices(one.split("\n"), other.split("\n")).reduce((sum, each) => sum + each.buffer1[1] + each.buffer2[1], 0);

const wrong = [];
const wide = [];
for (const file of files) {
  const text = readFileSync(file, "utf8");
  for (let number = 0; number < Number(count); number += 1) {
    const kind = Object.keys(EDITS)[number % 3];
    const { fromFile, toFile } = format(settings, new Versions());
    const value = fromFile(text);
    const facts = [...statements(value)];
    EDITS[kind](facts[below(facts.length)], value);
    const made = toFile(value);
    const { _version, ...wanted } = value;
    const { _version: _, ...back } = fromFile(made);
    if (!same(back, wanted)) wrong.push([file, kind, number]);
    if (lines(text, made) > { word: 2, said: 14, heading: 10 }[kind]) wide.push([file, kind, lines(text, made)]);
  }
}
const unfolded = files.map((file) => [file, unfold(read(readFileSync(file, "utf8")), settings.shape)]);
process.stdout.write(JSON.stringify({ wrong, wide, unfolded: Object.fromEntries(unfolded) }));
