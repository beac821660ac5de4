// Links to take along: every quiet link of the page becomes a button that opens one dialog with the address, its short
// form, a text and a QR code.
import { download, make } from "./dom.js";
import { fill } from "./fill.js";
import { pictureOf, qrCode } from "./qr.js";

const PIXELS = 1200;

customElements.define(
  "link-kit",
  class extends HTMLElement {
    connectedCallback() {
      this.dialog = this.querySelector("dialog");
      this.status = this.querySelector(".kit__status");
      this.page = new URL(document.querySelector("link[rel=canonical]").href);
      for (const link of document.querySelectorAll("a.place")) link.replaceWith(this.opener(link));
      this.dialog.addEventListener("click", (event) => this.clicked(event));
      this.querySelector(".kit__embed")?.addEventListener("toggle", () => this.fit());
    }

    opener(link) {
      const button = make("button", { type: "button", className: link.className }, ...link.childNodes);
      button.setAttribute("aria-haspopup", "dialog");
      button.addEventListener("click", () =>
        this.open(link.hash, link.dataset.code, button.querySelector(".place__title").textContent, link.dataset.told),
      );
      return button;
    }

    open(hash, code, name, told = "") {
      const title = hash ? fill(this.dataset.of, { title: name, page: this.dataset.page }) : this.dataset.page;
      const language = document.documentElement.lang;
      const short = code ? new URL(`${this.dataset.short}${code}/#${language}`, this.page).href : "";
      const place = { title, short, address: new URL(hash, this.page).href, frame: this.frame(title, short) };
      for (const field of this.querySelectorAll("[data-pattern]")) field.value = fill(field.dataset.pattern, place);
      this.querySelector(".kit__what").textContent = title;
      this.querySelector("#linkki-lyhyt").parentElement.hidden = this.querySelector(".kit__qr").hidden = !code;
      this.querySelector(".kit__waiting").hidden = Boolean(code);
      this.offerFrame(Boolean(hash), code);
      this.place = {
        address: this.tail(hash),
        title: hash ? name : title,
        note: "",
        slide: "",
        minutes: 0,
        language,
        code,
        told,
      };
      this.status.textContent = "";
      this.drawn = code && this.show(short, this.place, fill(this.dataset.qr, place));
      this.dialog.showModal();
      this.fit();
    }

    /** What shows a place on another site; the browser writes the title so that no text becomes an element. */
    frame(title, short) {
      if (!short) return "";
      const address = new URL(short);
      address.search = "upotus";
      const frame = make("iframe", { src: address.href, title, width: "100%", height: "420", loading: "lazy" });
      return frame.outerHTML;
    }

    /** Places are embedded by their codes; of pages only those that are a place themselves. */
    offerFrame(isPlace, code) {
      const embed = this.querySelector(".kit__embed[data-of-places]");
      if (embed) embed.hidden = !code || !(isPlace || embed.dataset.ofPlaces === "too");
    }

    // The code of a short address; where it cannot be drawn, there is none.
    async show(short, place, words) {
      const frame = this.querySelector(".kit__picture");
      frame.replaceChildren();
      const svg = await qrCode(short).catch(() => "");
      if (place !== this.place) return;
      this.querySelector(".kit__qr").hidden = !svg;
      this.svg = svg;
      this.picture = make("img", { src: pictureOf(svg), alt: words, width: 160, height: 160 });
      frame.replaceChildren(this.picture);
    }

    /** A field is as high as its text. */
    fit() {
      for (const field of this.querySelectorAll("textarea")) {
        field.rows = 1;
        while (field.rows < 12 && field.scrollHeight > field.clientHeight) field.rows += 1;
      }
    }

    clicked(event) {
      const copier = event.target.closest("[data-copies]");
      if (copier) this.copy(this.querySelector(`#${copier.dataset.copies}`));
      else if (event.target.closest(".kit__svg")) this.giveSvg();
      else if (event.target.closest(".kit__png")) this.giveDots();
      else if (event.target.closest(".kit__pack button")) this.pack();
      else if (event.target === this.dialog) this.dialog.close();
    }

    /** The address within the pages of this language. */
    tail(hash) {
      return (
        location.pathname.slice(new URL(this.dataset.home, location.href).pathname.length).replace(/index\.html$/, "") +
        hash
      );
    }

    async pack() {
      const { add, MOST, own, trouble } = await import("./pack/pack.js");
      const said = { added: this.dataset.packed, there: this.dataset.there, full: this.dataset.packFull }[
        add(this.place)
      ];
      const count = said === this.dataset.packFull ? MOST : own().places.length;
      this.status.textContent = [fill(said, { count }), trouble() && this.dataset.unkept].filter(Boolean).join(" ");
    }

    async copy(field) {
      this.status.textContent = "";
      try {
        await navigator.clipboard.writeText(field.value);
        this.status.textContent = this.dataset.copied;
      } catch {
        field.focus();
        field.select();
        this.status.textContent = this.dataset.refused;
      }
    }

    async giveSvg() {
      await this.drawn;
      download(`${this.place.code}.svg`, new Blob([this.svg], { type: "image/svg+xml" }));
    }

    /** The same picture in dots, for programs that take no SVG. */
    async giveDots() {
      await this.drawn;
      const canvas = make("canvas", { width: PIXELS, height: PIXELS });
      const pen = canvas.getContext("2d");
      await this.picture.decode();
      pen.imageSmoothingEnabled = false;
      pen.drawImage(this.picture, 0, 0, PIXELS, PIXELS);
      const picture = await new Promise((done) => canvas.toBlob(done));
      download(`${this.place.code}.png`, picture);
    }
  },
);
