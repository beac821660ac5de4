// The search page: what is sought stands in the address; hits, counts and facets follow it. Nothing is fetched before
// something is sought.

import { fill } from "./fill.js";
import { ask } from "./search/ask.js";
import { FacetBoxes } from "./search/facet-boxes.js";
import { hitCard, pageCard } from "./search/hit-card.js";
import { answerNote, chipList, placeLink, placeNote, wordNotes } from "./search/notes.js";

const AT_ONCE = 10;
// The query, and the chips that were taken off, in an address; all else there are facets.
const [QUERY, OFF] = ["q", "sanoina"];

customElements.define(
  "search-page",
  class extends HTMLElement {
    /** @type {Promise<any> | undefined} */
    found;

    connectedCallback() {
      this.form = this.querySelector(".search__form");
      this.field = this.form.elements.q;
      const form = this.querySelector(".search__facets");
      this.facets = new FacetBoxes(form, this.querySelector(".search__chosen"), this.dataset);
      this.pageTitle = document.title;
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.go();
      });
      this.field.addEventListener("focus", () => this.finder().then((finder) => finder.init()), { once: true });
      form.addEventListener("change", () => this.go(this.off()));
      form.addEventListener("reset", (event) => {
        event.preventDefault();
        this.facets.clear();
        this.go(this.off());
      });
      form.addEventListener("submit", (event) => event.preventDefault());
      this.querySelector(".search__narrow").addEventListener("toggle", () => this.offer());
      this.querySelector(".search__more").addEventListener("click", () => this.showMore(true));
      this.follow = () => this.read();
      addEventListener("popstate", this.follow);
      this.querySelector(".search__narrow").hidden = false;
      this.read();
    }

    disconnectedCallback() {
      removeEventListener("popstate", this.follow);
    }

    off() {
      return new URLSearchParams(location.search).getAll(OFF);
    }

    /** What the page is asked becomes its address. */
    go(off = []) {
      const asked = new URLSearchParams(this.field.value.trim() ? { [QUERY]: this.field.value.trim() } : {});
      for (const each of off) asked.append(OFF, each);
      for (const box of this.facets.chosen()) asked.append(box.name, box.value);
      history.pushState(null, "", `${asked.size ? "?" : location.pathname}${asked}`);
      this.read();
    }

    /** What the address asks is shown. */
    async read() {
      const asked = new URLSearchParams(location.search);
      const chosen = {};
      this.field.value = asked.get(QUERY) || "";
      for (const key of new Set(asked.keys())) if (key !== QUERY && key !== OFF) chosen[key] = asked.getAll(key);
      const query = this.field.value.trim();
      const mine = {};
      this.latest = mine;
      if (!query && !Object.keys(chosen).length) return this.clear();
      this.say(this.dataset.busy);
      try {
        const finder = await this.finder();
        const known = await finder.queryWords();
        if (query) finder.init(); // while the facets are read
        await this.offer(chosen);
        const answer = await ask(finder, known, { query, chosen, off: asked.getAll(OFF) });
        if (mine === this.latest) await this.show(answer, { query, chosen, known, finder });
      } catch (problem) {
        if (mine === this.latest) {
          this.clear();
          this.say(this.dataset.failed);
        }
        throw problem;
      }
    }

    async finder() {
      // A page that is opened from a folder has the finder as a plain script.
      this.found ||= self.mallistoFinder || import(new URL(this.dataset.finder, location.href).href);
      return this.found;
    }

    /** The facets as boxes to tick, made when they are first needed. */
    async offer(chosen) {
      const { facets } = await (await this.finder()).facts();
      this.facets.make(facets);
      if (chosen) this.facets.tick(chosen);
    }

    async show(answer, { query, chosen, known, finder }) {
      const { understood, answers, near, rest, counts } = answer;
      const kinds = new Set(chosen.sisalto || []);
      this.card = (data) => hitCard(this, data, kinds, finder.linkTo);
      const page = understood.page;
      const state = page ? "found" : answer.state;
      const isFound = state === "found" || state === "explained";
      const isNear = (state !== "found" && near.length > 0) || !answers.length;
      const isOther = ({ data }) => !page || data.url !== finder.linkTo(page[0]);
      const hits = (isNear ? answers : [...answers, ...near]).filter(isOther);
      const cards = [
        ...(page ? [pageCard(this, page, known.models, finder.linkTo)] : []),
        ...hits.map(({ data }) => this.card(data)),
      ];
      this.waiting = [...cards.slice(AT_ONCE), ...rest];
      this.list = this.inner("hits");
      this.list.replaceChildren(...cards.slice(0, AT_ONCE));
      this.inner("search__near-hits").replaceChildren(...(isNear ? near.map(({ data }) => this.card(data)) : []));
      const count = cards.length + rest.length;
      this.facets.count(counts);
      this.dataset.asked = "";
      this.inner("search__all").hidden = true;
      this.inner("search__found").hidden = !cards.length;
      this.inner("search__near").hidden = !this.inner("search__near-hits").children.length;
      this.inner("search__help").hidden = state !== "nothing";
      this.inner("search__more").hidden = !this.waiting.length;
      this.inner("search__chips").replaceChildren(
        ...chipList(understood, this.dataset, (id) => this.go([...this.off(), id])),
      );
      this.inner("search__notes").replaceChildren(
        ...answerNote({ state, understood }, this.dataset, finder.linkTo),
        ...placeNote(understood, this.dataset),
        ...(page && !answers.length ? [] : wordNotes(answer, this.dataset, query)),
      );
      this.inner("search__own").replaceChildren(...placeLink(understood, this.dataset, finder.linkTo));
      this.tell(query, isFound ? count : 0, isFound ? answer.suggestions : []);
    }

    /** The number of hits in words, for the eye, for screen readers, and in the title of the page. */
    tell(query, count, suggestions) {
      const { none, countOne, countOther, meant } = this.dataset;
      const number = count ? `${count === 1 ? countOne : fill(countOther, { count })}.` : none;
      this.say([number, ...suggestions.map(([, other]) => `${meant} ”${other}”?`)].join(" "));
      document.title = [query, number.replace(/\.$/, ""), this.pageTitle].filter(Boolean).join(" | ");
    }

    async showMore(isAsked) {
      const waiting = this.waiting;
      const next = waiting.splice(0, AT_ONCE);
      const cards = await Promise.all(
        next.map(async (each) => (each instanceof Element ? each : this.card(await each.data()))),
      );
      if (waiting !== this.waiting) return; // something else is sought by now
      this.list.append(...cards);
      this.inner("search__more").hidden = !waiting.length;
      if (isAsked) cards[0]?.querySelector("a").focus();
    }

    clear() {
      for (const name of ["found", "near", "help"]) this.inner(`search__${name}`).hidden = true;
      for (const name of ["chips", "notes", "own"]) this.inner(`search__${name}`).replaceChildren();
      this.inner("search__all").hidden = false;
      delete this.dataset.asked;
      this.facets.clear();
      document.title = this.pageTitle;
      this.say("");
    }

    inner(name) {
      return this.querySelector(`.${name}`);
    }

    say(words) {
      this.inner("search__status").textContent = words;
    }
  },
);
