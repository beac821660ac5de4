import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { date } from "../../docs/assets/js/adoption/format.js";
import { fill } from "../../docs/assets/js/fill.js";
import { grouped, holds, read, write } from "../../docs/assets/js/fit-verdicts.js";

test("a pattern is filled in one pass and keeps the gaps nobody fills", () => {
  assert.equal(fill("{a} {b} {c}", { a: "{b}", b: 2 }), "{b} 2 {c}");
});

test("a date is written as exactly as it is known", () => {
  assert.deepEqual(
    ["2026", "2026-11", "2026-11-22"].map((day) => date(day, "fi-FI")),
    ["2026", "11.2026", "22.11.2026"],
  );
});

test("answers come back from their text", () => {
  const pairs = [
    ["kenelle", "unemployed"],
    ["kenelle", "adults"],
    ["raha", "ei"],
  ];

  assert.equal(write(pairs), "kenelle=unemployed&kenelle=adults&raha=ei");
  assert.deepEqual(read(write(pairs)), pairs);
});

test("a condition holds by any of its answers or by none of them; an open question meets nothing", () => {
  const answers = grouped([["kenelle", "adults"]]);

  assert.ok(holds(answers, ["kenelle", "unemployed adults", 1]));
  assert.ok(holds(answers, ["kenelle", "unemployed", 0]));
  assert.ok(holds(answers, ["kenelle", "", 0]));
  assert.ok(!holds(answers, ["kenelle", "unemployed", 1]));
  assert.ok(!holds(answers, ["raha", "", 1]));
});

test("no line of our scripts is longer than 120 characters", () => {
  const folders = ["docs/assets/js", "scripts/mallisto/search", "tests/js", "tests/form"];
  const scripts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, name)),
  );

  const long = scripts
    .filter((path) => /\.m?js$/.test(path))
    .filter((path) =>
      readFileSync(path, "utf8")
        .split("\n")
        .some((line) => line.length > 120),
    );

  assert.deepEqual(long, []);
});
