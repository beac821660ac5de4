// The glossary's filter: what is typed stays in sight, by the names of a term in any language and its explanation.

import { fill } from "./fill.js";

customElements.define(
  "term-filter",
  class extends HTMLElement {
    connectedCallback() {
      this.field = this.querySelector("input");
      this.status = this.querySelector("[role=status]");
      this.terms = [...this.querySelectorAll(".glossary > div")].map((element) => ({
        element,
        words: [...element.querySelectorAll("dfn, dd > p:not([class]), .equivalents [lang]")]
          .map((each) => each.textContent.toLowerCase())
          .join("\n"),
      }));
      this.field.addEventListener("input", () => this.narrow());
      this.querySelector(".terms__filter").hidden = false;
      this.heard = new AbortController();
      addEventListener("hashchange", () => this.reveal(), { signal: this.heard.signal });
      this.narrow();
    }

    disconnectedCallback() {
      this.heard?.abort();
    }

    /** A place that somebody asks for is shown, whatever is typed. */
    reveal() {
      const place = document.getElementById(location.hash.slice(1));
      if (!place || place.checkVisibility() || !this.contains(place)) return;
      this.field.value = "";
      this.narrow();
      place.scrollIntoView();
    }

    narrow() {
      const wanted = this.field.value.trim().toLowerCase();
      for (const { element, words } of this.terms) element.hidden = !words.includes(wanted);
      for (const section of this.querySelectorAll("section")) {
        section.hidden = !section.querySelector(".glossary > div:not([hidden])");
        this.querySelector(`nav a[href="#${section.querySelector("h2").id}"]`).parentElement.hidden = section.hidden;
      }
      const count = this.terms.filter((each) => !each.element.hidden).length;
      const said = count ? fill(this.dataset.found, { count }) : this.dataset.none;
      this.status.textContent = wanted ? said : "";
    }
  },
);
