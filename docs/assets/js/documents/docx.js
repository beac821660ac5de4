// What a page shows as a Word document: headings, paragraphs, lists, tables, links and what was written into its
// fields. Loaded when somebody asks for the file; it knows nothing of what the page is about. `.screen` is only for
// the screen, and what is `data-optional` is left out while its field is empty. PAPER is the width of the text on A4,
// in twentieths of a point.

const INK = "1D2A30";
const SOFT = "4A5960";
const LINE = "B8C0C4";
const HEAD = "EEF1F2";
const LINK = "0B5468";
const HEADINGS = { H1: "TITLE", H2: "HEADING_1", H3: "HEADING_2", H4: "HEADING_3", H5: "HEADING_4" };
const SMALL = ".more, .told, .note";
const POINT = 20;
const PAPER = 9638;

const UNSEEN = [
  "button:not(.term)",
  "select",
  "template",
  "[aria-hidden=true]",
  "[hidden]",
  ".screen",
  "[data-optional]:has(input, textarea):not(:has(:is(input, textarea):not(:placeholder-shown)))",
].join();

const library = () => import("../../lib/docx/docx.js");
const shown = (element) => getComputedStyle(element).display !== "none" && !element.matches(UNSEEN);
const isInline = (node) =>
  node.nodeType === Node.TEXT_NODE ||
  (node.nodeType === Node.ELEMENT_NODE &&
    !node.matches("textarea, table") &&
    (/^(inline|contents)/.test(getComputedStyle(node).display) || node.matches("input")));

class Writer {
  constructor(word) {
    this.word = word;
  }

  /** Everything below an element, block by block; what stands beside blocks becomes paragraphs of its own. */
  blocks(element, settings = {}) {
    const found = [];
    let line = [];
    const end = () => {
      if (line.some((each) => each.textContent.trim() || each.matches?.("input")))
        found.push(this.paragraph(line, settings));
      line = [];
    };
    for (const node of element.childNodes) {
      if (node.nodeType === Node.ELEMENT_NODE && !shown(node)) continue;
      if (isInline(node)) line.push(node);
      else if (node.nodeType === Node.ELEMENT_NODE) {
        end();
        found.push(...this.block(node, settings));
      }
    }
    end();
    return found;
  }

  block(element, settings) {
    const { word } = this;
    const name = element.tagName;
    if (HEADINGS[name])
      return [this.paragraph([...element.childNodes], { heading: word.HeadingLevel[HEADINGS[name]] })];
    if (name === "UL" || name === "OL")
      return [...element.children].filter(shown).flatMap((each) => this.item(each, settings, name === "OL"));
    if (name === "TABLE") return this.table(element);
    if (name === "DL")
      return [...element.querySelectorAll(":scope > div")].filter(shown).map((each) => this.pair(each));
    if (name === "TEXTAREA") return this.written(element);
    if (element.matches("span, label, p:has(> input), .note, .more"))
      return [this.paragraph([element], { ...settings, keepNext: element.matches("label") })];
    return this.blocks(element, settings);
  }

  paragraph(nodes, settings) {
    const children = nodes.flatMap((each) => this.runs(each, {}));
    return new this.word.Paragraph({ children: trimmed(children).map((each) => this.made(each)), ...settings });
  }

  item(element, settings, isNumbered) {
    const level = settings.level ?? -1;
    const reference = isNumbered ? "numbers" : "bullets";
    const [first, ...rest] = this.split(element);
    const spacing = { after: rest.length ? 0 : 3 * POINT };
    return [
      this.paragraph(first, { numbering: { reference, level: level + 1 }, spacing }),
      ...rest.flatMap((each, at) =>
        this.block(each, {
          level: level + 1,
          indent: { left: 360 * (level + 2) },
          spacing: { after: at === rest.length - 1 ? 5 * POINT : 0 },
        }),
      ),
    ];
  }

  /** What stands on the first line of an item, and the blocks after it. */
  split(element) {
    const nodes = [...element.childNodes].filter(
      (each) => each.nodeType === Node.TEXT_NODE || (each.nodeType === Node.ELEMENT_NODE && shown(each)),
    );
    const from = nodes.findIndex((each) => !isInline(each));
    if (from < 0) return [nodes];
    const before = nodes.slice(0, from);
    if (before.some((each) => each.textContent.trim()) || !nodes[from].matches("p, div"))
      return [before, ...elements(nodes.slice(from))];
    return [[...nodes[from].childNodes], ...elements(nodes.slice(from + 1))];
  }

