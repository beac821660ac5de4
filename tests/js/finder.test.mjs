import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, ordered, rarity, scored } from "../../scripts/mallisto/search/finder/ranking.js";
import { basesOf, head, isFinnish, nearestWords } from "../../scripts/mallisto/search/finder/spelling.js";
import { distance, fold, keysOf, tokens } from "../../scripts/mallisto/search/finder/words.js";

const CUT = /^(.{3,}?)(?:i|j|e)?(?:a|n|t|ssa|lla|lle|n|[aeiouy]n)?$/;
const FACTS = { cut: CUT, stems: [(word) => word.replace(/erna$/, "")], ignored: new Set(["kun"]) };

const among =
  (...bases) =>
  async (words) =>
    words.some((word) => bases.includes(word));

test("words are compared in plain letters and keep what joins them", () => {
  assert.deepEqual(tokens("TYÖ- ja Kela:n osa-aika, 5 %").map(fold), ["tyo", "ja", "kela:n", "osa-aika", "5"]);
});

test("a typed word may stand in the index as it is, without its ending, or as a stem", () => {
  assert.deepEqual(keysOf("Kunnalla", FACTS), ["kunnalla", "kunna"]);
  assert.deepEqual(keysOf("kommunerna", FACTS), ["kommunerna", "kommunern", "kommun"]);
});

test("letters left out, put in, exchanged or swapped are counted", () => {
  assert.equal(distance("lahete", "lahete", 2), 0);
  assert.equal(distance("lahete", "lhaete", 2), 1);
  assert.equal(distance("lahete", "lahet", 2), 1);
  assert.equal(distance("lahete", "palvelu", 2), 3);
});

test("a short word is near by one letter, a long one by two", () => {
  assert.deepEqual(nearestWords("lahte", ["lähete", "lähtö"]), ["lähete", "lähtö"]);
  assert.deepEqual(nearestWords("lahtxx", ["lähete"]), []);
  assert.deepEqual(nearestWords("kuntoutsu", ["kuntoutus", "kunto"]), ["kuntoutus"]);
});

test("a word never becomes one with another first letter, nor one with another last part", () => {
  assert.deepEqual(nearestWords("masennus", ["asennus", "valmennus"]), []);
  assert.deepEqual(nearestWords("perhetuki", ["perhetupi", "tuki", "perhe"]), []);
});

test("of a compound whose parts the site has, the last part is found", () => {
  assert.equal(head("selkäkipu", ["selkä", "kipu"]), "kipu");
  assert.equal(head("selkäkipu", ["kipu"]), "");
});

test("a form has its base form among its bases, in whatever grade", () => {
  for (const [form, base] of [
    ["kyvylla", "kyky"],
    ["lahetteella", "lahete"],
    ["ihmisen", "ihminen"],
    ["kunnan", "kunta"],
  ])
    assert.ok(basesOf(form, CUT).includes(base), form);
});

test("a form of a word or a compound of two is Finnish, a misspelt word is not", async () => {
  const isBase = among("kissa", "ruoka", "kun", "sairaanhoitaja");

  assert.ok(await isFinnish("kissalla", FACTS, isBase));
  assert.ok(await isFinnish("kissanruoka", FACTS, isBase));
  assert.ok(!(await isFinnish("kunruoka", FACTS, isBase)), "no compound begins so");
  assert.ok(!(await isFinnish("sairaanhoitjaa", FACTS, isBase)));
});

const models = (count) => ({
  entries: Array.from({ length: count }, () => ({ kind: "malli", length: 10 })),
  models: count,
});
const said = (entry, way, rest = {}) => ({
  entry,
  part: 1,
  way,
  often: 1,
  isTitled: false,
  isShown: true,
  sure: 1,
  ...rest,
});

function ranked(known, ...found) {
  const entries = counted(found);
  const words = [{ entries, weight: rarity([...entries.keys()], known) }];
  return ordered([...scored(words, known).values()], known).map(({ id }) => id);
}

test("an entry's own word comes before a compound, kin and a word of the same meaning", () => {
  const known = models(4);

  assert.deepEqual(ranked(known, said(3, 3), said(2, 2), said(1, 1), said(0, 0)), [0, 1, 3, 2]);
});

test("kin and words of the same meaning, however many, weigh less than the word itself", () => {
  const known = models(3);

  assert.deepEqual(ranked(known, said(2, 2, { often: 5 }), said(1, 3, { often: 5 }), said(0, 0)), [0, 1, 2]);
});

test("a title says more than a text, and a text of this page more than one of another language", () => {
  const known = models(3);

  assert.deepEqual(
    ranked(known, said(2, 0, { isShown: false }), said(1, 0), said(0, 0, { isTitled: true })),
    [0, 1, 2],
  );
});

test("a word that fewer models say weighs more", () => {
  const known = models(10);

  assert.ok(rarity([1], known) > rarity([1, 2, 3], known));
});
