import assert from "node:assert/strict";
import { test } from "node:test";
import * as rules from "../../docs/assets/js/adoption/adoption.js";
import { aChecklist, anAdoption, anEntry, anItem } from "./support/adoptions.mjs";

test("an adoption begins with the items of today and knows no marks", () => {
  const begun = rules.begun("Kuopio", aChecklist(), "fi", "raha=ei");

  assert.deepEqual([begun.known, begun.items, begun.fit], [["decide"], {}, "raha=ei"]);
  assert.deepEqual(begun.model, { id: "tykke", version: "2026-11-22-aaaaaa", language: "fi" });
});

test("a mark keeps the words of the item as they were", () => {
  const marked = rules.marked(anAdoption(), anItem(), { state: "done" }, "fi");
  const noted = rules.marked(marked, anItem({ text: "New words.", textVersion: "bbbbbb" }), { note: "x" }, "sv");

  assert.equal(noted.items.decide.text, "Decide.");
  assert.equal(rules.standing(noted, anItem({ textVersion: "bbbbbb" })), "changed");
});

test("a reason goes when the item is not set aside any more", () => {
  const aside = rules.marked(anAdoption(), anItem(), { state: "na", reason: "No need" }, "fi");

  assert.equal(aside.items.decide.reason, "No need");
  assert.equal(rules.marked(aside, anItem(), { state: "done" }, "fi").items.decide.reason, "");
});

test("confirming takes the new words and keeps the mark", () => {
  const adoption = anAdoption({ items: { decide: anEntry({ state: "done" }) } });

  const { state, textVersion } = rules.confirmed(adoption, anItem({ textVersion: "bbbbbb" }), "fi").items.decide;

  assert.deepEqual([state, textVersion], ["done", "bbbbbb"]);
});

test("an entry without anything written counts as none", () => {
  assert.ok(rules.isBlank(anEntry()));
  assert.ok(!rules.isBlank(anEntry({ note: "x" })));
});

test("putting nothing in takes the entry away", () => {
  assert.deepEqual(rules.put(anAdoption({ items: { decide: anEntry() } }), "decide", undefined).items, {});
});

test("news count items that are changed, new and gone, with what was noted since", () => {
  const items = [anItem({ textVersion: "bbbbbb" }), anItem({ id: "prepare" })];
  const changes = [
    { date: "2026-11-20", text: "old" },
    { date: "2026-11-22", text: "new" },
  ];
  const adoption = anAdoption({
    version: "2026-11-21-aaaaaa",
    items: { decide: anEntry({ state: "done" }) },
    known: ["decide", "price"],
  });

  const found = rules.news(adoption, aChecklist({ items, changes }));

  assert.deepEqual(found, { changes: [changes[1]], changed: 1, added: 1, removed: 1 });
  assert.equal(rules.news(rules.acknowledged(adoption, aChecklist({ items })), aChecklist({ items })), null);
});

test("a change noted on the day of the version an adoption has seen is news only while that day is the latest", () => {
  const changes = [{ date: "2026-11-21", text: "the same day" }];
  const adoption = anAdoption({ version: "2026-11-21-aaaaaa" });
  const counted = (version) => rules.news(adoption, aChecklist({ version, changes })).changes.length;

  assert.deepEqual([counted("2026-11-21-bbbbbb"), counted("2026-11-22-bbbbbb")], [1, 0]);
});

test("marked items that are gone stay with what became of them, unmarked ones do not", () => {
  const items = { price: anEntry({ note: "x" }), empty: anEntry() };
  const removed = [{ id: "price", to: "decide", why: "Merged." }];

  const found = rules.removed(anAdoption({ items }), aChecklist({ removed }));

  assert.deepEqual(found, [{ id: "price", entry: items.price, to: "decide", why: "Merged." }]);
});

test("progress leaves out what does not apply", () => {
  const items = ["a", "b", "c"].map((id) => anItem({ id }));
  const marks = { a: anEntry({ state: "done" }), b: anEntry({ state: "na" }) };

  const [phase] = rules.progress(anAdoption({ items: marks }), aChecklist({ items }));

  assert.deepEqual([phase.done, phase.na, phase.of], [1, 1, 2]);
});

test("an owner is a role where the text names one, else a name", () => {
  const owners = ["johtaja ", "Testaaja", " "].map((text) => rules.ownerOf(text, aChecklist()));

  assert.deepEqual(owners, [{ role: "director" }, { name: "Testaaja" }, null]);
  assert.equal(rules.ownerName({ role: "director" }, aChecklist()), "johtaja");
  assert.equal(rules.ownerName({ role: "unheard-of" }, aChecklist()), "unheard-of");
});

test("an adoption begun later has what was written into the memo before, and its own answers first", () => {
  const draft = anAdoption({ fit: "raha=ei", costs: { clients: "30" }, memo: { ehdotus: "Aloitetaan." } });
  const begun = (fit) => rules.begun("Kuopio", aChecklist(), "fi", fit);

  const continued = rules.continued(begun(""), draft);

  assert.deepEqual(
    [continued.name, continued.costs, continued.memo, continued.fit],
    ["Kuopio", draft.costs, draft.memo, "raha=ei"],
  );
  assert.equal(rules.continued(begun("raha=oma"), draft).fit, "raha=oma");
  assert.deepEqual(rules.continued(continued, undefined), continued);
});

test("only a fragment with answers of the finder carries answers", () => {
  const found = ["#raha=ei", "#tulokset", "#kayttoonotto=abc", `#a=${"x".repeat(6000)}`, ""].map(rules.answersIn);

  assert.deepEqual(found, ["raha=ei", "", "", "", ""]);
});
