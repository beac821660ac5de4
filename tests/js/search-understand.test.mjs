import assert from "node:assert/strict";
import { test } from "node:test";
import { understand, vocabulary } from "../../docs/assets/js/search/understand.js";

const ENDINGS = ["n", "a", "ta", "ssa", "sta", "lla", "lta", "lle", "Vn"];

/** What the site knows in these tests: two facets in words, two roles, a group, a concept, a page, three places. */
const KNOWN = vocabulary({
  skipped: ["joka", "jossa", "on", "mikä", "mitä", "the", "a", "is", "där"],
  without: ["ilman", "ei", "utan", "without", "no"],
  faint: ["malli", "kunta", "palvelu"],
  asked: [
    ["lahete", "not_required", "Lähete: ei tarvita", ["ilman lähetettä", "lähetettä ei tarvita", "utan remiss"]],
    ["elinkaari", "ended", "Tila: päättynyt", ["päättynyt", "ended"]],
  ],
  named: [
    ["rooli", "physician", "lääkäri", ["lääkäri", "läkare", "physician", "doctor"]],
    ["rooli", "nurse", "hoitaja", ["hoitaja"], "voi-nurse", "hoitaja tai tehtävä"],
    ["rooli", "work-ability-team", "työkyvyn tuen tiimi", ["työkyvyn tuen tiimi"]],
    ["kohderyhma", "unemployed", "työttömät", ["työttömät", "arbetslösa", "unemployed people"]],
  ],
  everyday: [
    [
      "mielenterveys",
      "mielenterveys",
      ["masennus", "depression", "mielen pahoinvointi"],
      ["mielenterveys", "psyykkinen"],
    ],
    ["kustannukset", "kustannukset", ["halpa"], ["kustannukset", "hinta"]],
  ],
  pages: [
    [
      "vertailu/",
      "",
      "Vertaa malleja",
      "Mallit rinnakkain.",
      ["vertaa malleja", "mallien vertailu", "mitä eroa malleilla on"],
    ],
  ],
  places: {
    endings: ENDINGS,
    counties: { "09": "Päijät-Hämeen hyvinvointialue", 10: "Kymenlaakson hyvinvointialue" },
    employment: { 19: "Lahti" },
    areas: {
      398: ["Lahti", "09", "19"],
      532: ["Nastola", "", "", "398", "2016"],
      606: ["Pohja", "10", ""],
    },
    stems: {
      lahti: "398",
      lahte: "398",
      lahde: "398",
      lahtis: "398",
      nastola: "532",
      pohja: "606",
      "paijat-hame": "c09",
    },
    words: ["pohja"],
  },
  endings: ["t", "ssa", "ia"],
});
const of = (query, off) => understand(query, KNOWN, off);
const chipsOf = (query, off) => of(query, off).chips.map((chip) => `${chip.isExcluded ? "-" : ""}${chip.id}`);
const wordsOf = (query) => of(query).words.map((word) => word.typed);

for (const query of ["ilman lähetettä", "malli johon lähetettä ei tarvita", "modell utan remiss"])
  test(`a filter in words becomes a chip: ${query}`, () => {
    assert.deepEqual(chipsOf(query), ["lahete.not_required"]);
  });

for (const query of [
  "ei lääkäriä",
  "ilman lääkäriä",
  "kunta jossa ei ole lääkäriä",
  "lääkäriä ei ole",
  "without a doctor",
  "utan läkare",
])
  test(`a denied role is excluded: ${query}`, () => {
    assert.deepEqual(chipsOf(query), ["-rooli.physician"]);
  });

for (const query of ["lääkäri", "ei pääse lääkäriin", "ilman työtä lääkärille"])
  test(`no role is excluded where the denial is of something else: ${query}`, () => {
    assert.equal(
      chipsOf(query).some((each) => each.startsWith("-")),
      false,
    );
  });

