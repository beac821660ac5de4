// A slide show as a PowerPoint file: what the slides show, where they show it. Each slide is laid out unseen at 1280 ×
// 720; every text, card and picture is put at its measured place. Loaded when somebody asks for the file; it knows
// nothing of what the slides are about.

const TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const WIDTH = 1280;
const INCH = 96;
const POINT = 0.75;
const FONT = "Arial";
const TEXTS = [
  ".slide__lead, .slide__note, .slide__foot > span, .slide__lines > li, dt, dd, th, .stop-mark",
  ".slide__name strong, .slide__lane, p.slide__more, .slide__ways > li, .slide__end, .slide__address p",
].join();
const SHAPES = ".slide__card, .stop-mark";

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

class Drawing {
  constructor(slide, face, language) {
    this.slide = slide;
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

  shape(element) {
    const style = getComputedStyle(element);
    const isMark = element.matches(".stop-mark");
    const line = {
      color: colour(style.borderTopColor),
      width: Math.max(parseFloat(style.borderTopWidth) * POINT, 0.75),
    };
    const kind = isMark && parseFloat(style.borderRadius) > 8 ? "ellipse" : "rect";
    this.slide.addShape(kind, {
      ...this.box(element),
      line,
      ...(!isClear(style.backgroundColor) && { fill: { color: colour(style.backgroundColor) } }),
    });
  }

  text(element) {
    const isMark = element.matches(".stop-mark");
    const text = words(element);
    const link = element.querySelector("a[href^=http]")?.href || (element.querySelector("a")?.href ?? "");
    const written = element.matches(".slide__ways > li") ? `→ ${text}` : text;
    const hyperlink = /^https?:/.test(link) ? { hyperlink: { url: link } } : {};
    this.slide.addText([{ text: written, options: hyperlink }], {
      ...this.box(element),
      ...this.look(element),
      ...(isMark && { align: "center" }),
      ...((isMark || element.matches("th")) && { valign: "middle" }),
    });
  }
}

const notesOf = (slide) => [...slide.querySelectorAll(".slide__notes li")].map(words).join("\n");

/** Where a slide's title stands is told by its master: that of a first slide stands elsewhere. */
const master = (file, title, box) =>
  file.defineSlideMaster({
    title,
    objects: [
      {
        placeholder: {
          options: { name: "title", type: "title", ...box, margin: 0, align: "left", valign: "top" },
          text: "",
        },
      },
    ],
  });

const draw = async (file, slide, face, language) => {
  const made = file.addSlide({ masterName: face.closest(".slide--title") ? "ALKU" : "DIA" });
  const drawing = new Drawing(made, face, language);
  const title = face.querySelector(".slide__title");
  made.background = { color: colour(getComputedStyle(face).backgroundColor) };
  made.addText(words(title), { placeholder: "title", ...drawing.box(title), ...drawing.look(title) });
  for (const each of face.querySelectorAll(SHAPES)) drawing.shape(each);
  for (const each of face.querySelectorAll(TEXTS)) drawing.text(each);
  for (const each of face.querySelectorAll("img"))
    made.addImage({ data: await picture(each), altText: each.alt, ...drawing.box(each) });
  const notes = notesOf(slide);
  if (notes) made.addNotes(notes);
};

export const presentation = async (show) => {
  const Pptx = await library();
  const file = new Pptx();
  const language = show.dataset.locale.replace("_", "-");
  const copy = show.cloneNode(true);
  file.defineLayout({ name: "SCREEN", width: WIDTH / INCH, height: 720 / INCH });
  Object.assign(file, { layout: "SCREEN", title: lawful(show.dataset.title), company: "Mallisto", author: "Mallisto" });
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
    master(file, "DIA", { x: 0.6, y: 0.4, w: 12, h: 0.8 });
    if (first) master(file, "ALKU", new Drawing(null, first, language).box(first.querySelector(".slide__title")));
    for (const [at, slide] of [...show.querySelectorAll(".slide")].entries())
      await draw(file, slide, faces[at], language);
  } finally {
    copy.remove();
  }
  return new Blob([await file.write({ outputType: "blob" })], { type: TYPE });
};
