// A slide show as a PowerPoint file: what the slides show, where they show it. Each slide is laid out unseen at 1280 ×
// 720. Its title and its list fill placeholders of the slide master, a table is a table, and a card is one shape with
// its words, each with a name; so somebody can change the file, and a screen reader reads it in order. Loaded when
// somebody asks for the file; it knows nothing of what the slides are about.

const TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const WIDTH = 1280;
const INCH = 96;
const POINT = 0.75;
const FONT = "Arial";
const BODY = { x: 0.55, y: 1.25, w: 12.2, h: 5.5 };
/** What the body of a slide holds: one paragraph each. */
const PARAGRAPHS = ".slide__lead, .slide__lines > li, .slide__content > *";
/** Texts that stand where they are measured. */
const LOOSE = ".slide__foot > span, .slide__address p";

const library = async () => {
  if (!globalThis.PptxGenJS) {
    const script = document.createElement("script");
    const loaded = new Promise((done, failed) => {
      script.onload = done;
      script.onerror = failed;
    });
    script.src = new URL("../../lib/pptxgenjs/pptxgen.js", import.meta.url).href;
    document.head.append(script);
    await loaded;
  }
  return globalThis.PptxGenJS;
};

/** XML has no place for control characters; half a pair of surrogates is none of its characters either. */
const lawful = (text) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
const words = (element) =>
  lawful(
    (element.textContent || element.textContent)
      .replace(/[ \t\u00ad]*\n\s*/g, "\n")
      .replace(/\u00ad/g, "")
      .trim(),
  );
const colour = (css) =>
  css
    .match(/\d+/g)
    .slice(0, 3)
    .map((each) => Number(each).toString(16).padStart(2, "0"))
    .join("");
const isClear = (css) => /rgba\(.*, 0\)/.test(css);

const picture = async (image) => {
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 600, height: 600 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, 600, 600);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(image, 0, 0, 600, 600);
  return canvas.toDataURL("image/png");
};

/** The words of an element as runs of one look each. */
const runs = (element, own = {}) =>
  [...element.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = lawful(node.textContent.replace(/\u00ad/g, "").replace(/\s+/g, " "));
      return text ? [{ text, options: own }] : [];
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const isBold = node.matches("strong, b");
    const url = node.matches("a") && /^https?:/.test(node.href) ? { hyperlink: { url: node.href } } : {};
    return runs(node, { ...own, ...(isBold && { bold: true }), ...url });
  });

/** The same as a paragraph, without blanks around it. */
const paragraph = (element, own = {}) => {
  const found = runs(element, own);
  if (!found.length) return [];
  found[0].text = found[0].text.trimStart();
  const last = found.at(-1);
  last.text = last.text.trimEnd();
  last.options = { ...last.options, breakLine: true };
  return found;
};

class Drawing {
  constructor(slide, face, language) {
    this.slide = slide;
    this.face = face;
    this.language = language;
    this.origin = face.getBoundingClientRect();
  }

  box(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      x: (left - this.origin.left) / INCH,
      y: (top - this.origin.top) / INCH,
      w: width / INCH,
      h: height / INCH,
    };
  }

  look(element) {
    const style = getComputedStyle(element);
    return {
      fontFace: FONT,
      fontSize: Math.round(parseFloat(style.fontSize) * POINT),
      color: colour(style.color),
      bold: Number(style.fontWeight) >= 600,
      lang: element.closest("[lang]:not(html)")?.lang || this.language,
      margin: 0,
      fit: "shrink",
      valign: "top",
    };
  }

  ground(element) {
    const css = getComputedStyle(element).backgroundColor;
    return isClear(css) ? {} : { fill: { color: colour(css) } };
  }

  title(element) {
    this.slide.addText(words(element), { placeholder: "title", ...this.look(element) });
  }

  /** The list of a slide and what leads to it, in the body of its master. */
  body() {
    const found = [...this.face.querySelectorAll(PARAGRAPHS)].filter((each) => each.checkVisibility());
    const text = found.flatMap((each) => {
      const { color, fontSize } = this.look(each);
      return paragraph(each, { color, fontSize, paraSpaceAfter: 8 });
    });
    if (text.length) this.slide.addText(text, { placeholder: "body", ...this.look(found.at(-1)), bold: false });
  }

  /** Rows of names and values, or the lanes of a pathway with its steps in columns. */
  table(element, rows) {
    const first = rows[0].map((cell) => this.box(cell).w);
    this.slide.addTable(
      rows.map((cells) => cells.map((cell) => this.cell(cell))),
      {
        ...this.box(element),
        objectName: words(this.face.querySelector(".slide__title")),
        colW: first,
        rowH: rows.map(([cell]) => this.box(cell.parentElement).h),
        border: { type: "none" },
        margin: 0.02,
      },
    );
  }

  cell(element) {
    const mark = element.querySelector(".stop-mark");
    const { fontFace, fontSize, color, bold, lang } = this.look(mark ?? element);
    const text = words(element);
    const align = element.matches("td") ? "center" : "left";
    return {
      text,
      options: { fontFace, fontSize, color, bold, lang, align, valign: "middle", ...(mark && this.ground(mark)) },
    };
  }

  card(element) {
    const style = getComputedStyle(element);
    const parts = [
      ...element.querySelectorAll(
        ".slide__name, .slide__lane, .slide__more, .slide__text, .slide__ways > li, .slide__end",
      ),
    ];
    const text = parts.flatMap((each) => {
      const { color, fontSize, bold } = this.look(each);
      const arrow = each.matches(".slide__ways > li") ? [{ text: "→ ", options: { fontSize, color } }] : [];
      return [...arrow, ...paragraph(each, { color, fontSize, bold })];
    });
    this.slide.addText(text, {
      ...this.box(element),
      ...this.look(element),
      ...this.ground(element),
      shape: "roundRect",
      rectRadius: 0.1,
      line: { color: colour(style.borderTopColor), width: Math.max(parseFloat(style.borderTopWidth) * POINT, 0.75) },
      margin: 8,
      objectName: words(element.querySelector(".slide__name")),
    });
  }

  loose(element) {
    this.slide.addText(paragraph(element), { ...this.box(element), ...this.look(element), objectName: words(element) });
  }
}

