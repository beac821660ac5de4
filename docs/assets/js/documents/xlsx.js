// A checklist as an Excel file: one sheet to work with, one that tells what the file is. Loaded when somebody asks for
// the file.
//
// `labels` are the words of the checklist's element: those of its columns (`columnNumber` …), its states, and of the
// two sheets (`sheetName` …). The rows are those of the other formats, so that an item the model no longer has keeps
// its place here too.
import { rows } from "../adoption/export-formats.js";

const MOST_IN_CELL = 32767;
const MOST_IN_FILE = 75000;
const HEAD = "#e8eef0";
const LINE = "#c4cdd1";
/** @type {Array<[string, number]>} */
const COLUMNS = [
  ["number", 6],
  ["phase", 14],
  ["text", 52],
  ["owner", 24],
  ["due", 13],
  ["state", 14],
  ["reason", 28],
  ["note", 36],
  ["why", 44],
  ["verify", 44],
  ["origin", 18],
  ["changed", 44],
];
const LAST = String.fromCharCode(64 + COLUMNS.length);

/** The name of the label at the head of a column. */
const columnLabel = (name) => `column${name[0].toUpperCase()}${name.slice(1)}`;

const writer = async () => {
  await import("../../lib/write-excel-file/write-excel-file.js");
  return globalThis.writeXlsxFile;
};

const look = { alignVertical: "top", wrap: true, bottomBorderStyle: "thin", bottomBorderColor: LINE };

/** Text is text: Excel computes nothing in it, however it begins. */
const words = (value, more) =>
  value
    ? { value: String(value).slice(0, MOST_IN_CELL), type: String, format: "@", ...look, ...more }
    : { value: null, ...look };
const number = (value) =>
  Number.isFinite(value) ? { value, type: Number, format: "0", align: "left", ...look } : words(value);

const day = (iso, format) => {
  const [year, month, date] =
    /^(\d{4})-(\d\d)-(\d\d)/
      .exec(iso || "")
      ?.slice(1)
      .map(Number) || [];
  const value = new Date(Date.UTC(year, month - 1, date));
  return value.getUTCDate() === date ? { value, type: Date, format, align: "left", ...look } : words(iso);
};

const head = (titles) =>
  titles.map((title) => words(title, { fontWeight: "bold", backgroundColor: HEAD, bottomBorderColor: "#5c6b72" }));

/**
 * What the library leaves out, in the order that Excel wants: printed, all columns fit on one page; the filter stands
 * right after the rows.
 */
const listed = (xml, rows) =>
  xml
    .replace(/<worksheet[^>]*>/, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace("</sheetData>", `</sheetData><autoFilter ref="A1:${LAST}${rows}"/>`)
    .replace("<pageSetup", '<pageSetup fitToWidth="1" fitToHeight="0"');

const pageAndFilter = (rows) => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, _options, { sheetIndex }) => (sheetIndex ? xml : listed(xml, rows)),
      },
    },
  },
});

export const workbook = async (adoption, checklist, labels) => {
  const format = labels.sheetDate;
  const cells = rows(adoption, checklist, labels).map((row) =>
    COLUMNS.map(([name]) =>
      name === "number" ? number(Number(row.number) || NaN) : name === "due" ? day(row.due, format) : words(row[name]),
    ),
  );
  const about = [
    [words(labels.sheetAdoption), words(adoption.name)],
    [words(labels.sheetModel), words(checklist.model.name)],
    [words(labels.sheetVersion), words(checklist.model.version)],
    [words(labels.sheetChanged), day(adoption.changed, format)],
  ];
  const titles = COLUMNS.map(([name]) => labels[columnLabel(name)]);
  const data = [head(titles), ...cells];
  // A longer file the library gives to a worker, which the content security policy forbids; it would wait for it
  // forever.
  if ([...data, ...about].flat().reduce((sum, each) => sum + String(each.value ?? "").length, 0) > MOST_IN_FILE)
    throw new RangeError("too long for one file");
  return (await writer())(
    [
      {
        data,
        sheet: labels.sheetName,
        columns: COLUMNS.map(([, width]) => ({ width })),
        stickyRowsCount: 1,
        orientation: "landscape",
      },
      { data: about, sheet: labels.sheetAbout, columns: [{ width: 24 }, { width: 60 }] },
    ],
    { fontFamily: "Calibri", fontSize: 11, features: [pageAndFilter(data.length)] },
  ).toBlob();
};
