// An adoption as texts for other programs: JSON, CSV, iCalendar, and the plain text that is copied into a message.
// `labels` are the page's words.

import { fill } from "../fill.js";
import { entryOf, ownerName, progress, removed, standing } from "./adoption.js";
import { latest, newestFirst, totalWords, weakestWords } from "./evaluation.js";
import { date } from "./format.js";

/** A name for a file of an adoption: its own name and its model. */
export const fileName = ({ name, model }, ending) => {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${[plain, model.id].filter(Boolean).join("-")}.${ending}`;
};

export const json = (adoption) => `${JSON.stringify(adoption, null, 2)}\n`;

const EMPTY = {
  number: "",
  phase: "",
  text: "",
  state: "",
  reason: "",
  owner: "",
  due: "",
  note: "",
  why: "",
  verify: "",
  origin: "",
  changed: "",
};

/** The sum of every evaluation, and each criterion of the latest with its points. */
const evaluationRows = (adoption, { criteria }, labels) => {
  const last = criteria && latest(adoption);
  if (!last) return [];
  const day = (evaluation) => date(evaluation.date, labels.locale);
  const points = ({ id }) =>
    id in last.scores ? fill(labels.pointsAre, { points: last.scores[id] }) : labels.noPoints;
  return [
    ...newestFirst(adoption).map((each) => ({
      ...EMPTY,
      phase: labels.evaluations,
      text: fill(labels.evaluation, { date: day(each) }),
      state: [totalWords(each, criteria, labels), weakestWords(each, criteria, labels)].filter(Boolean).join(" "),
    })),
    ...criteria.items.map((item) => ({
      ...EMPTY,
      number: String(item.number),
      phase: fill(labels.evaluation, { date: day(last) }),
      text: item.title,
      state: points(item),
    })),
  ];
};

/**
 * Every item and every marked item that the model no longer has, as one row of texts for each, and the evaluations by
 * the quality criteria.
 */
export const rows = (adoption, checklist, labels) => {
  const phases = new Map(checklist.phases.map((each) => [each.id, each.title]));
  const row = (item, entry, phase, changed) => ({
    number: String(item.number ?? ""),
    phase,
    text: item.text,
    state: labels[entry?.state || "open"],
    reason: entry?.reason || "",
    owner: ownerName(entry?.owner || item.owner, checklist),
    due: entry?.due || "",
    note: entry?.note || "",
    why: item.why || "",
    verify: item.verify || "",
    origin: item.origin ? labels[item.origin === "source" ? "originSource" : "originEditorial"] : "",
    changed,
  });
  return [
    ...checklist.items.map((each) =>
      row(
        each,
        entryOf(adoption, each.id),
        phases.get(each.phase),
        standing(adoption, each) === "changed" ? entryOf(adoption, each.id).text : "",
      ),
    ),
    ...removed(adoption, checklist).map(({ entry, why }) =>
      row({ text: entry.text, why, owner: null }, entry, labels.gonePhase, ""),
    ),
    ...evaluationRows(adoption, checklist, labels),
  ];
};

const COLUMNS = {
  number: "columnNumber",
  phase: "columnPhase",
  text: "columnText",
  state: "columnState",
  reason: "columnReason",
  owner: "columnOwner",
  due: "columnDue",
  note: "columnNote",
  why: "columnWhy",
  verify: "columnVerify",
  origin: "columnOrigin",
  changed: "columnChanged",
};

/** A spreadsheet takes a cell that begins so for a formula. */
const cell = (text) =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""').replace(/\r\n?/g, "\n")}"`;

/**
 * Semicolons, since Finnish and Swedish spreadsheets take commas for decimals; the mark at the beginning says that it
 * is UTF-8.
 */
export const csv = (adoption, checklist, labels) => {
  const names = Object.keys(COLUMNS);
  const lines = rows(adoption, checklist, labels).map((row) => names.map((name) => cell(row[name])));
  const head = names.map((name) => cell(labels[COLUMNS[name]]));
  return `\uFEFF${[head, ...lines].map((line) => `${line.join(";")}\r\n`).join("")}`;
};

const escaped = (text) =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[\u0000-\u001F\u007F]/g, "");

