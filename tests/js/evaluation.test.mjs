import assert from "node:assert/strict";
import { test } from "node:test";
import * as rules from "../../docs/assets/js/adoption/evaluation.js";
import { anAdoption, theCriteria } from "./support/adoptions.mjs";

const on = (date, scores) => ({ date, scores });

test("points begin an evaluation of their day and change it", () => {
  const once = rules.scored(anAdoption(), "2027-01-15", "caseload", 4);
  const twice = rules.scored(once, "2027-01-15", "caseload", 2);

  assert.deepEqual(twice.evaluations, [on("2027-01-15", { caseload: 2 })]);
});

test("an evaluation that has lost its last points is gone", () => {
  const adoption = anAdoption({ evaluations: [on("2027-01-15", { caseload: 4 })] });

  assert.deepEqual(rules.scored(adoption, "2027-01-15", "caseload", null).evaluations, []);
});

test("each day has an evaluation of its own, and the latest is that of the latest day", () => {
  const later = rules.scored(anAdoption(), "2027-07-01", "caseload", 5);
  const both = rules.scored(later, "2027-01-15", "caseload", 3);

  assert.equal(rules.latest(both).date, "2027-07-01");
  assert.deepEqual(rules.evaluationOf(both, "2027-01-15").scores, { caseload: 3 });
  assert.deepEqual(rules.evaluationOf(both, "2027-02-01").scores, {});
});

test("a sum has a meaning when every criterion has points", () => {
  const whole = rules.total(on("2027-01-15", { caseload: 5, search: 3 }), theCriteria());
  const part = rules.total(on("2027-01-15", { caseload: 5 }), theCriteria());

  assert.deepEqual(whole, { sum: 8, most: 10, scored: 2, of: 2, meaning: "Good" });
  assert.deepEqual([part.sum, part.scored, part.meaning], [5, 1, ""]);
});

test("points of a criterion that the model no longer has do not count", () => {
  assert.equal(rules.total(on("2027-01-15", { gone: 5, search: 3 }), theCriteria()).sum, 3);
});

test("the weakest are the three with the fewest points, without those that have all", () => {
  const items = ["a", "b", "c", "d", "e"].map((id, at) => ({ id, number: at + 1, title: id }));
  const evaluation = on("2027-01-15", { a: 4, b: 2, c: 5, d: 2, e: 1 });

  const found = rules.weakest(evaluation, { ...theCriteria(), items }).map((each) => each.id);

  assert.deepEqual(found, ["e", "b", "d"]);
  assert.deepEqual(rules.weakest(on("2027-01-15", { caseload: 5 }), theCriteria()), []);
});
