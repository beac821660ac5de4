// The form's two merges on small texts; `tests/form/` runs thousands of random edits of real models through them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeTexts } from "../../docs/assets/js/form/three-way-merge.js";
import { Versions } from "../../docs/assets/js/form/versions.js";
import { read } from "../../docs/assets/js/form/yaml.js";
import { isEmpty, mergeValue, same } from "../../docs/assets/js/form/yaml-merge.js";

const TEXT = `# What it is
name: TYKKE # as the source writes it
year: 2024
about: >-
  A long text that people
  folded by hand.
steps:
  - id: ask
    to: "no"
  - id: tell
`;

test("a changed word changes its line only; comments and folds stay", () => {
  const merged = mergeValue(TEXT, { ...read(TEXT), name: "TOIKE" });

  assert.equal(merged, TEXT.replace("TYKKE", "TOIKE"));
});

test("a value that says the same leaves the text byte for byte", () => {
  assert.equal(mergeValue(TEXT, { ...read(TEXT), year: "2024" }), TEXT);
});

test("an item that is moved keeps what is written beside it", () => {
  const value = read(TEXT);

  const merged = mergeValue(TEXT, { ...value, steps: value.steps.toReversed() });

  assert.match(merged, /- id: tell\n {2}- id: ask\n {4}to: "no"\n$/);
});

test("what other readers take for a truth value is quoted, a date is not", () => {
  const merged = mergeValue("a: x\nb: x\n", { a: "yes", b: "2024-05-06" });

  assert.equal(merged, 'a: "yes"\nb: 2024-05-06\n');
});

test("empty values are the same whatever they are made of", () => {
  assert.ok([null, undefined, "", [], {}].every(isEmpty));
  assert.ok(same({ a: 1, b: [] }, { a: "1" }));
  assert.ok(!same([1, 2], [2, 1]));
});

test("changes in different lines are both taken", () => {
  assert.deepEqual(mergeTexts("a\nB\nc", "a\nb\nc", "A\nb\nc"), { text: "A\nB\nc", theirs: [] });
});

test("where both changed the same line mine stays and theirs is told", () => {
  assert.deepEqual(mergeTexts("a\nmine", "a\nb", "a\ntheirs"), { text: "a\nmine", theirs: ["theirs"] });
});

test("a text that was saved stands behind the name it was read under", () => {
  const versions = new Versions();
  const name = versions.read("a: 1");
  versions.wrote("a: 2", name);

  versions.saved("a: 2");

  assert.equal(versions.behind(name), "a: 2");
  assert.deepEqual(versions.origin("a: 2"), { name, text: "a: 2" });
  assert.equal(versions.origin("a: 3"), undefined);
});
