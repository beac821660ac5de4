// A code on paper leads here with the edition of the paper (`?versio=2026-11-20-3f2a9c`). The first line of the page
// then says whether the paper is current, and if not, how much has changed and where that is told.
import { make } from "./dom.js";
import { after, asked } from "./editions.js";
import { fill } from "./fill.js";

customElements.define(
  "paper-edition",
  class extends HTMLElement {
    async connectedCallback() {
      const paper = asked(location.search);
      if (!paper.version) return;
      const line = make("p", { className: "paper-edition" });
      line.setAttribute("role", "status");
      document.querySelector("article h1").after(line);
      if (paper.version === this.dataset.edition) line.append(this.dataset.current);
      else line.append(await this.changed(paper), " ", this.link());
    }

    link() {
      const way = new URL(this.dataset.changes, location.href);
      if (this.dataset.history) way.search = location.search;
      return make("a", { href: way.href, textContent: this.dataset.see });
    }

    /** How many changes the model's page of changes tells of; without a number where that is not known. */
    async changed(paper) {
      const count = this.dataset.history ? await this.count(paper).catch(() => 0) : 0;
      if (!count) return this.dataset.changed;
      return fill(count === 1 ? this.dataset.one : this.dataset.other, { count });
    }

    async count(paper) {
      const answer = await fetch(new URL(this.dataset.history, location.href));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const { newer } = after([...page.querySelectorAll(".revision")], paper, this.dataset.edition);
      return newer.reduce((sum, each) => sum + Number(each.dataset.changes), 0);
    }
  },
);
