// An adoption as texts for other programs: JSON, CSV, iCalendar, Markdown. `labels` are the page's words.

import { fill } from "../fill.js";
import { entryOf, ownerName, progress, removed, standing } from "./adoption.js";
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

/** Every item and every marked item that the model no longer has, as one row of texts for each. */
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
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
};

const plain = (text) =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^([+\-=]|\d+[.)])/, "\\$1");

/** A list for a meeting's papers. */
export const markdown = (adoption, checklist, labels) => {
  const parts = [`# ${plain(`${checklist.model.name}: ${adoption.name}`)}`, ""];
  const told = (row) =>
    [
      row.state !== labels.open && row.state !== labels.done
        ? plain(row.reason ? `${row.state}: ${row.reason}` : row.state)
        : "",
      row.owner && plain(fill(labels.ownerIs, { owner: row.owner })),
      row.due && fill(labels.dueIs, { date: date(row.due, labels.locale) }),
      row.note && plain(fill(labels.noteIs, { note: row.note })),
      row.changed && plain(`${labels.columnChanged}: ${row.changed}`),
    ].filter(Boolean);
  const counts = new Map(progress(adoption, checklist).map((each) => [each.title, ` (${fill(labels.count, each)})`]));
  let phase = "";
  for (const row of rows(adoption, checklist, labels)) {
    if (row.phase !== phase)
      parts.push(...(phase ? [""] : []), `## ${plain(row.phase)}${counts.get(row.phase) ?? ""}`, "");
    phase = row.phase;
    parts.push(
      `- [${row.state === labels.done ? "x" : " "}] ${row.number ? `${row.number}\\. ` : ""}${plain(row.text)}`,
      ...told(row).map((each) => `  - ${each}`),
    );
  }
  return `${[...parts, "", plain(fill(labels.exportedFrom, { version: adoption.model.version }))].join("\n")}\n`;
};
