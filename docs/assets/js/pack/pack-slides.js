// A pack as slides: the kept one, or the one of the address. The slides are made from the page's templates and from
// what stands at the places today, and handed to the slide show.
import "../slide-show.js";
import { fill } from "../fill.js";
import { carried, minutesOf, own } from "./pack.js";
import { Places, showCode } from "./places.js";

/** So many letters are legible on one slide beside a code. */
const ROOM = 440;

/** Nodes in groups that fit a slide each. */
const grouped = (nodes) => {
  const found = [[]];
  let letters = 0;
  for (const node of nodes) {
    const more = node.textContent.length + 30;
    if (letters && letters + more > ROOM) {
      found.push([]);
      letters = 0;
    }
    found.at(-1).push(node);
    letters += more;
  }
  return found;
};

customElements.define(
  "pack-slides",
  class extends HTMLElement {
    async connectedCallback() {
      this.places = new Places(this.querySelector(".pack__places"));
      const carriedPack = await carried(location.hash, document.documentElement.lang);
      const pack = carriedPack ?? own();
      this.querySelector(".pack__broken").hidden = carriedPack !== null;
      this.querySelector(".pack__without").hidden = true;
      this.querySelector(".pack__empty").hidden = pack.places.length > 0;
      if (carriedPack) this.querySelector(".pack__back").hash = location.hash;
      if (!pack.places.length) return;
      const show = this.querySelector(".pack__show").content.cloneNode(true).firstElementChild;
      this.drawn = [];
      const contents = await this.places.contents(pack);
      const slides = [this.first(pack), ...pack.places.flatMap((each, at) => this.of(each, contents[at]))];
      for (const [at, slide] of slides.entries()) this.number(slide, at + 1, slides.length);
      show.querySelector(".show__stage").append(...slides);
      await Promise.all(this.drawn);
      show.dataset.title = pack.name || show.dataset.title;
      if (minutesOf(pack)) show.dataset.minutes = minutesOf(pack);
      this.append(show);
    }

    slide(name) {
      return this.querySelector(`.pack__${name}`).content.cloneNode(true).firstElementChild;
    }

    first(pack) {
      const slide = this.slide("first");
      if (pack.name) slide.querySelector(".slide__title").textContent = pack.name;
      slide.querySelector(".slide__lead").textContent = fill(this.dataset.count, { count: pack.places.length });
      return slide;
    }

    /** The slides of a place: its words, what stands there, and on the last of them its address. */
    of(place, content) {
      const nodes = [
        ...this.said(place),
        ...(content === null ? [this.paragraph(this.dataset.gone)] : this.parts(content)),
      ];
      const groups = grouped(nodes);
      return groups.map((each, at) => this.made(place, content, each, at, groups.length));
    }

    paragraph(words) {
      return Object.assign(document.createElement("p"), { className: "slide__note", textContent: words });
    }

    said({ slide }) {
      return slide ? slide.split(/\n{2,}/).map((each) => this.paragraph(each)) : [];
    }

    /** The parts of a content, a list in its lines. */
    parts(content) {
      return [...(content?.content.cloneNode(true).children ?? [])].flatMap((each) =>
        each.matches("ul")
          ? [...each.children].map((line) => {
              const paragraph = this.paragraph("");
              paragraph.classList.add("content__line");
              paragraph.append(...line.childNodes);
              return paragraph;
            })
          : [each],
      );
    }

    made(place, content, nodes, at, count) {
      const slide = this.slide("slide");
      const title = slide.querySelector(".slide__title");
      title.textContent = at ? fill(this.dataset.continued, { title: place.title }) : place.title;
      title.lang = place.language;
      slide.querySelector(".slide__lead").textContent = this.places.about(place);
      slide.querySelector(".slide__content").lang = place.language;
      slide.querySelector(".slide__content").append(...nodes);
      if (content?.dataset.kind === "question" && !nodes.length) slide.classList.add("slide--question");
      else if (!nodes.length) slide.classList.add("slide--bare");
      if (content?.dataset.foot) slide.querySelector(".slide__date").textContent = content.dataset.foot;
      this.note(slide, place, at);
      this.address(slide, place, at === count - 1);
      return slide;
    }

    /** What the speaker says stands below the first slide of the place, not on it. */
    note(slide, place, at) {
      const notes = slide.querySelector(".slide__notes");
      if (place.note && !at) notes.querySelector(".slide__spoken").textContent = place.note;
      else notes.remove();
    }

    address(slide, place, isLast) {
      if (!isLast) return slide.querySelector(".slide__address").remove();
      const link = slide.querySelector(".slide__link");
      const code = this.places.short(place);
      Object.assign(link, { href: this.places.href(place), textContent: code || this.places.href(place) });
      this.drawn.push(showCode(slide.querySelector("img"), code, this.dataset.qr));
    }

    number(slide, number, count) {
      const title = slide.querySelector(".slide__title");
      slide.id = `dia-${number}`;
      title.id = `dia-${number}-nimi`;
      slide.setAttribute("aria-labelledby", title.id);
      slide.querySelector(".slide__number").textContent = `${number} / ${count}`;
    }
  },
);