  pair(element) {
    const [term, ...values] = element.children;
    const told = values.flatMap((each, at) => [
      ...(at ? [{ text: "; " }] : []),
      ...[...each.childNodes].flatMap((node) => [...this.runs(node, {}), ...stop(node)]),
    ]);
    return new this.word.Paragraph({
      children: [{ text: `${term.textContent.trim()}: `, bold: true }, ...trimmed(told)].map((each) => this.made(each)),
      spacing: { after: 3 * POINT },
    });
  }

  written(element) {
    const lines = element.value.trim().split("\n");
    return lines.map((text) => new this.word.Paragraph({ text: lawful(text) }));
  }

  table(element) {
    const { word } = this;
    const rows = [...element.rows];
    const count = Math.max(...rows.map((each) => each.cells.length));
    const widths = (element.dataset.widths?.split(" ").map(Number) || Array(count).fill(100 / count)).map((each) =>
      Math.round((PAPER * each) / 100),
    );
    const caption =
      element.caption && shown(element.caption)
        ? [this.paragraph([...element.caption.childNodes], { style: "Caption", keepNext: true })]
        : [];
    const line = { style: word.BorderStyle.SINGLE, size: 4, color: LINE };
    const none = { style: word.BorderStyle.NONE, size: 0, color: "auto" };
    return [
      ...caption,
      new word.Table({
        width: { size: PAPER, type: word.WidthType.DXA },
        columnWidths: widths,
        layout: word.TableLayoutType.FIXED,
        borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
        margins: { top: 50, bottom: 50, left: 70, right: 70 },
        rows: rows.filter(shown).map((row) => this.row(row, widths)),
      }),
      new word.Paragraph({ spacing: { after: 4 * POINT, line: 120 } }),
    ];
  }

  row(row, widths) {
    const { word } = this;
    const isHead = row.parentElement.tagName === "THEAD";
    const cells = [...row.cells];
    const spanned = widths.length - cells.reduce((sum, each) => sum + each.colSpan, 0); // by a cell of a row above
    return new word.TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new word.TableCell({
            columnSpan: cell.colSpan,
            rowSpan: cell.rowSpan,
            width: { size: widths[at + spanned], type: word.WidthType.DXA },
            shading: isHead ? { type: word.ShadingType.CLEAR, color: "auto", fill: HEAD } : undefined,
            children: this.cell(cell, isHead ? "TableHead" : cell.tagName === "TH" ? "TableRow" : "TableText"),
          }),
      ),
    });
  }

  cell(cell, style) {
    const found = this.blocks(cell, { style });
    return found.length ? found : [new this.word.Paragraph({ style })];
  }

  /** Inline content as plain records, so that spaces can be put right before Word gets them. */
  runs(node, look) {
    if (node.nodeType === Node.TEXT_NODE) return [{ ...look, text: node.textContent.replace(/\s+/g, " ") }];
    if (node.nodeType !== Node.ELEMENT_NODE || !shown(node)) return [];
    if (node.tagName === "BR") return [{ ...look, break: 1, text: "" }];
    if (node.tagName === "INPUT")
      return [{ ...look, text: node.value.trim() || (node.closest("td") ? "" : "____________________") }];
    const own = {
      ...look,
      ...(node.matches("strong, b, th[scope=row], label") && { bold: true }),
      ...(node.matches("em, i") && { italics: true }),
      ...(node.matches(SMALL) && { color: SOFT, size: 17, bold: false }),
      ...(node.lang && { language: { value: node.lang } }),
      ...(node.tagName === "A" && { link: node.href, color: LINK, underline: {} }),
    };
    const parts = [...node.childNodes]
      .map((each) => this.runs(each, own))
      .filter((each) => each.some((one) => one.text.trim() || one.break));
    if (node.matches("label:has(+ input)"))
      return [...[...node.childNodes].flatMap((each) => this.runs(each, own)), { ...own, text: ": " }];
    return node.matches(".told")
      ? parts.flatMap((each, at) =>
          at ? [{ ...own, text: " · " }, ...trimmed(each)] : [{ ...own, text: " " }, ...trimmed(each)],
        )
      : [...node.childNodes].flatMap((each) => this.runs(each, own));
  }

  made({ link, ...run }) {
    const children = new this.word.TextRun({ ...run, text: lawful(run.text) });
    return link && /^https?:/.test(link) ? new this.word.ExternalHyperlink({ link, children: [children] }) : children;
  }
}

