// Which municipality a typed name means.
import assert from "node:assert/strict";
import { test } from "node:test";

import { municipalityNamed } from "../../docs/assets/js/municipality-names.js";

const known = [
  { code: "297", names: ["Kuopio", "Juankoski", "Nilsiä"] },
  { code: "049", names: ["Espoo", "Esbo"] },
  { code: "999", names: ["Esbo", "Juankoski"] },
];

test("a municipality is found by its code, its name in any language and a former municipality's name", () => {
  assert.equal(municipalityNamed("297", known)?.code, "297");
  assert.equal(municipalityNamed("  kuopio ", known)?.code, "297");
  assert.equal(municipalityNamed("NILSIÄ", known)?.code, "297");
  assert.equal(municipalityNamed("nilsia", known)?.code, "297");
});

test("a municipality's own name goes before another's other name", () => {
  assert.equal(municipalityNamed("esbo", known)?.code, "999");
});

test("what names no municipality finds none, and no part of a name does", () => {
  assert.equal(municipalityNamed("kuop", known), undefined);
  assert.equal(municipalityNamed("", known), undefined);
});