const notesOf = (slide) => [...slide.querySelectorAll(".slide__notes :is(li, .slide__spoken)")].map(words).join("\n");

const placeholder = (name, box) => ({
  placeholder: {
    options: { name, type: name, objectName: name, ...box, margin: 0, align: "left", valign: "top" },
    text: "",
  },
});

/** Where the title and the body of a slide stand is told by its master: those of a first slide stand elsewhere. */
const master = (file, title, head, body) =>
  file.defineSlideMaster({
    title,
    objects: [placeholder("title", head), ...(body ? [placeholder("body", body)] : [])],
  });

const hasBody = (face) => Boolean(face.querySelector(PARAGRAPHS)) && !face.querySelector(".slide__lanes, .slide__rows");

const masterOf = (face) => (face.closest(".slide--title") ? "ALKU" : hasBody(face) ? "DIA" : "OTSIKKO");

const draw = async (file, slide, face, language) => {
  const made = file.addSlide({ masterName: masterOf(face) });
  const drawing = new Drawing(made, face, language);
  made.background = { color: colour(getComputedStyle(face).backgroundColor) };
  drawing.title(face.querySelector(".slide__title"));
  if (hasBody(face)) drawing.body();
  else for (const each of face.querySelectorAll(".slide__lead")) drawing.loose(each);
  for (const each of face.querySelectorAll(".slide__rows"))
    drawing.table(
      each,
      [...each.children].map((row) => [...row.children]),
    );
  for (const each of face.querySelectorAll(".slide__lanes"))
    drawing.table(
      each,
      [...each.rows].map((row) => [...row.cells]),
    );
  for (const each of face.querySelectorAll(".slide__card")) drawing.card(each);
  for (const each of face.querySelectorAll("img"))
    made.addImage({ data: await picture(each), altText: each.alt, objectName: "QR", ...drawing.box(each) });
  for (const each of face.querySelectorAll(LOOSE)) drawing.loose(each);
  const notes = notesOf(slide);
  if (notes) made.addNotes(notes);
};

export const presentation = async (show) => {
  const Pptx = await library();
  const file = new Pptx();
  const language = show.dataset.locale.replace("_", "-");
  const copy = show.cloneNode(true);
  file.defineLayout({ name: "SCREEN", width: WIDTH / INCH, height: 720 / INCH });
  const title = lawful(show.dataset.title);
  Object.assign(file, { layout: "SCREEN", title, subject: title, company: "Mallisto", author: "Mallisto" });
  file.theme = { headFontFace: FONT, bodyFontFace: FONT, lang: language };
  copy.classList.add("show--measured");
  copy.removeAttribute("id");
  for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
  // A text box has one look: brackets tell a mark from the words it marks.
  for (const each of copy.querySelectorAll(".told__how")) each.textContent = `[${each.textContent}]`;
  copy.setAttribute("aria-hidden", "true");
  show.parentElement.append(copy);
  try {
    const faces = copy.querySelectorAll(".slide__face");
    const first = copy.querySelector(".slide--title .slide__face");
    const head = { x: BODY.x, y: 0.4, w: BODY.w, h: 0.8 };
    master(file, "DIA", head, BODY);
    master(file, "OTSIKKO", head);
    if (first) {
      const { x, y, w, h } = new Drawing(null, first, language).box(first.querySelector(".slide__title"));
      master(file, "ALKU", { x, y, w, h }, { ...BODY, y: y + h + 0.2, h: BODY.y + BODY.h - y - h - 0.2 });
    }
    for (const [at, slide] of [...show.querySelectorAll(".slide")].entries())
      await draw(file, slide, faces[at], language);
  } finally {
    copy.remove();
  }
  return new Blob([await file.write({ outputType: "blob" })], { type: TYPE });
};
