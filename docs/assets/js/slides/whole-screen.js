// A slide show on the whole screen: the rest of the page is out of reach until it is left. A device that gives no full
// screen shows the slide over its page.

/** All that stands beside an element and those around it. */
const beside = (element) =>
  element === document.body
    ? []
    : [
        ...[...element.parentElement.children].filter((each) => each !== element && !each.inert),
        ...beside(element.parentElement),
      ];

export class WholeScreen {
  /** `changed` is called when the show begins to fill the screen, and when that ends. */
  constructor(show, changed) {
    this.show = show;
    this.changed = changed;
    this.shut = [];
    show.addEventListener("fullscreenchange", () => document.fullscreenElement !== show && this.set(false));
  }

  get isOn() {
    return this.show.classList.contains("show--large");
  }

  async enter() {
    this.set(true);
    await this.show.requestFullscreen?.().catch(() => {});
  }

  leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.set(false);
  }

  set(isOn) {
    if (isOn === this.isOn) return;
    this.show.classList.toggle("show--large", isOn);
    if (isOn) this.shut = beside(this.show);
    for (const each of this.shut) each.inert = isOn;
    this.changed(isOn);
  }
}
