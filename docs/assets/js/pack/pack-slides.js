// A pack as slides: the kept one, or the one of the address. The slides are made from the page's templates and handed
// to the slide show.
import "../slide-show.js";
import { fill } from "../fill.js";
import { carried, own } from "./pack.js";
import { Places, showCode } from "./places.js";

/** So much of a note is legible on one slide. */
const ROOM = 380;

const pieces = (text) => {
  const found = [];
  for (const word of text.split(/(?<=\s)/)) {
    if (found.length && found.at(-1).length + word.length <= ROOM) found[found.length - 1] += word;
    else found.push(word);
  }
  return found.map((each) => each.trim());
};

customElements.define(
  "pack-slides",
  class extends HTMLElement {
    async connectedCallback() {
      this.places = new Places(this.querySelector(".pack__places"));
      const carriedPack = await carried(location.hash);
      const pack = carriedPack ?? own();
      this.querySelector(".pack__broken").hidden = carriedPack !== null;
      this.querySelector(".pack__without").hidden = true;
      this.querySelector(".pack__empty").hidden = pack.places.length > 0;
      if (carriedPack) this.querySelector(".pack__back").hash = location.hash;
      if (!pack.places.length) return;
      const show = this.querySelector(".pack__show").content.cloneNode(true).firstElementChild;
      this.drawn = [];
      const slides = [this.first(pack), ...pack.places.flatMap((each) => this.of(each))];
      for (const [at, slide] of slides.entries()) this.number(slide, at + 1, slides.length);
      show.querySelector(".show__stage").append(...slides);
      await Promise.all(this.drawn);
      show.dataset.title = pack.name || show.dataset.title;
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

    of(place) {
      const parts = place.note ? pieces(place.note) : [""];
      return parts.map((note, at) => this.made(place, note, at));
    }

    made(place, note, at) {
      const slide = this.slide("slide");
      const title = slide.querySelector(".slide__title");
      const link = slide.querySelector(".slide__link");
      const code = this.places.short(place);
      const picture = slide.querySelector("img");
      title.textContent = at ? fill(this.dataset.continued, { title: place.title }) : place.title;
      title.lang = place.language;
      slide.querySelector(".slide__lead").textContent = this.places.about(place);
      slide.querySelector(".slide__note").textContent = note;
      Object.assign(link, { href: this.places.href(place), textContent: code || this.places.href(place) });
      this.drawn.push(showCode(picture, code, this.dataset.qr));
      if (!note) slide.querySelector(".slide__note").remove();
      return slide;
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
