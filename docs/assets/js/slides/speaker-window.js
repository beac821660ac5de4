// The presenter's window: the slide on the screen, the next one, the notes of the first, and a clock. It turns slides
// too. Loaded when somebody asks for it.

import { fill } from "../fill.js";

const SIZE = "popup,width=1100,height=760";
const two = (number) => String(number).padStart(2, "0");

/**
 * How long something has taken, in minutes and seconds.
 * @type {(milliseconds: number) => string}
 */
export const timePassed = (milliseconds) => {
  const seconds = Math.floor(milliseconds / 1000);
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
};

const copyOf = (element) => {
  const copy = element.cloneNode(true);
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  return copy;
};

export class SpeakerWindow {
  /** Nothing where the browser refuses the window. */
  static open(show) {
    const view = open("", "mallisto-puhuja", SIZE);
    return view && new SpeakerWindow(show, view);
  }

  constructor(show, view) {
    const template = show.querySelector(".show__presenter");
    this.view = view;
    this.words = template.dataset;
    const page = view.document;
    page.documentElement.lang = document.documentElement.lang;
    page.title = fill(this.words.title, { title: show.dataset.title });
    page.head.replaceChildren(
      ...[...document.querySelectorAll("link[rel=stylesheet]")].map((each) => this.style(each)),
    );
    page.body.replaceChildren(page.importNode(template.content, true));
    this.part = (name) => page.querySelector(`.speaker__${name}`);
    this.minutes = show.dataset.minutes ? ` / ${show.dataset.minutes} min` : "";
    this.part("back").onclick = () => show.move(-1);
    this.part("on").onclick = () => show.move(1);
    this.part("restart").onclick = () => this.restart();
    page.onkeydown = (event) => show.pressed(event, !event.target.closest("button"));
    addEventListener("pagehide", () => view.close());
    this.restart();
    this.ticking = setInterval(() => this.tick(), 1000);
  }

  get isOpen() {
    return !this.view.closed;
  }

  style(link) {
    const copy = this.view.document.importNode(link);
    copy.href = link.href;
    return copy;
  }

  restart() {
    this.begun = Date.now();
    this.tick();
  }

  tick() {
    if (!this.isOpen) return clearInterval(this.ticking);
    const now = timePassed(Date.now() - this.begun);
    this.part("clock").querySelector("time").textContent = now + this.minutes;
  }

  follow(slide, next, place) {
    if (!this.isOpen) return;
    const put = (name, ...nodes) =>
      this.part(name)
        .querySelector("div")
        .replaceChildren(...nodes);
    const notes = slide.querySelector(".slide__notes ul, .slide__notes .slide__spoken");
    this.part("place").textContent = place;
    put("now", this.slide(slide));
    put("next", next ? this.slide(next) : this.words.last);
    put("notes", notes ? copyOf(notes) : this.words.none);
  }

  slide(slide) {
    const frame = copyOf(slide);
    frame.classList.remove("slide--now");
    frame.querySelector(".slide__notes")?.remove();
    return frame;
  }
}
