// A slide show: one slide at a time by buttons and keys, on the whole screen, with notes when asked for, and as a
// PowerPoint file.

import { download } from "./dom.js";
import { fill } from "./fill.js";

const STEPS = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Home: -Infinity,
  End: Infinity,
};

customElements.define(
  "slide-show",
  class extends HTMLElement {
    connectedCallback() {
      if (this.classList.contains("show--measured") || this.slides) return;
      this.slides = [...this.querySelectorAll(".slide")];
      this.stage = this.querySelector(".show__stage");
      this.stage.tabIndex = 0;
      this.status = this.querySelector(".show__status");
      this.classList.add("show--live");
      this.querySelector(".show__bar").hidden = false;
      const on = {
        back: () => this.move(-1),
        on: () => this.move(1),
        full: () => this.enlarge(),
        speaker: () => this.speak(),
        print: () => print(),
        file: () => this.file(),
      };
      for (const [name, act] of Object.entries(on)) this.querySelector(`.show__${name}`).addEventListener("click", act);
      this.querySelector(".show__full").hidden = !document.fullscreenEnabled;
      this.stage.addEventListener("keydown", (event) => this.pressed(event));
      this.heard = new AbortController();
      addEventListener("hashchange", () => this.follow(), { signal: this.heard.signal });
      this.show(0);
      this.follow();
    }

    disconnectedCallback() {
      this.heard?.abort();
    }

    /** An address may name a slide, or a place on one. */
    follow() {
      const place =
        location.hash.length > 1 &&
        this.querySelector(`[id="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"]`);
      const at = place ? this.slides.indexOf(place.closest(".slide")) : -1;
      if (at >= 0) this.show(at);
    }

    pressed(event) {
      const step = STEPS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.move(step);
    }

    move(step) {
      const before = this.at;
      this.show(Math.min(Math.max(this.at + step, 0), this.slides.length - 1));
      if (this.at !== before) this.tell();
    }

    show(at) {
      this.at = at;
      for (const [number, slide] of this.slides.entries()) slide.classList.toggle("slide--now", number === at);
      const focused = /** @type {HTMLButtonElement | null} */ (document.activeElement);
      const [back, on] = [".show__back", ".show__on"].map((each) => this.querySelector(each));
      back.disabled = at === 0;
      on.disabled = at === this.slides.length - 1;
      if (focused?.disabled) this.stage.focus();
    }

    tell() {
      this.status.textContent = fill(this.dataset.at, {
        number: this.at + 1,
        count: this.slides.length,
        title: this.slides[this.at].querySelector(".slide__title").textContent,
      });
    }

    async enlarge() {
      await this.requestFullscreen();
      this.stage.focus();
    }

    speak() {
      const isOn = this.classList.toggle("show--notes");
      this.querySelector(".show__speaker").setAttribute("aria-pressed", isOn);
    }

    async file() {
      const button = this.querySelector(".show__file");
      const name = `${this.dataset.file}.pptx`;
      button.disabled = true;
      this.status.textContent = this.dataset.busy;
      try {
        const { presentation } = await import("./documents/pptx.js");
        download(name, await presentation(this));
        this.status.textContent = fill(this.dataset.done, { file: name });
      } catch (problem) {
        this.status.textContent = this.dataset.failed;
        throw problem;
      } finally {
        button.disabled = false;
      }
    }
  },
);
