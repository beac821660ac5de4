import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../../docs/assets/js/search/ask.js";

const KNOWN = {
  skipped: [],
  without: ["ilman"],
  faint: ["malli"],
  asked: [["lahete", "not_required", "Lähete: ei tarvita", ["ilman lähetettä"]]],
  named: [["rooli", "physician", "lääkäri", ["lääkäri"]]],
  everyday: [["kipu", "kipu", ["selkäkipu"], ["kipu", "särky"]]],
  pages: [],
  places: {
    endings: ["ssa"],
    counties: { "09": "Päijät-Häme", 21: "Lappi" },
    employment: {},
    areas: { 398: ["Lahti", "09", ""], 148: ["Inari", "21", ""] },
    stems: { lahti: "398", lahde: "398", inari: "148" },
    words: [],
  },
};

/** A model with the words it says and what it answers to facets. */
const aModel = (id, said, answers = {}) => ({ id, said, answers });

/** A search over models, which notes what it was asked. */
const aFinder = (...models) => {
  const asked = [];
  const fits = (model, [key, { any, none = [] }]) => {
    const own = key === "sisalto" ? ["malli"] : model.answers[key] || [];
    return any ? any.some((each) => own.includes(each)) : !none.some((each) => own.includes(each));
  };
  const hit = ({ id, said }, words) => {
    const met = words.map((word) => ({ word, how: said.includes(word) ? "own" : "unknown" }));
    return { id, data: async () => ({ url: `/mallit/${id}/`, meta: { kind: "malli", title: id }, met }) };
  };
  return {
    asked,
    facts: async () => ({
      all: { alue: { "09": 1 }, lahete: { not_required: 1 }, rooli: { physician: 1 } },
      facets: [],
    }),
    search: async (query, { filters = {} } = {}) => {
      asked.push(query);
      const words = typeof query === "string" ? query.split(" ") : query.map(({ typed }) => typed);
      const found = models.filter((model) => Object.entries(filters).every((each) => fits(model, each)));
      const saying = words.length ? found.filter(({ said }) => words.some((word) => said.includes(word))) : found;
      const told = words.map((typed) => ({ typed, isKnown: models.some(({ said }) => said.includes(typed)) }));
      return { results: saying.map((model) => hit(model, words)), words: told, filters: {} };
    },
  };
};
const answer = (finder, query, more = {}) => ask(finder, KNOWN, { query, chosen: {}, off: [], ...more });
const ids = (hits) => hits.map(({ result }) => result.id);

test("an everyday word is sought with the words of its concept, as one word", async () => {
  const finder = aFinder(aModel("a", ["selkäkipu"]));

  await answer(finder, "selkäkipu");

  assert.deepEqual(finder.asked[0], [{ typed: "selkäkipu", related: ["kipu", "särky"] }]);
});

test("words that suit nearly every model are sought only where nothing else is asked", async () => {
  const finder = aFinder(aModel("a", ["kipu"]), aModel("b", ["malli"]));

  assert.deepEqual(ids((await answer(finder, "kipu malli")).answers), ["a"]);
  assert.deepEqual(ids((await answer(finder, "malli")).answers), ["b"]);
});

test("what was understood narrows, and what is left is sought within it", async () => {
  const finder = aFinder(aModel("a", ["kipu"], { lahete: ["not_required"] }), aModel("b", ["kipu"]));

  const { answers } = await answer(finder, "kipu ilman lähetettä");

  assert.deepEqual(ids(answers), ["a"]);
});

test("a denied role excludes the models that name it", async () => {
  const finder = aFinder(aModel("a", [], { rooli: ["physician"] }), aModel("b", []));

  const { answers } = await answer(finder, "malli ilman lääkäriä");

  assert.deepEqual(ids(answers), ["b"]);
});

test("of the models of a county those stand first that name the municipality", async () => {
  const there = { alue: ["09"] };
  const finder = aFinder(aModel("a", [], there), aModel("b", ["Lahti"], there), aModel("c", ["Lahti"]));

  const { answers, state } = await answer(finder, "Lahdessa");

  assert.deepEqual([state, ids(answers)], ["found", ["b", "a"]]);
});

test("a place without models is said, and what is told elsewhere stands apart", async () => {
  const finder = aFinder(aModel("a", ["kipu"], { alue: ["09"] }));

  const { state, answers, near } = await answer(finder, "kipu Inarissa");

  assert.deepEqual([state, answers, ids(near)], ["elsewhere", [], ["a"]]);
});

test("a filter that no model meets is said, and what comes near stands apart", async () => {
  const finder = aFinder(aModel("a", ["kipu"]));

  const { state, near } = await answer(finder, "kipu ilman lähetettä");

  assert.deepEqual([state, ids(near)], ["unmatched", ["a"]]);
});

test("facets of the address narrow, those the search does not know are passed over", async () => {
  const finder = aFinder(aModel("a", ["kipu"], { alue: ["09"] }), aModel("b", ["kipu"]));

  const { answers } = await answer(finder, "kipu", { chosen: { alue: ["09"], ilman: ["x"] } });

  assert.deepEqual(ids(answers), ["a"]);
});
