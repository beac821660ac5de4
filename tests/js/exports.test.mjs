import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar, plainText } from "../../docs/assets/js/adoption/export-formats.js";
import { aChecklist, anAdoption, anEntry, anItem } from "./support/adoptions.mjs";

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
  columnVerify: "Miten",
  columnChanged: "Silloin",
};

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
