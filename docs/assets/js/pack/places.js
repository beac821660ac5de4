import { fill } from "../fill.js";
import { pictureOf, qrCode } from "../qr.js";

/** Show the QR code of a short address; without address, or where the code cannot be drawn, the image goes. */
export const showCode = async (image, address, words) => {
  const svg = address && (await qrCode(address).catch(() => ""));
  if (svg) Object.assign(image, { src: pictureOf(svg), alt: fill(words, { address }) });
  else image.remove();
};

// What a page knows of places: where a language's pages begin, what kinds of place there are, and what the models are
// called.
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
}
