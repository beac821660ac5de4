// The search page: what is sought stands in the address; hits, counts and facets follow it. Nothing is fetched before
// something is sought.

import { make } from "./dom.js";
import { fill } from "./fill.js";

const AT_ONCE = 10;
const PARTS = 3;
const SHOWN = 8;

/** An excerpt of the finder as nodes: its own marks become elements, everything else is text. */
const passage = (excerpt) =>
  excerpt.split(/(<mark>.*?<\/mark>)/).map((piece) => {
    const plain = piece
      .replace(/<\/?mark>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">");
    return piece.startsWith("<mark>") ? make("mark", {}, plain) : plain;
  });

customElements.define(
  "search-page",
  class extends HTMLElement {
    /** @type {Promise<any> | undefined} */
    found;

    connectedCallback() {
      this.form = this.querySelector(".search__form");
      this.field = this.form.elements.q;
      this.facets = this.querySelector(".search__facets");
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.go();
      });
      this.field.addEventListener("focus", () => this.finder().then((finder) => finder.init()), { once: true });
      this.facets.addEventListener("change", () => this.go());
      this.facets.addEventListener("reset", (event) => {
        event.preventDefault();
        this.chosen().forEach((box) => {
          box.checked = false;
        });
        this.go();
      });
      this.facets.addEventListener("submit", (event) => event.preventDefault());
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

    chosen() {
      return [...this.facets.querySelectorAll("input:checked")];
    }

    /** What the page is asked becomes its address. */
    go() {
      const asked = new URLSearchParams(this.field.value.trim() ? { q: this.field.value.trim() } : {});
      for (const box of this.chosen()) asked.append(box.name, box.value);
      history.pushState(null, "", `${asked.size ? "?" : location.pathname}${asked}`);
      this.read();
    }

    /** What the address asks is shown. */
    async read() {
      const asked = new URLSearchParams(location.search);
      const filters = {};
      this.field.value = asked.get("q") || "";
      for (const key of new Set(asked.keys())) if (key !== "q") filters[key] = asked.getAll(key);
      const mine = {};
      this.latest = mine;
      if (!this.field.value && !Object.keys(filters).length) return this.clear();
      this.say(this.dataset.busy);
      try {
        if (this.field.value) (await this.finder()).init(); // while the facets are read
        await this.offer(filters);
        const found = await this.find(this.field.value, filters);
        if (mine === this.latest) await this.show(found, filters, mine);
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

    async find(words, filters) {
      const finder = await this.finder();
      const known = await finder.facts();
      const of = Object.fromEntries(
        Object.entries(filters)
          .filter(([key]) => known.all[key])
          .map(([key, values]) => [key, { any: values }]),
      );
      return finder.search(words || null, { filters: of });
    }

    /** The facets as boxes to tick, made when they are first needed. */
    async offer(filters) {
      if (!this.facets.children.length) {
        const { facets } = await (await this.finder()).facts();
        this.facets.append(
          ...facets.filter((each) => each[2].length).map((each) => this.facet(each)),
          make("button", { type: "reset" }, this.dataset.clear),
        );
      }
      for (const box of filters ? this.facets.querySelectorAll("input") : [])
        box.checked = (filters[box.name] || []).includes(box.value);
      this.tell();
    }

    /** How many facets narrow the hits stands where they are folded away. */
    tell() {
      const { chosenOne, chosenOther } = this.dataset;
      const number = this.chosen().length;
      this.querySelector(".search__chosen").textContent = number
        ? number === 1
          ? chosenOne
          : fill(chosenOther, { count: number })
        : "";
    }

    facet([key, name, values, rule]) {
      const boxes = values.map(([id, label, count]) =>
        make(
          "label",
          {},
          make("input", { type: "checkbox", name: key, value: id }),
          ` ${label} `,
          make("span", { className: "search__number" }, `(${count})`),
        ),
      );
      const rest =
        boxes.length > SHOWN
          ? make("details", { className: "fold" }, make("summary", {}, this.dataset.more), ...boxes.slice(SHOWN))
          : "";
      return make(
        "fieldset",
        {},
        make("legend", {}, name),
        rule ? make("p", { className: "search__rule" }, rule) : "",
        ...boxes.slice(0, SHOWN),
        rest,
      );
    }

    /** Beside every value the number of hits it would leave. */
    count(counted) {
      for (const box of this.facets.querySelectorAll("input"))
        box.parentElement.querySelector(".search__number").textContent = `(${counted?.[box.name]?.[box.value] || 0})`;
    }

    async show(found, filters, mine) {
      this.results = found.results;
      this.kinds = new Set(filters.sisalto || []);
      this.at = 0;
      const number = found.results.length;
      const list = this.querySelector(".hits");
      list.replaceChildren();
      this.count(found.filters);
      this.querySelector(".search__all").hidden = true;
      this.querySelector(".search__found").hidden = !number;
      this.querySelector(".search__help").hidden = Boolean(number);
      await this.showMore(false);
      if (mine !== this.latest) return;
      const told = number
        ? number === 1
          ? this.dataset.countOne
          : this.dataset.countOther.replace("{count}", number)
        : this.dataset.none;
      const instead = (found.corrections || []).map(([, word]) => ` ${this.dataset.instead} ”${word}”.`).join("");
      this.say(number ? `${told}.${instead}`.replace("..", ".") : told);
      if (!number) await this.suggest();
    }

    async showMore(isAsked) {
      const list = this.querySelector(".hits");
      const results = this.results;
      const next = results.slice(this.at, this.at + AT_ONCE);
      this.at += next.length;
      const hits = (await Promise.all(next.map((each) => each.data()))).map((each) => this.hit(each));
      if (results !== this.results) return; // something else is sought by now
      list.append(...hits);
      this.querySelector(".search__more").hidden = this.at >= this.results.length;
      if (isAsked) hits[0]?.querySelector("a").focus();
    }

    hit(data) {
      const { kind, language, title } = data.meta;
      const parts = (data.sub_results || []).filter((each) => each.anchor?.id);
      const own = document.documentElement.lang;
      const wanted = parts.filter((each) => !this.kinds.size || this.kinds.has(each.kind)).slice(0, PARTS);
      const first =
        data.excerpt && !wanted.some((each) => each.excerpt === data.excerpt)
          ? make("p", { lang: data.sub_results?.[0]?.language || language }, ...passage(data.excerpt))
          : "";
      return make(
        "li",
        { className: "hit" },
        make("p", { className: "hit__kind" }, this.kind(kind, language, own)),
        make("h3", {}, make("a", { href: data.url, lang: language }, title)),
        first,
        this.comparing(data.url, title),
        wanted.length
          ? make(
              "ul",
              { className: "hit__parts" },
              ...wanted.map((each) =>
                make(
                  "li",
                  {},
                  make("a", { href: each.url, lang: each.language }, each.title.trim()),
                  " ",
                  make(
                    "span",
                    { className: "hit__kind" },
                    each.kind === kind && each.language === own ? "" : this.kind(each.kind, each.language, own),
                  ),
                  make("p", { lang: each.language }, ...passage(each.excerpt)),
                ),
              ),
            )
          : "",
      );
    }

    /** A hit that is a model leads to the comparison too. */
    comparing(url, title) {
      const { compare, compareWords } = this.dataset;
      const model = url.match(/mallit\/([^/]+)\/$/)?.[1];
      return model
        ? make(
            "p",
            {},
            make("a", { href: `${compare}?malli=${model}`, ariaLabel: `${compareWords}: ${title}` }, compareWords),
          )
        : "";
    }

    kind(kind, language, own) {
      const name = this.getAttribute(`data-kind-${kind}`) || "";
      return language && language !== own ? `${name}, ${this.getAttribute(`data-language-${language}`)}` : name;
    }

    /** Nothing was found: the nearest words of the site, each a new search. */
    async suggest() {
      const finder = await this.finder();
      const place = this.querySelector(".search__nearest");
      const words = [
        ...new Set(
          (
            await Promise.all(
              this.field.value
                .split(/\s+/)
                .filter(Boolean)
                .map((each) => finder.nearest(each)),
            )
          ).flat(),
        ),
      ].slice(0, 5);
      const links = words.map((word) => make("a", { href: `?${new URLSearchParams({ q: word })}` }, word));
      place.replaceChildren(
        ...(links.length
          ? [this.dataset.nearest, " ", ...links.flatMap((link, at) => (at ? [", ", link] : [link]))]
          : []),
      );
    }

    clear() {
      for (const name of ["found", "help"]) this.querySelector(`.search__${name}`).hidden = true;
      this.querySelector(".search__all").hidden = false;
      this.chosen().forEach((box) => {
        box.checked = false;
      });
      this.tell();
      this.say("");
    }

    say(words) {
      this.querySelector(".search__status").textContent = words;
    }
  },
);
