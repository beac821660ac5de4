import assert from "node:assert/strict";
import { test } from "node:test";
import { coverage, verdict } from "../../docs/assets/js/search/verdict.js";

const word = (typed, more = {}) => ({ typed, isFaint: false, ...more });
const known = (...words) => words.map((typed) => ({ typed, isKnown: true }));
const hit = (kind, met) => ({ kind, met: Object.entries(met).map(([typed, how]) => ({ word: typed, how })) });
const stateOf = (words, told, hits) => verdict(words, told, hits).state;

test("a model that says the word answers", () => {
  const found = verdict([word("kipu")], known("kipu"), [hit("malli", { kipu: "own" })]);

  assert.equal(found.state, "found");
  assert.deepEqual([found.answers.length, found.near.length, found.unknown], [1, 0, []]);
});

test("a term alone explains; it is no model", () => {
  assert.equal(stateOf([word("karenssi")], known("karenssi"), [hit("termi", { karenssi: "own" })]), "explained");
});

test("too little of what was asked is near, not found", () => {
  const asked = [word("omaishoito"), word("tuki", { isFaint: true })];

  const found = verdict(
    asked,
    [{ typed: "omaishoito", isKnown: false }, ...known("tuki")],
    [hit("malli", { omaishoito: "unknown", tuki: "own" })],
  );

  assert.equal(found.state, "near");
  assert.deepEqual([found.answers.length, found.near.length, found.unknown], [0, 1, ["omaishoito"]]);
});

test("two words of three answer where the site knows all, and do not where it lacks the third", () => {
  const asked = [word("eka"), word("toka"), word("kolmas")];
  const hits = [hit("malli", { eka: "own", toka: "form", kolmas: "unknown" })];

  assert.equal(stateOf(asked, known("eka", "toka", "kolmas"), hits), "found");
  assert.equal(stateOf(asked, [...known("eka", "toka"), { typed: "kolmas", isKnown: false }], hits), "near");
});

test("nonsense finds nothing, and is said to be unknown", () => {
  const found = verdict([word("qwrtz")], [{ typed: "qwrtz", isKnown: false }], [hit("malli", { qwrtz: "unknown" })]);

  assert.deepEqual([found.state, found.unknown], ["nothing", ["qwrtz"]]);
});

test("a word put right answers, and is offered", () => {
  const told = [{ typed: "fysioterapeuti", isKnown: false, suggestion: "fysioterapeutti", instead: "fysioterapeutti" }];

  const found = verdict([word("fysioterapeuti")], told, [hit("malli", { fysioterapeuti: "own" })]);

  assert.deepEqual([found.state, found.suggestions], ["found", [["fysioterapeuti", "fysioterapeutti"]]]);
});

test("a word for the same concept answers, for a compound of the word it only comes near", () => {
  const told = [{ typed: "masennus", isKnown: false }];
  const of = (more) => [word("masennus", { concept: { id: "mielenterveys", name: "mielenterveys" }, ...more })];
  const hits = [hit("malli", { masennus: "meant" })];

  const found = verdict(of({}), told, hits);

  assert.deepEqual([found.state, found.unknown, found.concepts[0].name], ["found", [], "mielenterveys"]);
  assert.equal(stateOf(of({ isLoose: true }), told, hits), "near");
});

test("words that nearly every model says hardly count", () => {
  const asked = [word("pääsee"), word("eläke")];
  const told = [
    { typed: "pääsee", telling: 0.2 },
    { typed: "eläke", telling: 1 },
  ];

  assert.ok(coverage(asked, [{ word: "eläke", how: "own" }], told) > 0.75);
  assert.ok(coverage(asked, [{ word: "pääsee", how: "own" }], told) < 0.25);
});

test("an adjective that is said of something else does not answer", () => {
  const asked = [word("avoimet", { attributeOf: "paikat" }), word("paikat")];
  const of = (isNext) => [
    {
      kind: "malli",
      met: [
        { word: "avoimet", how: "own", isNext },
        { word: "paikat", how: "own" },
      ],
    },
  ];

  assert.equal(stateOf(asked, known("avoimet", "paikat"), of(true)), "found");
  assert.equal(stateOf(asked, known("avoimet", "paikat"), of(false)), "near");
});

test("a word in the middle of a compound is no answer, at its beginning or end it is", () => {
  const of = (shown) => [{ kind: "malli", met: [{ word: "eläke", how: "compound", shown }] }];

  assert.equal(stateOf([word("eläke")], known("eläke"), of("Kansaneläkelaitos")), "near");
  assert.equal(stateOf([word("eläke")], known("eläke"), of("työkyvyttömyyseläke")), "found");
  assert.equal(stateOf([word("eläke")], known("eläke"), of("eläkeikä")), "found");
});

test("of models the fullest answer stands first, and no term before a model", () => {
  const asked = [word("toimi"), word("jatkuva")];
  const hits = [
    hit("malli", { toimi: "kin", jatkuva: "own" }),
    hit("malli", { toimi: "own", jatkuva: "own" }),
    hit("termi", { toimi: "own", jatkuva: "own" }),
  ];

  assert.deepEqual(verdict(asked, known("toimi", "jatkuva"), hits).answers, [hits[1], hits[0], hits[2]]);
});
