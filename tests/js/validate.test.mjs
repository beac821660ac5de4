import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST, parseAdoption } from "../../docs/assets/js/adoption/validate.js";
import { anAdoption, anEntry } from "./support/adoptions.mjs";

const parsed = (rest) => parseAdoption(JSON.stringify({ ...anAdoption(), ...rest }));

test("an adoption with something of everything is accepted as it is", () => {
  const entry = anEntry({ state: "na", reason: "No", owner: { name: "T" }, due: "2028-02-29", language: "sv" });
  const adoption = anAdoption({
    items: { decide: entry },
    costs: { clients: "50" },
    memo: { proposal: "Begin." },
    evaluations: [{ date: "2027-01-15", scores: { caseload: 4 } }],
  });

  assert.deepEqual(parseAdoption(JSON.stringify(adoption)), { adoption });
});

const REFUSED = [
  ["{", { refused: "damaged" }],
  ["[1]", { refused: "foreign" }],
  ['{"format": "other"}', { refused: "foreign" }],
  [" ".repeat(MOST + 1), { refused: "large" }],
];
for (const [text, why] of REFUSED)
  test(`a text that is no adoption is refused: ${text.slice(0, 20)}`, () => assert.deepEqual(parseAdoption(text), why));

test("an adoption of a later version is refused", () => assert.deepEqual(parsed({ version: 4 }), { refused: "newer" }));

const WRONG = [
  [{ name: "" }, "name"],
  [{ name: "x".repeat(101) }, "name"],
  [{ extra: 1 }, "extra"],
  [{ id: "<b>" }, "id"],
  [{ known: [1] }, "known.1"],
  [{ items: [] }, "items"],
  [{ items: { __proto__x: {} } }, "items.__proto__x"],
  [{ items: { "decide-need": { state: "done" } } }, "items.decide-need"],
  [{ created: "2027-02-30" }, "created"],
  [{ costs: { clients: 50 } }, "costs.clients"],
  [{ memo: { "<b>": "x" } }, "memo.<b>"],
  [{ evaluations: [{ date: "2027-02-30", scores: {} }] }, "evaluations.1.date"],
  [{ evaluations: [{ date: "2027-02-01", scores: { caseload: "5" } }] }, "evaluations.1.scores.caseload"],
  [{ evaluations: [{ date: "2027-02-01", scores: { caseload: -1 } }] }, "evaluations.1.scores.caseload"],
  [{ evaluations: [{ date: "2027-02-01", scores: {}, note: "x" }] }, "evaluations.1.note"],
];
for (const [rest, field] of WRONG)
  test(`the first wrong field is named: ${JSON.stringify(rest).slice(0, 60)}`, () => {
    const found = parsed(rest);

    assert.equal(found.refused, "field");
    assert.ok(found.field.startsWith(field), found.field);
  });

for (const due of ["2027-02-30", "2027-13-01", "1.3.2027", 5])
  test(`a day that does not exist is refused: ${due}`, () => {
    const found = parsed({ items: { "decide-need": anEntry({ due }) } });

    assert.deepEqual(found, { refused: "field", field: "items.decide-need.due" });
  });

test("adoptions of versions 0, 1 and 2 become ones of today", () => {
  const {
    known: _known,
    fit: _fit,
    costs: _costs,
    memo: _memo,
    evaluations: _evaluations,
    ...oldest
  } = anAdoption({ items: { decide: anEntry() } });

  for (const old of [
    { ...oldest, version: 0 },
    { ...oldest, known: ["decide"], fit: "", costs: { clients: 50 }, version: 1 },
    { ...oldest, known: ["decide"], fit: "", costs: {}, memo: {}, version: 2 },
  ]) {
    const { adoption } = parseAdoption(JSON.stringify(old));
    assert.deepEqual(
      [adoption.version, adoption.known, adoption.fit, adoption.costs, adoption.memo, adoption.evaluations],
      [3, ["decide"], "", {}, {}, []],
    );
  }
});
