import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, judged, needs, ordered } from "../../docs/assets/js/fit-verdicts.js";

const aFinding = (question, ids, isChosen, verdict) => [question, ids, isChosen, verdict, `${verdict}:`, []];
const stateOf = (need, ...findings) => judged({ isWhole: false, ...need }, findings).state;

test("each answer is a need of its own, and the professionals are one", () => {
  const answers = grouped([
    ["kenelle", "adults"],
    ["kenelle", "employed"],
    ["ammattilaiset", "nurse"],
    ["ammattilaiset", "physician"],
  ]);

  assert.deepEqual(needs(answers, new Set(["ammattilaiset"])), [
    { question: "kenelle", answers: ["adults"], isWhole: false },
    { question: "kenelle", answers: ["employed"], isWhole: false },
    { question: "ammattilaiset", answers: ["nurse", "physician"], isWhole: true },
  ]);
});

test("a need is met only where something told supports it", () => {
  const need = { question: "raha", answers: ["hanke"] };

  assert.equal(stateOf(need), "unknown");
  assert.equal(stateOf(need, aFinding("raha", "", 1, "unknown")), "unknown");
  assert.equal(stateOf(need, aFinding("raha", "hanke", 1, "told")), "unknown");
  assert.equal(stateOf(need, aFinding("raha", "hanke", 1, "fits"), aFinding("raha", "", 1, "unknown")), "fits");
  assert.equal(stateOf(need, aFinding("raha", "oma", 1, "missing")), "unknown");
});

test("one missing professional is a conflict, and one whose need is unknown leaves the team open", () => {
  const team = { question: "ammattilaiset", answers: ["nurse"], isWhole: true };
  const there = aFinding("ammattilaiset", "nurse", 1, "fits");

  assert.equal(stateOf(team, there), "fits");
  assert.equal(stateOf(team, there, aFinding("ammattilaiset", "physician", 0, "missing")), "missing");
  assert.equal(stateOf(team, there, aFinding("ammattilaiset", "physician", 0, "unknown")), "unknown");
  assert.equal(stateOf(team, there, aFinding("ammattilaiset", "physician", 0, "told")), "fits");
  assert.equal(stateOf(team, aFinding("ammattilaiset", "", 1, "unknown")), "unknown");
});

test("what led to a state is told, and what holds whatever is answered only where nothing else is", () => {
  const need = { question: "raha", answers: ["hanke"], isWhole: false };
  const own = aFinding("raha", "hanke", 1, "fits");
  const always = aFinding("raha", "", 1, "unknown");

  assert.deepEqual(judged(need, [own, always]).findings, [own]);
  assert.deepEqual(judged(need, [always]).findings, [always]);
});

test("most needs met come first, then the fewest conflicts; a silent model and a light one never by that alone", () => {
  const model = (name, cells, isLight = 0) => ({ name, cells: cells.split(" "), isLight });

  const found = ordered(
    [
      model("light", "fits fits fits", 1),
      model("silent", "unknown unknown unknown"),
      model("b", "fits fits missing"),
      model("c", "fits unknown unknown"),
      model("a", "fits fits unknown"),
    ],
    "fi",
  );

  assert.deepEqual(
    found.map((each) => each.name),
    ["a", "b", "c", "silent", "light"],
  );
});
