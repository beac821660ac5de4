// The fit finder: answers are looked up in verdicts made at build; no rule stands here, nothing is stored, nothing
// leaves the browser.  The element's `answers` are the text that `fit-verdicts.js` describes. It stands in the
// address, after `#`, only when a link is asked for.  What is looked up, beside the page: `mallit.json` has
// `conditions` ([question, answers, 1 if chosen or 0 if not]) and `models` ([id, name, the name's language,
// address, address of the verdicts, the numbers of the conditions that fit it, 1 if its description is light]).
// The verdicts of a model have `findings`, `known` ([side, [[verdict, sentence, facts], …]]), `ways` ([address,
// name of the words]) and `level`, the mark of a light description; a fact is [words, their language, address].
import { make } from "./dom.js";
import { facts, grouped, holds, link, read, told, write } from "./fit-verdicts.js";

const AT_ONCE = 20;
const HERE = document.baseURI;

const fetched = async (address) => {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

customElements.define(
  "fit-finder",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector(".fit__form");
      this.list = this.querySelector(".fit__list");
      this.status = this.querySelector(".fit__status");
      this.cards = new Map();
      this.compared = new Set();
      this.shown = AT_ONCE;
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("change", () => {
        this.forget();
        this.show();
      });
      this.light = this.querySelector(".fit__light input");
      this.light?.addEventListener("change", () => this.show());
      this.list.addEventListener("change", (event) => this.compare(event.target));
      this.querySelector(".fit__copy").addEventListener("click", () => this.copy());
      this.querySelector(".fit__clear").addEventListener("click", () => this.clear());
      this.querySelector(".fit__more").addEventListener("click", () => this.showMore());
      this.follow = () => {
        if (location.hash.includes("=")) this.restore();
      };
      this.again = () => this.show();
      addEventListener("hashchange", this.follow);
      addEventListener("pageshow", this.again); // a browser that comes back fills the form again
      for (const name of ["form", "found"]) this.querySelector(`.fit__${name}`).hidden = false;
      this.querySelector(".fit__all").hidden = true;
      if (location.hash.includes("=")) this.restore();
      else this.show();
    }

    disconnectedCallback() {
      removeEventListener("hashchange", this.follow);
      removeEventListener("pageshow", this.again);
    }

    get chosen() {
      return [...this.form.querySelectorAll("input:checked")]
        .filter((each) => each.value)
        .map((each) => [each.name, each.value]);
    }

    get answers() {
      return write(this.chosen);
    }

    restore() {
      const asked = new Set(read(location.hash.slice(1)).map((pair) => write([pair])));
      for (const box of this.form.querySelectorAll("input")) {
        box.checked =
          asked.has(write([[box.name, box.value]])) ||
          (!box.value && ![...asked].some((each) => each.startsWith(`${box.name}=`)));
        if (box.checked && box.closest("details")) box.closest("details").open = true;
      }
      this.show();
    }

    async show() {
      this.byQuestion = grouped(this.chosen);
      const isAnswered = this.byQuestion.size > 0;
      const mine = {};
      this.latest = mine;
      const before = this.status.textContent;
      this.querySelector(".fit__models").hidden = !isAnswered;
      if (!isAnswered) return this.say(this.dataset.choose);
      try {
        this.models ||= fetched(this.dataset.models);
        const { conditions, models: all } = await this.models;
        const models = this.light?.checked ? all : all.filter((each) => !each[6]);
        const fits = new Map(
          models.map((each) => [each, each[5].filter((number) => holds(this.byQuestion, conditions[number])).length]),
        );
        const ordered = [...models].sort(
          (one, other) =>
            one[6] - other[6] ||
            fits.get(other) - fits.get(one) ||
            one[1].localeCompare(other[1], document.documentElement.lang),
        );
        const cards = await Promise.all(ordered.slice(0, this.shown).map((each) => this.card(each)));
        if (mine !== this.latest) return;
        for (const card of cards) this.judge(card);
        this.list.replaceChildren(...cards.map((each) => each.element));
        this.querySelector(".fit__more").hidden = ordered.length <= this.shown;
        // The reader has asked for something else meanwhile, and was answered.
        if (this.status.textContent !== before) return;
        this.say(
          this.dataset.status
            .replace("{answered}", this.byQuestion.size)
            .replace("{all}", this.form.querySelectorAll(".fit__questions > li").length),
        );
      } catch (problem) {
        this.models = null;
        this.querySelector(".fit__models").hidden = true;
        this.querySelector(".fit__all").hidden = false;
        this.say(this.dataset.failed);
        throw problem;
      }
    }

    /** A model's card, made once: its name, a place for the verdicts, and what is known of it whatever is answered. */
    async card([id, name, language, href, address]) {
      if (this.cards.has(id)) return this.cards.get(id);
      const { findings, known, level, ways: there } = await fetched(address);
      const verdicts = make("div", { className: "fit__verdicts" });
      const ways = there.map(([way, words]) => make("a", { href: new URL(way, HERE).href }, this.dataset[words]));
      const sides = known.map(([side, reasons]) =>
        make(
          "div",
          {},
          make("dt", {}, side),
          make(
            "dd",
            {},
            make(
              "ul",
              {},
              ...reasons.map(([verdict, sentence, found]) =>
                make("li", { className: `verdict verdict--${verdict}` }, sentence, " ", facts(found, HERE)),
              ),
            ),
          ),
        ),
      );
      const box = make("input", { type: "checkbox", value: id, checked: this.compared.has(id) });
      const label = make(
        "label",
        { className: "fit__choose" },
        box,
        " ",
        this.dataset.chooseModel,
        make("span", { className: "fit__unseen" }, `: ${name}`),
      );
      const element = make(
        "li",
        { className: "fit__model" },
        make("div", { className: "fit__head" }, make("h3", {}, link([name, language, href], HERE)), label),
        ...(level ? [make("p", { className: "level" }, level)] : []),
        verdicts,
        ...(ways.length ? [make("p", { className: "fit__ways" }, ...ways.flatMap((way) => [way, " "]))] : []),
        make(
          "details",
          { className: "fold" },
          make("summary", {}, this.dataset.rest),
          make("dl", { className: "fit__sides" }, ...sides),
        ),
      );
      this.cards.set(id, { element, findings, verdicts, ways });
      return this.cards.get(id);
    }

    /** The verdicts that hold now, and the ways on that take the answers along. */
    judge({ findings, verdicts, ways }) {
      verdicts.replaceChildren(...told(findings, this.byQuestion, this.dataset, "h4", HERE));
      for (const way of ways) way.hash = this.answers;
    }

    async showMore() {
      const first = this.shown;
      this.shown += AT_ONCE;
      await this.show();
      this.list.children[first]?.querySelector("a").focus();
    }

    compare(box) {
      this.compared[box.checked ? "add" : "delete"](box.value);
      const way = this.querySelector(".fit__compare");
      way.hidden = this.compared.size < 2;
      way.href = `${this.dataset.compare}?${write([...this.compared].map((id) => ["malli", id]))}`;
    }

    /** The reader asks for a link: now, and only now, the answers stand in the address. */
    async copy() {
      history.pushState(null, "", `#${this.answers}`);
      try {
        await navigator.clipboard.writeText(location.href);
        this.say(this.dataset.copied);
      } catch {
        this.say(this.dataset.inAddress);
      }
    }

    /** Answers that have changed since are not those of the address any more. */
    forget() {
      if (location.hash.includes("=")) history.replaceState(null, "", location.pathname + location.search);
    }

    clear() {
      this.forget();
      this.form.reset();
      this.show();
      this.say(this.dataset.cleared);
      this.form.querySelector("input").focus();
    }

    say(words) {
      this.status.textContent = words;
    }
  },
);
