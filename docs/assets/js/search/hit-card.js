// A hit as a card: what it is, its name, the passage that answers, and its best parts.

import { make } from "../dom.js";

const PARTS = 3;

/** An excerpt as nodes: its own marks become elements, everything else is text. */
const passage = (excerpt) =>
  excerpt.split(/(<mark>.*?<\/mark>)/).map((piece) => {
    const plain = piece
      .replace(/<\/?mark>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">");
    return piece.startsWith("<mark>") ? make("mark", {}, plain) : plain;
  });

/** What a hit is, and its language where it is another than the page's. */
const kindName = (page, kind, language) => {
  const name = page.getAttribute(`data-kind-${kind}`) || "";
  const own = document.documentElement.lang;
  return language && language !== own ? `${name}, ${page.getAttribute(`data-language-${language}`)}` : name;
};

const partItem = (page, part, kind) => {
  const isSame = part.kind === kind && part.language === document.documentElement.lang;
  return make(
    "li",
    {},
    make("a", { href: part.url, lang: part.language }, part.title.trim()),
    " ",
    make("span", { className: "hit__kind" }, isSame ? "" : kindName(page, part.kind, part.language)),
    make("p", { lang: part.language }, ...passage(part.excerpt)),
  );
};

/** A hit that is a model leads to the comparison too. */
const comparing = (page, url, title, linkTo) => {
  const { compare, compareWords } = page.dataset;
  const model = url.match(/mallit\/([^/]+)\/(?:index\.html)?$/)?.[1];
  if (!model) return "";
  const settings = { href: linkTo(`${compare}?malli=${model}`), ariaLabel: `${compareWords}: ${title}` };
  return make("p", {}, make("a", settings, compareWords));
};

/** The card of a hit. `kinds` are those that the reader narrows the parts to. */
export const hitCard = (page, data, kinds, linkTo) => {
  const { kind, language, title } = data.meta;
  const parts = (data.sub_results || []).filter((each) => each.anchor?.id);
  const wanted = parts.filter((each) => !kinds.size || kinds.has(each.kind)).slice(0, PARTS);
  const isSaid = wanted.some((each) => each.excerpt === data.excerpt);
  const lead = { lang: data.sub_results?.[0]?.language || language };
  return make(
    "li",
    { className: "hit" },
    make("p", { className: "hit__kind" }, kindName(page, kind, language)),
    make("h3", {}, make("a", { href: data.url, lang: language }, title)),
    data.excerpt && !isSaid ? make("p", lead, ...passage(data.excerpt)) : "",
    comparing(page, data.url, title, linkTo),
    wanted.length ? make("ul", { className: "hit__parts" }, ...wanted.map((each) => partItem(page, each, kind))) : "",
  );
};

/** The card of a page of the site. One that every full model has of its own leads to each model's. */
export const pageCard = (page, [address, part, title, text], models, linkTo) => {
  const own = part
    ? models.map(([id, name]) => make("li", {}, make("a", { href: linkTo(`${address}${id}/${part}`) }, name)))
    : [];
  return make(
    "li",
    { className: "hit" },
    make("p", { className: "hit__kind" }, kindName(page, "sivu", "")),
    make("h3", {}, part ? title : make("a", { href: linkTo(address) }, title)),
    make("p", {}, text),
    own.length ? make("ul", { className: "hit__parts hit__models" }, ...own) : "",
  );
};
