import assert from "node:assert/strict";
import { test } from "node:test";
import { hasHead, isForm, isPart } from "../../docs/assets/js/search/word-forms.js";

for (const [one, other] of [
  ["lähetettä", "lähete"],
  ["lääkäriä", "lääkäri"],
  ["kunnassa", "kunta"],
  ["roolikortti", "roolikortit"],
  ["työttömille", "työttömät"],
  ["selkäkivut", "selkäkipu"],
  ["vertailussa", "vertailu"],
  ["remissen", "remiss"],
  ["sjukskrivningar", "sjukskrivning"],
  ["models", "model"],
])
  test(`${one} may be a form of ${other}`, () => {
    assert.ok(isForm(one, other));
  });

for (const [one, other] of [
  ["neuvola", "neuvonta"],
  ["nuori", "nuo"],
  ["eläke", "elämä"],
  ["maahanmuuttaja", "maakunta"],
  ["lahti", "lahja"],
  ["ohjaan", "ohjaus"],
  ["halpa", "hjälpa"],
  ["ddo", "to"],
])
  test(`${one} is no form of ${other}`, () => {
    assert.equal(isForm(one, other), false);
  });

test("a compound ends in its head", () => {
  assert.ok(hasHead("lisärahoitusta", "rahoitus"));
  assert.equal(hasHead("rahoitus", "rahoitus"), false);
  assert.equal(hasHead("lisärahoitus", "tus"), false);
});

test("a compound begins or ends with a word, or only holds it", () => {
  assert.ok(isPart("kuntoutusohjaaja", "kuntoutuksen"));
  assert.ok(isPart("avokuntoutuksessa", "kuntoutuksen"));
  assert.ok(isPart("työkyvyttömyyseläke", "eläkkeelle"));
  assert.equal(isPart("Kansaneläkelaitos", "eläke"), false);
  assert.equal(isPart("Kansaneläkelaitos", "eläkkeelle"), false);
});
