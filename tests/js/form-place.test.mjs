import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldOf } from "../../docs/assets/js/form/place.js";

const MODEL = {
  id: "malli",
  why: { need: [{ id: "need-help", text: { fi: "Apua tarvitaan." } }, { text: { fi: "Ilman tunnusta." } }] },
  people: { roles: [{ id: "r", role: "nurse", staffing: [{ id: "two", label: { fi: "Kaksi" }, value: 2 }] }] },
};

test("a fact is found by its id or its path, and opened at its words in the reader's language", () => {
  assert.equal(fieldOf(MODEL, "need-help", "fi"), "why.need.0.text.fi");
  assert.equal(fieldOf(MODEL, "why.need.1", "sv"), "why.need.1.text.sv");
  assert.equal(fieldOf(MODEL, "two", "fi"), "people.roles.0.staffing.0.label.fi");
});

test("a section is opened itself, a fact without words at its first field, and what is not there nowhere", () => {
  assert.equal(fieldOf(MODEL, "why", "fi"), "why");
  assert.equal(fieldOf(MODEL, "r", "fi"), "people.roles.0.role");
  assert.equal(fieldOf(MODEL, "no-such-fact", "fi"), "");
  assert.equal(fieldOf(MODEL, "malli", "fi"), "");
});
