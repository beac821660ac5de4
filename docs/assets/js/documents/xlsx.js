// A checklist as an Excel file: one sheet to work with, one that tells what the file is. Loaded when somebody asks for the file.
//
// `labels` are words: `sheet`, `about`, the columns `number phase text owner due state reason note why verify`, the states `open done na`,
// and for the second sheet `adoption model version changed`; `dateFormat` is Excel's, `roles` names of roles by id that the list does not know.
const MOST_IN_CELL = 32767, MOST_IN_FILE = 75000, HEAD = "#e8eef0", LINE = "#c4cdd1";
const COLUMNS = [["number", 6], ["phase", 14], ["text", 52], ["owner", 24], ["due", 13], ["state", 14], ["reason", 28], ["note", 36], ["why", 44], ["verify", 44]];

const writer = async () => {
  await import(new URL("../../lib/write-excel-file/write-excel-file.js", import.meta.url));
  return globalThis.writeXlsxFile;
};

const look = { alignVertical: "top", wrap: true, bottomBorderStyle: "thin", bottomBorderColor: LINE };

// Text is text: Excel computes nothing in it, however it begins.
const words = (value, more) => value ? { value: String(value).slice(0, MOST_IN_CELL), type: String, format: "@", ...look, ...more } : { value: null, ...look };
const number = value => Number.isFinite(value) ? { value, type: Number, format: "0", align: "left", ...look } : words(value);

const day = (iso, format) => {
  const [year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso || "")?.slice(1).map(Number) || [];
  const value = new Date(Date.UTC(year, month - 1, date));
  return value.getUTCDate() === date ? { value, type: Date, format, align: "left", ...look } : words(iso);
};

const head = titles => titles.map(title => words(title, { fontWeight: "bold", backgroundColor: HEAD, bottomBorderColor: "#5c6b72" }));

// Who owns an item: the role's name where the list knows it, or the name somebody wrote.
const ownerOf = (owner, item, names) => owner ? owner.name || names.get(owner.role) || owner.role : item.owner.name;

// The library leaves the filter out, and Excel wants it right after the rows.
const filter = rows => ({ files: { transform: { "xl/worksheets/sheet{id}.xml": {
  transform: (xml, options, { sheetIndex }) => sheetIndex ? xml : xml.replace("</sheetData>", `</sheetData><autoFilter ref="A1:J${rows}"/>`),
} } } });

export async function workbook(adoption, checklist, labels) {
  const phases = new Map(checklist.phases.map(each => [each.id, each.title]));
  const names = new Map([...Object.entries(labels.roles || {}), ...checklist.items.map(each => [each.owner.role, each.owner.name])]);
  const rows = checklist.items.map(item => {
    const own = adoption.items[item.id] || {};
    return [
      number(item.number), words(phases.get(item.phase)), words(item.text), words(ownerOf(own.owner, item, names)), day(own.due, labels.dateFormat),
      words(labels[own.state] || labels.open), words(own.reason), words(own.note), words(item.why), words(item.verify),
    ];
  });
  const about = [
    [words(labels.adoption), words(adoption.name)], [words(labels.model), words(checklist.model.name)],
    [words(labels.version), words(checklist.model.version)], [words(labels.changed), day(adoption.changed, labels.dateFormat)],
  ];
  const data = [head(COLUMNS.map(([name]) => labels[name])), ...rows];
  // A longer file the library gives to a worker, which the content security policy forbids; it would wait for it forever.
  if ([...data, ...about].flat().reduce((sum, each) => sum + String(each.value ?? "").length, 0) > MOST_IN_FILE) throw new RangeError("too long for one file");
  return (await writer())([
    { data, sheet: labels.sheet, columns: COLUMNS.map(([, width]) => ({ width })), stickyRowsCount: 1, orientation: "landscape" },
    { data: about, sheet: labels.about, columns: [{ width: 24 }, { width: 60 }] },
  ], { fontFamily: "Calibri", fontSize: 11, features: [filter(data.length)] }).toBlob();
}
