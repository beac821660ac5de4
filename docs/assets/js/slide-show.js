// A slide show: one slide at a time by buttons, keys, taps and swipes, on the whole screen, with notes when asked for,
// with a window for the presenter, and as a PowerPoint file. `?rooli=` shows the slides of one role.

import { download } from "./dom.js";
import { fill } from "./fill.js";
import { stepOfKey, stepOfSwipe, stepOfTap } from "./slides/turning.js";
import { WholeScreen } from "./slides/whole-screen.js";

/** Of what does something with keys itself. */
const FIELDS = "input, select, textarea";
const BUTTONS = "a, button, summary";

customElements.define(
  "slide-show",
  class extends HTMLElement {
    connectedCallback() {
      if (this.classList.contains("show--measured") || this.slides) return;
      this.stage = this.querySelector(".show__stage");
      this.stage.tabIndex = 0;
      this.status = this.querySelector(".show__status");
      this.choose();
      this.slides = [...this.stage.querySelectorAll(".slide")];
      this.classList.add("show--live");
      for (const each of this.querySelectorAll(".show__bar, .show__roles")) each.hidden = false;
      // A page opened from a folder may load no module when it is asked for one.
      for (const each of this.querySelectorAll(".show__window, .show__file"))
        each.hidden = location.protocol === "file:";
      this.screen = new WholeScreen(this, (isOn) => this.resized(isOn));
      this.listen();
      this.show(0);
      this.follow();
    }

    disconnectedCallback() {
      this.heard?.abort();
    }

    /** The slides of the role that the address names. */
    choose() {
      const role = new URLSearchParams(location.search).get("rooli");
      const template = [...this.querySelectorAll(".show__role")].find((each) => each.dataset.role === role);
      if (template) {
        this.stage.replaceChildren(template.content.cloneNode(true));
        this.stage.setAttribute("aria-label", template.dataset.title);
        Object.assign(this.dataset, { title: template.dataset.title, file: `${this.dataset.file}-${role}` });
        for (const link of document.querySelectorAll(".contents a[href^='#']"))
          link.parentElement.hidden = !document.getElementById(link.hash.slice(1));
      }
      const address = template ? `?rooli=${role}` : "./";
      this.querySelector(`.show__roles a[href="${address}"]`)?.setAttribute("aria-current", "true");
    }

    listen() {
      const on = {
        back: () => this.move(-1),
        on: () => this.move(1),
        full: () => this.screen.enter(),
        leave: () => this.screen.leave(),
        speaker: () => this.speak(),
        window: () => this.openWindow(),
        print: () => print(),
        file: () => this.file(),
      };
      for (const [name, act] of Object.entries(on))
        for (const button of this.querySelectorAll(`.show__${name}`)) button.addEventListener("click", act);
      this.heard = new AbortController();
      const { signal } = this.heard;
      addEventListener("hashchange", () => this.follow(), { signal });
      document.addEventListener("keydown", (event) => this.pressed(event, this.isOwn(event)), { signal });
      this.addEventListener("pointerdown", (event) => this.touched(event));
      this.addEventListener("pointerup", (event) => this.swiped(event));
      this.addEventListener("click", (event) => this.tapped(event));
    }

    /** An address may name a slide, or a place on one. */
    follow() {
      const place =
        location.hash.length > 1 &&
        this.querySelector(`[id="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"]`);
      const at = place ? this.slides.indexOf(place.closest(".slide")) : -1;
      if (at >= 0) this.show(at);
    }

    /** Whether the show is what one works on: it fills the screen, or has the focus. */
    isOwn({ target }) {
      return (this.screen.isOn && !target.closest(BUTTONS)) || target === this.stage;
    }

    pressed(event, isOwn) {
      if (event.target.closest(FIELDS)) return;
      if (event.key === "Escape" && this.screen.isOn) this.screen.leave();
      const step = stepOfKey(event, isOwn);
      if (!step) return;
      event.preventDefault();
      this.move(step);
    }

    touched(event) {
      this.from = event.isPrimary ? event : null;
      this.wasSwiped = false;
    }

    swiped(event) {
      if (!this.screen.isOn || !this.from || !event.isPrimary) return;
      const step = stepOfSwipe(event.clientX - this.from.clientX, event.clientY - this.from.clientY);
      this.wasSwiped = step !== 0;
      if (step) this.move(step);
    }

    tapped(event) {
      if (!this.screen.isOn || this.wasSwiped || event.target.closest(BUTTONS)) return;
      this.move(stepOfTap(event.clientX, this.clientWidth));
    }

    move(step) {
      const before = this.at;
      this.show(Math.min(Math.max(this.at + step, 0), this.slides.length - 1));
      if (this.at !== before) this.status.textContent = this.place();
    }

    show(at) {
      this.at = at;
      for (const [number, slide] of this.slides.entries()) slide.classList.toggle("slide--now", number === at);
      const focused = /** @type {HTMLButtonElement | null} */ (document.activeElement);
      for (const each of this.querySelectorAll(".show__back")) each.disabled = at === 0;
      for (const each of this.querySelectorAll(".show__on")) each.disabled = at === this.slides.length - 1;
      if (focused?.disabled) this.stage.focus();
      this.speaker?.follow(this.slides[at], this.slides[at + 1], this.place());
    }

    place() {
      return fill(this.dataset.at, {
        number: this.at + 1,
        count: this.slides.length,
        title: this.slides[this.at].querySelector(".slide__title").textContent,
      });
    }

    resized(isOn) {
      this.querySelector(".show__corner").hidden = !isOn;
      (isOn ? this.stage : this.querySelector(".show__full")).focus();
    }

    speak() {
      const isOn = this.classList.toggle("show--notes");
      this.querySelector(".show__speaker").setAttribute("aria-pressed", isOn);
    }

    async openWindow() {
      const { SpeakerWindow } = await import("./slides/speaker-window.js");
      this.speaker = SpeakerWindow.open(this);
      if (this.speaker) this.show(this.at);
      else this.status.textContent = this.dataset.blocked;
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