/** XML has no place for control characters; half a pair of surrogates is none of its characters either. */
const lawful = (text) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
/** An answer and its explanation are two sentences. */
const stop = (node) =>
  node.nodeName === "STRONG" && node.nextSibling?.textContent.trim() && !/[.:!?]$/.test(node.textContent.trim())
    ? [{ text: "." }]
    : [];
const elements = (nodes) => nodes.filter((each) => each.nodeType === Node.ELEMENT_NODE);

/** No two spaces in a row, and none at either end. */
const trimmed = (runs) => {
  const kept = [];
  for (const run of runs) {
    const before = kept.at(-1);
    const text = !before || before.break || /\s$/.test(before.text) ? run.text.replace(/^ /, "") : run.text;
    if (text || run.break) kept.push({ ...run, text });
  }
  if (kept.length) kept[kept.length - 1].text = kept.at(-1).text.replace(/ $/, "");
  return kept;
};

const styles = (language) => ({
  default: {
    document: {
      run: { font: "Calibri", size: 22, color: INK, language: { value: language } },
      paragraph: { spacing: { after: 6 * POINT, line: 276 } },
    },
    title: { run: { size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 10 * POINT } } },
    heading1: {
      run: { size: 30, bold: true, color: INK },
      paragraph: { spacing: { before: 18 * POINT, after: 6 * POINT }, keepNext: true },
    },
    heading2: {
      run: { size: 25, bold: true, color: INK },
      paragraph: { spacing: { before: 12 * POINT, after: 4 * POINT }, keepNext: true },
    },
    heading3: {
      run: { size: 22, bold: true, color: INK },
      paragraph: { spacing: { before: 9 * POINT, after: 3 * POINT }, keepNext: true },
    },
    heading4: {
      run: { size: 22, bold: true, italics: false, color: SOFT },
      paragraph: { spacing: { before: 6 * POINT, after: 2 * POINT }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      run: { size: 20, bold: true, color: INK },
      paragraph: { spacing: { before: 6 * POINT, after: 3 * POINT } },
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      run: { size: 19 },
      paragraph: { spacing: { after: 0, line: 252 } },
    },
    { id: "TableRow", name: "Table Row Head", basedOn: "TableText", run: { size: 19, bold: true } },
    { id: "TableHead", name: "Table Head", basedOn: "TableText", run: { size: 18, bold: true, color: SOFT } },
  ],
});

const levels = (word, format, text) =>
  [0, 1].map((level) => ({
    level,
    format,
    text: text(level),
    alignment: word.AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
  }));

const pages = (word, about, words) => {
  const [before, between, after = ""] = words.split(/\{[a-z]+\}/);
  const children = [before, word.PageNumber.CURRENT, between, word.PageNumber.TOTAL_PAGES, after].filter(Boolean);
  const look = { size: 17, color: SOFT };
  const tabStops = [{ type: word.TabStopType.RIGHT, position: PAPER }];
  return new word.Footer({
    children: [
      new word.Paragraph({
        tabStops,
        children: [
          new word.TextRun({ ...look, children: [lawful(about), new word.Tab()] }),
          new word.TextRun({ ...look, children }),
        ],
      }),
    ],
  });
};

/**
 * `about`: `title`, `description`, `language` (as in fi-FI), and for the foot of each page `footer` and `pages`, words
 * with two gaps in braces.
 */
export const wordDocument = async (root, about) => {
  const word = await library();
  const writer = new Writer(word);
  const title = new word.Paragraph({ text: lawful(about.title), heading: word.HeadingLevel.TITLE });
  return word.Packer.toBlob(
    new word.Document({
      title: lawful(about.title),
      description: about.description,
      creator: "Mallisto",
      lastModifiedBy: "Mallisto",
      styles: styles(about.language),
      numbering: {
        config: [
          { reference: "bullets", levels: levels(word, word.LevelFormat.BULLET, () => "•") },
          { reference: "numbers", levels: levels(word, word.LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
        ],
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: "210mm", height: "297mm" },
              margin: { top: "20mm", bottom: "20mm", left: "20mm", right: "20mm" },
            },
          },
          footers: { default: pages(word, about.footer, about.pages) },
          children: [title, ...writer.blocks(root)],
        },
      ],
    }),
  );
};
