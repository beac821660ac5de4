import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, headline, proposalText } from "../../docs/assets/js/form/changes.js";

const TEXT = ["fi", "sv"].map((name) => ({ name, label: name === "fi" ? "suomeksi" : "ruotsiksi", widget: "text" }));
const FIELDS = [
  { name: "name", label: "Nimi", widget: "object", fields: TEXT },
  {
    name: "need",
    label: "Tarve",
    widget: "list",
    fields: [{ name: "text", label: "Teksti", widget: "object", fields: TEXT }],
  },
  { name: "topics", label: "Aiheet", widget: "relation" },
  { name: "_version", widget: "hidden" },
];
const BEFORE = {
  name: { fi: "Malli" },
  need: [{ text: { fi: "Apua" } }, { text: { fi: "Aikaa" } }],
  topics: ["a"],
  _version: "1",
};
const SAY = {
  changed: "{name}: muutettu {places}",
  added: "{name}: lisätty",
  more: " ja {count} muuta",
  what: "Mitä muuttui",
  removed: "poistettu",
  others: "ja {count} muuta",
  public: "Julkista.",
  source: "Lähde.",
  form: "Lomakkeella.",
};

test("a change is told by the titles on the way to it and what stands there now", () => {
  const after = structuredClone(BEFORE);
  after.need[1].text.fi = "Lisää aikaa";
  after.topics = [];
  after._version = "2";

  assert.deepEqual(changes(FIELDS, BEFORE, after), [
    { titles: ["Tarve", "2", "Teksti", "suomeksi"], now: "Lisää aikaa" },
    { titles: ["Aiheet"], now: "" },
  ]);
  assert.deepEqual(changes(FIELDS, BEFORE, structuredClone(BEFORE)), []);
});

test("a new item is told once by its words, a removed one as removed", () => {
  const [first, second] = BEFORE.need;

  assert.deepEqual(changes(FIELDS, BEFORE, { ...BEFORE, need: [{ text: { fi: "Uusi" } }, first, second] }), [
    { titles: ["Tarve"], now: "Uusi" },
  ]);
  assert.deepEqual(changes(FIELDS, BEFORE, { ...BEFORE, need: [second] }), [{ titles: ["Tarve"], now: "" }]);
});

test("the title names two places, the text all of them with the boxes, and nobody is called by it", () => {
  const found = ["Nimi", "Tarve", "Aiheet"].map((title) => ({
    titles: [title],
    now: title === "Nimi" ? "@joku `x`\n# y" : "",
  }));

  assert.equal(headline("TYKKE", found, SAY), "TYKKE: muutettu Nimi, Tarve ja 1 muuta");
  assert.equal(headline("TYKKE", [], SAY), "TYKKE: lisätty");
  assert.equal(
    proposalText(found, SAY),
    [
      "**Mitä muuttui**",
      "",
      "- Nimi: `@joku x # y`",
      "- Tarve: poistettu",
      "- Aiheet: poistettu",
      "",
      "- [ ] Julkista.",
      "- [ ] Lähde.",
      "",
      "Lomakkeella.",
    ].join("\n"),
  );
});