/**
 * A line of iCalendar is 75 bytes long at most; a longer one goes on after a line break and a space, never within a
 * letter.
 */
const folded = (line) => {
  const encoder = new TextEncoder();
  let written = "";
  let size = 0;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (size + bytes > 75) {
      written += "\r\n ";
      size = 1;
    }
    written += letter;
    size += bytes;
  }
  return written;
};

const stamp = (time) => `${time.slice(0, 19).replace(/[-:]/g, "")}Z`;
const compact = (day) => day.replaceAll("-", "");
/** Reminders at nine in the morning, a week and a day before: a day of a calendar begins at midnight. */
const REMINDERS = ["-P6DT15H", "-PT15H"];
const after = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * The due days of open items as all-day events. An event has the same id each time, so that a calendar replaces the
 * older one.
 */
export const calendar = (adoption, checklist, labels, page) => {
  const events = checklist.items
    .map((item) => [item, entryOf(adoption, item.id)])
    .filter(([, entry]) => entry?.due && entry.state === "open");
  const about = (item, entry) =>
    [
      fill(labels.ownerIs, { owner: ownerName(entry.owner || item.owner, checklist) }),
      entry.note,
      `${labels.columnVerify}: ${item.verify}`,
    ]
      .filter(Boolean)
      .join("\n");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Mallisto//Adoption//FI",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(adoption.name)}`,
    ...events.flatMap(([item, entry]) => [
      "BEGIN:VEVENT",
      `UID:${adoption.id}-${item.id}@mallisto`,
      `DTSTAMP:${stamp(adoption.changed)}`,
      `LAST-MODIFIED:${stamp(entry.at)}`,
      `DTSTART;VALUE=DATE:${compact(entry.due)}`,
      `DTEND;VALUE=DATE:${compact(after(entry.due))}`,
      "TRANSP:TRANSPARENT",
      `SUMMARY:${escaped(`${adoption.name}: ${item.text}`)}`,
      `DESCRIPTION:${escaped(about(item, entry))}`,
      `URL:${page}#kohta-${item.id}`,
      ...REMINDERS.flatMap((before) => [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        `DESCRIPTION:${escaped(`${adoption.name}: ${item.text}`)}`,
        `TRIGGER:${before}`,
        "END:VALARM",
      ]),
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
};

/**
 * The list as a meeting reads it: its phases with their progress, and each item with what has been agreed on it.
 * @returns {Array<{title: string, items: Array<{text: string, told: string[]}>}>}
 */
export const agenda = (adoption, checklist, labels) => {
  const counts = new Map(progress(adoption, checklist).map((each) => [each.title, ` (${fill(labels.count, each)})`]));
  const told = (row) =>
    [
      row.reason ? fill(labels.reasonIs, row) : row.state,
      row.owner && fill(labels.ownerIs, row),
      row.due && fill(labels.dueIs, { date: date(row.due, labels.locale) }),
      row.note && fill(labels.noteIs, row),
      row.changed && `${labels.columnChanged}: ${row.changed}`,
    ].filter(Boolean);
  const parts = new Map();
  for (const row of rows(adoption, checklist, labels)) {
    const text = [row.number && `${row.number}.`, row.text].filter(Boolean).join(" ");
    parts.set(row.phase, [...(parts.get(row.phase) ?? []), { text, told: told(row) }]);
  }
  return [...parts].map(([phase, items]) => ({ title: `${phase}${counts.get(phase) ?? ""}`, items }));
};

const line = (text) => text.replace(/\s+/g, " ").trim();

/** The list as plain text, for a message or the papers of a meeting. */
export const plainText = (adoption, checklist, labels) => {
  const parts = agenda(adoption, checklist, labels).flatMap(({ title, items }) => [
    "",
    line(title),
    ...items.flatMap(({ text, told }) => [`- ${line(text)}`, ...told.map((each) => `  ${line(each)}`)]),
  ]);
  return `${[line(`${checklist.model.name}: ${adoption.name}`), ...parts].join("\n")}\n`;
};
