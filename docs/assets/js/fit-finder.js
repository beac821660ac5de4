// The fit finder: answers are looked up in verdicts made at build; no rule stands here, nothing is stored, nothing
// leaves the browser.  The element's `answers` are the text that `fit-verdicts.js` describes. It stands in the
// address, after `#`, only when a link is asked for.  What is looked up, beside the page: `mallit.json` has
// `conditions` ([question, answers, 1 if chosen or 0 if not, verdict]) and `models` ([id, name, the name's language,
// address, address of the verdicts, the numbers of the conditions that hold for it, 1 if its description is light]).
// The verdicts of a model have `findings`, `known` ([side, [[verdict, sentence, facts], …]]), `ways` ([address,
// name of the words]) and `level`, the mark of a light description; a fact is [words, their language, address].
import { fill } from "./fill.js";
import { card } from "./fit-card.js";
import { matrix } from "./fit-matrix.js";
import { grouped, judged, needs, ordered, read, told, write } from "./fit-verdicts.js";

/** So many models stand side by side in a table. */
const BESIDE = 5;
const HERE = document.baseURI;

const fetched = async (address) => {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

const labelOf = (box) => box.closest("label").querySelector("span").textContent.trim();

customElements.define(
  "fit-finder",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector(".fit__form");
      this.list = this.querySelector(".fit__list");
      this.status = this.querySelector(".fit__status");
      this.cards = new Map();
      this.compared = new Set();
      this.shown = BESIDE;
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("change", () => {
        this.forget();
        this.show();
      });
      this.questions = [...this.form.querySelectorAll("[data-question]")];
      for (const [at, each] of this.questions.entries())
        each.querySelector(".fit__next").addEventListener("click", () => this.go(at + 1));
      this.why = this.querySelector(".fit__why input");
      this.why.addEventListener("change", () => this.classList.toggle("has-reasons", this.why.checked));
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

    /** The next question; after the last one, what was found. */
    go(at) {
      const next = this.questions[at]?.querySelector("details");
      if (next) next.open = true;
      else this.questions[at - 1].querySelector("details").open = false;
      const place = next?.querySelector("summary") ?? this.querySelector("#tulokset");
      place.focus();
      place.scrollIntoView({ block: "start" });
    }

    /** A link of before may carry a narrower answer than those that are offered. */
    restore() {
      const asked = new Set(read(location.hash.slice(1)).map((pair) => write([pair])));
      for (const box of this.form.querySelectorAll("input")) {
        const stands = [box.value, ...(box.dataset.also?.split(" ") ?? [])];
        box.checked =
          stands.some((value) => asked.has(write([[box.name, value]]))) ||
          (!box.value && ![...asked].some((each) => each.startsWith(`${box.name}=`)));
      }
      this.show();
    }

    /** The needs in the reader's words, as `fit-verdicts.js` tells them. */
    get needs() {
      const whole = new Set(
        this.questions.filter((each) => "whole" in each.dataset).map((each) => each.dataset.question),
      );
      const words = (question, answer) =>
        labelOf(this.form.querySelector(`input[name="${question}"][value="${CSS.escape(answer)}"]`));
      const asked = (question) =>
        this.form.querySelector(`[data-question="${question}"] .fit__asked`).textContent.trim();
      return needs(this.byQuestion, whole).map((each) => ({
        ...each,
        asked: asked(each.question),
        words: each.answers.map((answer) => words(each.question, answer)).join(", "),
      }));
    }

    /** Each question tells what was answered, also when it is folded. */
    showAnswers() {
      for (const each of this.questions)
        each.querySelector(".fit__answered").textContent = [...each.querySelectorAll("input:checked")]
          .filter((box) => box.value)
          .map(labelOf)
          .join(", ");
    }

    async show() {
      this.byQuestion = grouped(this.chosen);
      this.showAnswers();
      const isAnswered = this.byQuestion.size > 0;
      const mine = {};
      this.latest = mine;
      const before = this.status.textContent;
      this.querySelector(".fit__models").hidden = !isAnswered;
      if (!isAnswered) return this.say(this.dataset.choose);
      try {
        this.models ||= fetched(this.dataset.models);
        const { conditions, models: all } = await this.models;
        const asked = this.needs;
        const found = ordered(
          all
            .filter((each) => this.light?.checked || !each[6])
            .map(([id, name, language, href, address, numbers, isLight]) => {
              const its = numbers.map((number) => conditions[number]);
              const cells = asked.map((need) => judged(need, its).state);
              return { id, name, language, href, address, isLight, cells };
            }),
          document.documentElement.lang,
        );
        const shown = found.slice(0, this.shown);
        const cards = await Promise.all(shown.map((each) => this.card(each)));
        if (mine !== this.latest) return;
        this.showTables(asked, shown, cards);
        for (const card of cards) this.judge(card);
        this.list.replaceChildren(...cards.map((each) => each.element));
        this.querySelector(".fit__more").hidden = found.length <= this.shown;
        this.leadTo(this.querySelector(".fit__first"), found.slice(0, 2));
        // The reader has asked for something else meanwhile, and was answered.
        if (this.status.textContent === before) this.say(this.summed(found, asked.length));
      } catch (problem) {
        this.models = null;
        this.querySelector(".fit__models").hidden = true;
        this.querySelector(".fit__all").hidden = false;
        this.say(this.dataset.failed);
        throw problem;
      }
    }

    showTables(asked, shown, cards) {
      const columns = shown.map((model, at) => ({ model, findings: cards[at].findings }));
      const tables = Array.from({ length: Math.ceil(columns.length / BESIDE) }, (_, at) =>
        matrix(asked, columns.slice(at * BESIDE, (at + 1) * BESIDE), this.dataset, HERE),
      );
      this.querySelector(".fit__tables").replaceChildren(...tables);
    }

    /** How many questions are answered, and which models meet most needs; made from the cells of the tables. */
    summed(found, all) {
      const met = ({ cells }) => cells.filter((each) => each === "fits").length;
      const most = met(found[0]);
      const best = found
        .filter((each) => each.isLight === found[0].isLight && met(each) === most)
        .map(({ name }) => name);
      const names = new Intl.ListFormat(document.documentElement.lang).format(best);
      const gaps = { answered: this.byQuestion.size, all: this.questions.length, names, most, needs: all };
      return fill(most ? this.dataset.status : this.dataset.statusNone, gaps);
    }

    /** A model's card is made once. */
    async card({ id, name, language, href, address }) {
      const named = { id, name, words: [name, language, href], isChosen: this.compared.has(id) };
      if (!this.cards.has(id)) this.cards.set(id, card(named, await fetched(address), this.dataset, HERE));
      return this.cards.get(id);
    }

    /** The verdicts that hold now, and the ways on that take the answers along. */
    judge({ findings, verdicts, ways }) {
      verdicts.replaceChildren(...told(findings, this.byQuestion, this.dataset, "h5", HERE));
      for (const way of ways) way.hash = this.answers;
    }

    async showMore() {
      const first = this.shown;
      this.shown += BESIDE;
      await this.show();
      this.querySelectorAll(".fit__tables > table")[first / BESIDE]?.querySelector("a").focus();
    }

    compare(box) {
      this.compared[box.checked ? "add" : "delete"](box.value);
      this.leadTo(
        this.querySelector(".fit__chosen"),
        [...this.compared].map((id) => ({ id })),
      );
    }

    /** A way to the comparison of two models or more. */
    leadTo(way, models) {
      way.hidden = models.length < 2;
      way.href = `${this.dataset.compare}?${write(models.map(({ id }) => ["malli", id]))}`;
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
      this.go(0);
    }

    say(words) {
      this.status.textContent = words;
    }
  },
);