test("a profession is asked for with what it may hold, and excluded without", () => {
  const chip = (query) => of(query).chips.map(({ id, also, label }) => [id, also, label]);

  assert.deepEqual(chip("malli hoitajalle"), [["rooli.nurse", "voi-nurse", "hoitaja tai tehtävä"]]);
  assert.deepEqual(chip("ilman hoitajaa"), [["rooli.nurse", undefined, "hoitaja"]]);
});

test("whom a model is for narrows, and is sought as well", () => {
  assert.deepEqual(chipsOf("malli työttömille"), ["kohderyhma.unemployed"]);
  assert.deepEqual(wordsOf("malli työttömille"), ["malli", "työttömille"]);
  assert.deepEqual(chipsOf("työttömät"), []);
});

test("a chip that was taken off leaves its words", () => {
  assert.deepEqual(chipsOf("päättynyt hanke", ["elinkaari.ended"]), []);
  assert.deepEqual(wordsOf("päättynyt hanke"), ["hanke"]);
});

for (const query of ["Lahti", "Lahdessa", "lahteen", "malli Lahdesta", "Lahtis", "Lahti's"])
  test(`a municipality is known in its forms: ${query}`, () => {
    assert.deepEqual([of(query).place.name, of(query).place.county], ["Lahti", "09"]);
  });

test("a former municipality leads to the one it is part of, with its areas of today", () => {
  const { place } = of("nastolassa");

  assert.deepEqual([place.now, place.since, place.county, place.employment], ["Lahti", "2016", "09", "Lahti"]);
});

test("a region stands for its county", () => {
  assert.equal(of("Päijät-Hämeessä").place, undefined); // its stem is not among those of this test
  assert.deepEqual([of("Päijät-Häme").place.county, of("Päijät-Häme").place.isCounty], ["09", true]);
});

test("a name that is a word too needs a capital letter or stands alone", () => {
  assert.equal(of("pohja").place.name, "Pohja");
  assert.equal(of("mallin pohjalta").place, undefined);
  assert.equal(of("malli Pohjassa").place.name, "Pohja");
});

test("an everyday word is sought as its concept too, and says so", () => {
  const [word] = of("masennuksesta").words;

  assert.deepEqual(word.concept, { id: "mielenterveys", name: "mielenterveys" });
  assert.deepEqual(word.related, ["mielenterveys", "psyykkinen"]);
  assert.equal(of("mielen pahoinvointia").words[0].concept.id, "mielenterveys");
});

test("words of questions are dropped, and words that suit every model are faint", () => {
  const { words } = of("mikä on halpa malli");

  assert.deepEqual(
    words.map(({ typed, isFaint }) => [typed, isFaint]),
    [
      ["halpa", false],
      ["malli", true],
    ],
  );
});

test("what stands in quotes is a phrase", () => {
  const { phrases, words } = of("”matala kynnys” kunta");

  assert.deepEqual(phrases, ["matala kynnys"]);
  assert.deepEqual(
    words.map((word) => word.typed),
    ["kunta"],
  );
});

for (const query of ["vertaa malleja", "mallien vertailu", "Mitä eroa malleilla on?", "vertailu"])
  test(`a page of the site is asked for by name or question: ${query}`, () => {
    assert.equal(of(query).page?.[0], "vertailu/");
  });

test("no page is asked for by a word it merely has", () => {
  assert.equal(of("lääkäri").page, undefined);
  assert.equal(of("malli").page, undefined);
  assert.equal(of("kuntoutuksen vertailu lääkärille").page, undefined);
});

test("an adjective is told by the ending it shares with the word behind it", () => {
  const attributesOf = (query) => of(query).words.map((word) => word.attributeOf);

  assert.deepEqual(attributesOf("avoimet paikat"), ["paikat", undefined]);
  assert.deepEqual(attributesOf("avoin paikka"), [undefined, undefined]);
  assert.deepEqual(attributesOf("avoimet, mitä paikat"), [undefined, undefined]);
});
