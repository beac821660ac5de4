// Random edits through the form's writer: `node edits.mjs MODULES COUNT SEED FILE …` prints what came of them.
// MODULES is the folder of yaml-merge.js and yaml.js. Every edit is made in a part of a real model, as people write:
// with comments at the ends of lines, above them, and with folded texts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, count, seed, ...files] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(modules, name)));
const { mergeValue, same } = await load("yaml-merge.js");
const { parsed, read } = await load("yaml.js");
const { diffIndices } = await load("../../lib/node-diff3/diff3.js");

/** How many lines of a text are not those of another. */
const distance = (one, other) =>
  diffIndices(one.split("\n"), other.split("\n")).reduce((sum, each) => sum + each.buffer1[1] + each.buffer2[1], 0);

let state = Number(seed);
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const below = (limit) => Math.floor(random() * limit);
const one = (list) => list[below(list.length)];
const isObject = (value) => value !== null && typeof value === "object";

/** Three of the file's main fields as they stand in it. */
const part = (text) => {
  const blocks = text.split(/^(?=[a-z_]+:)/m);
  const chosen = new Set([one(blocks), one(blocks), one(blocks)]);
  return blocks.filter((each, index) => index === 0 || chosen.has(each)).join("");
};

/**
 * The text with marked comments and folds that say nothing else; the number of each comment by the line it stands on
 * or above.
 */
const handwritten = (text) => {
  const lines = [];
  let number = 0;
  const mark = () => {
    number += 1;
    return `# kommentti${number}.`;
  };
  for (const line of text.split("\n")) {
    const [, indent, dash, field, rest] = line.match(/^(\s*)(- )?([a-z_]+):(?: ([^"'#|>[{&*!].*))?$/) ?? [];
    const chance = random();
    if (field && chance < 0.04 && !dash) lines.push(`${indent}${mark()}`, line);
    else if (rest && chance < 0.08) lines.push(`${line}  ${mark()}`);
    else if (rest && chance < 0.12 && rest.length > 90 && !dash)
      lines.push(`${indent}${field}: >-`, ...folded(rest, indent));
    else lines.push(line);
  }
  return lines.join("\n");
};

const folded = (text, indent) => text.match(/(?=\S).{1,70}(?=\s|$)/g).map((each) => `${indent}  ${each.trim()}`);

/** Every value inside a value with its path. */
function* inside(value, path = []) {
  yield { value, path };
  if (isObject(value)) for (const [step, inner] of Object.entries(value)) yield* inside(inner, [...path, step]);
}

const at = (root, path) => path.reduce((value, step) => value[step], root);

const changed = (root, path, change) => {
  const copy = structuredClone(root);
  change(at(copy, path.slice(0, -1)), path.at(-1));
  return copy;
};

const WORDS = [
  "äiti",
  "yö",
  "#7",
  "huomenna:",
  '"lainaus"',
  "it's",
  "100",
  "työkyky",
  "no",
  "- viiva",
  "yes",
  "&nimi",
  "– ajatus",
  "{x}",
  "%",
];

/** Kinds of edits: which values they may touch, and what they do with one of them. */
const EDITS = {
  word: {
    fits: ({ value }) => typeof value === "string" && value.includes(" "),
    make: (root, path) =>
      changed(root, path, (parent, step) => {
        const words = parent[step].split(" ");
        words[below(words.length)] = one(WORDS);
        parent[step] = words.join(" ");
      }),
  },
  value: {
    fits: ({ value, path }) => !isObject(value) && value !== null && path.at(-1) !== "id",
    make: (root, path) =>
      changed(root, path, (parent, step) => {
        parent[step] = one([...WORDS, "2024-05-06", "2024", "1.50"]);
      }),
  },
  number: {
    fits: ({ value }) => typeof value === "number",
    make: (root, path) =>
      changed(root, path, (parent, step) => {
        parent[step] = String(below(3000));
      }),
  },
  lost: {
    fits: ({ path }) => path.length > 1,
    make: (root, path) =>
      changed(root, path, (parent, step) => (Array.isArray(parent) ? parent.splice(step, 1) : delete parent[step])),
  },
  added: {
    fits: ({ value }) => Array.isArray(value) && value.length,
    make: (root, path) =>
      changed(root, [...path, 0], (parent) => {
        const copy = structuredClone(one(parent));
        if (isObject(copy) && copy.id) copy.id = `uusi-${below(1e6)}`;
        parent.splice(below(parent.length + 1), 0, copy);
      }),
  },
  moved: {
    fits: ({ value }) => Array.isArray(value) && value.length > 1,
    make: (root, path) =>
      changed(root, [...path, 0], (parent) =>
        parent.splice(below(parent.length), 0, ...parent.splice(below(parent.length), 1)),
      ),
  },
  field: {
    fits: ({ value }) => isObject(value) && !Array.isArray(value),
    make: (root, path) =>
      changed(root, [...path, ""], (parent) => {
        parent.lisatty = { fi: one(WORDS), sv: one(WORDS) };
      }),
  },
};

const comments = (text) => text.match(/# kommentti\d+\./g) ?? [];

/** The comments that belong to the value at a path: on its lines, and directly above it. */
const own = (text, path) => {
  const document = parsed(text);
  const parent = document.getIn(path.slice(0, -1), true) ?? document.contents;
  const found = parent.items.find((each, index) => String(each.key?.value ?? index) === String(path.at(-1)));
  const [start, end] = [(found.key ?? found).range[0], (found.key ? found.value : found).range[2]];
  const above = text.slice(0, start).split("\n").slice(0, -1);
  let first = above.length;
  while (first > 0 && above[first - 1].trim().startsWith("#")) first -= 1;
  return comments([...above.slice(first), text.slice(start, end)].join("\n"));
};

/** The path of what goes when the value at a path does: whatever holds nothing else goes with it. */
const emptied = (root, path) => {
  const parent = path.slice(0, -1);
  return parent.length && Object.keys(at(root, parent)).length === 1 ? emptied(root, parent) : path;
};

const KINDS = Object.keys(EDITS);
const texts = files.map((file) => readFileSync(file, "utf8"));
const result = { edits: {}, comments: 0, wrong: [], lost: [], wide: [] };

for (let number = 0; Object.values(result.edits).reduce((sum, each) => sum + each, 0) < Number(count); number += 1) {
  const text = handwritten(part(texts[number % texts.length]));
  const before = read(text);
  const kind = KINDS[number % KINDS.length];
  const spots = [...inside(before)].filter((each) => each.path.length && EDITS[kind].fits(each));
  if (!spots.length) continue;
  const { path } = one(spots);
  const wanted = EDITS[kind].make(before, path);
  const after = mergeValue(text, wanted);
  const note = { number, kind, path: path.join(".") };
  result.edits[kind] = (result.edits[kind] ?? 0) + 1;
  result.comments += comments(text).length;
  if (!same(read(after), wanted)) result.wrong.push(note);
  const touched = new Set(kind === "lost" ? own(text, emptied(before, path)) : []);
  const lost = comments(text).filter((each) => !after.includes(each) && !touched.has(each));
  if (lost.length) result.lost.push({ ...note, lost });
  if (kind === "word" && distance(text, after) > 2) result.wide.push({ ...note, lines: distance(text, after) });
}

process.stdout.write(JSON.stringify(result));
