// An address may ask for a place that the page no longer has. A browser then shows the top of the page without a word;
// here the page says so, with the reason or the new address where the page tells them.

/** Anchors of the site look so; scripts of the page keep other things behind the `#`. */
const ANCHOR = /^#[a-z0-9]+(-[a-z0-9]+)*$/;

customElements.define(
  "missing-place",
  class extends HTMLElement {
    connectedCallback() {
      this.heard = new AbortController();
      addEventListener("hashchange", () => this.look(), { signal: this.heard.signal });
      // Other scripts of the page make places too; they have run when it is loaded.
      if (document.readyState === "complete") this.look();
      else addEventListener("load", () => this.look(), { signal: this.heard.signal });
    }

    disconnectedCallback() {
      this.heard.abort();
    }

    look() {
      const isAsked = ANCHOR.test(location.hash);
      const place = isAsked ? document.getElementById(location.hash.slice(1)) : null;
      const told = place?.closest(".gone li");
      this.hidden = !isAsked || Boolean(place && !told);
      if (this.hidden) return;
      const words = document.createElement("p");
      words.textContent = this.dataset.words;
      const reason = [...(told?.cloneNode(true).children ?? [])];
      this.replaceChildren(words, ...reason);
      this.focus();
      this.scrollIntoView({ block: "start" });
    }
  },
);
