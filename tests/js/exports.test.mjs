import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar, csv, json, plainText } from "../../docs/assets/js/adoption/export-formats.js";
import { parseAdoption } from "../../docs/assets/js/adoption/validate.js";
import { aChecklist, anAdoption, anEntry, anItem, theCriteria } from "./support/adoptions.mjs";

const LABELS = {
  locale: "fi-FI",
  open: "Avoinna",
  done: "Tehty",
  na: "Ei koske meitä",
  count: "{done}/{of}",
  ownerIs: "Vastuussa: {owner}",
  dueIs: "Määräpäivä {date}",
  noteIs: "Huomautus: {note}",
  reasonIs: "Ei koske meitä: {reason}",
  columnNumber: "Numero",
  columnPhase: "Vaihe",
  columnText: "Kohta",
  columnState: "Tila",
  columnReason: "Miksi ei",
  columnOwner: "Vastuussa",
  columnDue: "Määräpäivä",
  columnNote: "Huomautus",
  columnWhy: "Miksi",
  columnVerify: "Miten",
  columnOrigin: "Peruste",
  columnChanged: "Silloin",
  originSource: "Lähde",
  evaluations: "Laatuarvioinnit",
  evaluation: "Laatuarviointi {date}",
  total: "Yhteensä {sum}/{most}.",
  totalMeans: "Yhteensä {sum}/{most}: {meaning}.",
  totalPart: "Pisteytetty {scored}/{of}, yhteensä {sum}.",
  weakest: "Heikoimmat: {names}",
  pointsAre: "Pisteet: {points}",
  noPoints: "Ei pisteytetty",
};

const evaluated = () =>
  anAdoption({
    evaluations: [
      { date: "2027-01-15", scores: { caseload: 2 } },
      { date: "2027-07-01", scores: { caseload: 5, search: 3 } },
    ],
  });

test("a due day reminds a week and a day before, in the morning", () => {
  const adoption = anAdoption({ items: { decide: anEntry({ due: "2027-03-01" }) } });

  const lines = calendar(adoption, aChecklist(), LABELS, "https://example.org/").split("\r\n");

  assert.deepEqual(
    lines.filter((each) => /^(TRIGGER|BEGIN:VALARM|END:VALARM|ACTION)/.test(each)),
    [
      ...["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P6DT15H", "END:VALARM"],
      ...["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15H", "END:VALARM"],
    ],
  );
});

test("the copied list is plain text with what was agreed on each item", () => {
  const checklist = aChecklist({ items: [anItem(), anItem({ id: "start", number: 2, text: "Aloita." })] });
  const items = {
    decide: anEntry({ state: "done", due: "2027-03-01", note: "Sovittu\nkokouksessa" }),
    start: anEntry({ state: "na", reason: "On jo" }),
  };

  const text = plainText(anAdoption({ items }), checklist, LABELS);

  assert.equal(
    text,
    [
      "TYKKE: Kuopio 2027",
      "",
      "Start (1/1)",
      "- 1. Decide.",
      "  Tehty",
      "  Vastuussa: johtaja",
      "  Määräpäivä 1.3.2027",
      "  Huomautus: Sovittu kokouksessa",
      "- 2. Aloita.",
      "  Ei koske meitä: On jo",
      "  Vastuussa: johtaja",
      "",
    ].join("\n"),
  );
});

test("the copied list has every evaluation with its sum, and the points of the latest", () => {
  const checklist = { ...aChecklist({ items: [] }), phases: [], criteria: theCriteria() };

  const text = plainText(evaluated(), checklist, LABELS);

  assert.equal(
    text,
    [
      "TYKKE: Kuopio 2027",
      "",
      "Laatuarvioinnit",
      "- Laatuarviointi 1.7.2027",
      "  Yhteensä 8/10: Good. Heikoimmat: Search (3)",
      "- Laatuarviointi 15.1.2027",
      "  Pisteytetty 1/2, yhteensä 2. Heikoimmat: Caseload (2)",
      "",
      "Laatuarviointi 1.7.2027",
      "- 1. Caseload",
      "  Pisteet: 5",
      "- 2. Search",
      "  Pisteet: 3",
      "",
    ].join("\n"),
  );
});

test("the table has the evaluations after the items", () => {
  const lines = csv(evaluated(), { ...aChecklist(), criteria: theCriteria() }, LABELS)
    .trim()
    .split("\r\n");

  assert.equal(lines.length, 1 + 1 + 2 + 2);
  assert.ok(lines[2].includes('"Yhteensä 8/10: Good. Heikoimmat: Search (3)"'), lines[2]);
});

test("a backup brings the evaluations back", () => {
  assert.deepEqual(parseAdoption(json(evaluated())).adoption.evaluations, evaluated().evaluations);
});
