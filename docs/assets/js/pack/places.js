import { fill } from "../fill.js";
import { pictureOf, qrCode } from "../qr.js";

/** Show the QR code of a short address; without address, or where the code cannot be drawn, the image goes. */
export const showCode = async (image, address, words) => {
  const svg = address && (await qrCode(address).catch(() => ""));
  if (svg) Object.assign(image, { src: pictureOf(svg), alt: fill(words, { address }) });
  else image.remove();
};

// What a page knows of places: where a language's pages begin, what kinds of place there are, and what the models are
// called; and what stands at a place today, which the page of its short address tells.
export class Places {
  constructor(template) {
    const read = (name) =>
      new Map(
        [...template.content.querySelectorAll(`[data-${name}]`)].map((each) => [each.dataset[name], each.textContent]),
      );
    this.kinds = read("kind");
    this.models = read("model");
    this.homes = read("home");
    this.shortHome = new URL(template.dataset.short, location.href);
    this.pages = new Map();
  }

  home(place) {
    return new URL(this.homes.get(place.language), location.href).href;
  }

  href(place) {
    return this.home(place) + place.address;
  }

  short(place) {
    return place.code && new URL(`${place.code}/#${place.language}`, this.shortHome).href;
  }

  /** What stands at an address, from its form: `mallit/toike/polku/#vaihe-arvio`. */
  kind({ address }) {
    const [page, anchor = ""] = address.split("#");
    const parts = page.split("/");
    const name = anchor ? anchor.split("-")[0] : parts.slice(2).join("/") || parts[0];
    return this.kinds.get(name) ?? this.kinds.get("");
  }

  model({ address }) {
    const [folder, id] = address.split("/");
    return folder === "mallit" ? (this.models.get(id) ?? "") : "";
  }

  /**
   * What stands there, of which model, and how it is known where the source does not describe it as it is: a plan, an
   * expectation.
   */
  about(place) {
    return [this.kind(place), this.model(place), place.told].filter(Boolean).join(" · ");
  }

  /**
   * What stands at a place today: `undefined` where nobody knows it, `null` where the place is gone. A place that has
   * moved gets its present code, address and title.
   */
  async content(place) {
    const page = place.code && (await this.page(place.code));
    if (!page) return undefined;
    const found = page.querySelector(`template.place-content[data-language="${place.language}"]`);
    if (!found) return null;
    const { code, address, title } = found.dataset;
    const isMoved = code && code !== place.code;
    Object.assign(place, { code: code || place.code, address, title });
    return isMoved ? this.content(place) : found;
  }

  page(code) {
    if (!this.pages.has(code))
      this.pages.set(
        code,
        this.fetched(code).catch(() => null),
      );
    return this.pages.get(code);
  }

  async fetched(code) {
    const answer = await fetch(new URL(`${code}/`, this.shortHome));
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  }

  /** What stands at each place of a pack, in its order. */
  contents(pack) {
    return Promise.all(pack.places.map((each) => this.content(each)));
  }
}
