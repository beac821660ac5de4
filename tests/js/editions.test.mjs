import assert from "node:assert/strict";
import { test } from "node:test";
import { after, asked } from "../../docs/assets/js/editions.js";

const revision = (day, replaced) => ({ dataset: replaced ? { day, replaced } : { day } });
const LATEST = "2027-03-01-cccccc";
const THIRD = revision("2027-03-01", "2027-01-01-bbbbbb");
const SECOND = revision("2027-01-01", "2026-12-01-aaaaaa");
const NOTED = revision("2027-01-01");
const FIRST = revision("2026-12-01", "2026-11-01-000000");
const ALL = [THIRD, SECOND, NOTED, FIRST];

test("an address names an edition or nothing", () => {
  assert.deepEqual(asked("?versio=2026-11-20-3f2a9c"), { version: "2026-11-20-3f2a9c", day: "2026-11-20" });
  for (const search of ["", "?versio=", "?versio=<b>x</b>", "?versio=-3f2a9c"]) assert.equal(asked(search).version, "");
});

for (const [title, version, kind, newer] of [
  ["after the latest edition nothing came", LATEST, "latest", []],
  [
    "after a replaced edition came what replaced it and all later",
    "2026-12-01-aaaaaa",
    "found",
    [THIRD, SECOND, NOTED],
  ],
  ["an edition that nothing replaced is placed by its day", "2027-01-01-dddddd", "byDay", [THIRD, SECOND, NOTED]],
  ["after an edition of a later day nothing was noted", "2028-01-01-dddddd", "none", []],
])
  test(title, () => assert.deepEqual(after(ALL, asked(`?versio=${version}`), LATEST), { kind, newer }));
