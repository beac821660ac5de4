// The last line of a page that is handed out on paper: its address with what was chosen on the page, as words and as a
// code for cameras, which also names the edition; and above the text the choices themselves.

import { make } from "./dom.js";
import { pictureOf, qrCode } from "./qr.js";

customElements.define(
  "paper-address",
  class extends HTMLElement {
    connectedCallback() {
      this.line = this.querySelector(".address");
      this.picture = make("img", { className: "on-paper paper-address__qr", width: 120, height: 120 });
      this.chosen = make("p", { className: "on-paper" });
      this.append(this.picture);
      document.querySelector("article h1").after(this.chosen);
      this.heard = new AbortController();
      // The page's own script answers first, so that the address says what is chosen now.
      const later = () => setTimeout(() => this.follow());
      for (const each of ["change", "reset", "popstate"]) addEventListener(each, later, { signal: this.heard.signal });
      this.follow();
    }

    disconnectedCallback() {
      this.heard.abort();
    }

    async follow() {
      const [address, coded] = [new URL(this.dataset.address), new URL(this.dataset.address)];
      const edition = document.querySelector("paper-edition")?.dataset.edition;
      address.search = location.search;
      address.searchParams.delete("versio");
      coded.search = address.search;
      if (edition) coded.searchParams.set("versio", edition);
      this.line.textContent = `${this.dataset.words} ${address.href}`;
      const choices = [...document.querySelectorAll("article select")].filter((each) => each.value);
      const words = choices.map(
        (each) => `${each.labels[0].textContent.trim()}: ${each.selectedOptions[0].text.trim()}`,
      );
      this.chosen.textContent = words.join(" · ");
      this.chosen.hidden = !words.length;
      const svg = await qrCode(coded.href).catch(() => "");
      this.picture.hidden = !svg;
      if (svg) Object.assign(this.picture, { src: pictureOf(svg), alt: address.href });
    }
  },
);
