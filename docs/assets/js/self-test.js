// The result of a test, for as long as the page is open: the first answer to each question counts. Nothing is kept.
import { fill } from "./fill.js";

customElements.define(
  "self-test",
  class extends HTMLElement {
    connectedCallback() {
      this.questions = [...this.querySelectorAll("ol > li")];
      this.first = new Map();
      // Toggle events do not bubble.
      this.addEventListener("toggle", (event) => this.answer(event.target), true);
      this.querySelector(".self-test__again button").addEventListener("click", () => this.restart());
    }

    answer(option) {
      const question = option.closest("li");
      if (!option.open || this.first.has(question)) return;
      this.first.set(question, option);
      this.tell();
    }

    restart() {
      this.first.clear();
      for (const option of this.querySelectorAll("details.option")) option.open = false;
      this.tell();
      this.questions[0].querySelector("summary").focus();
    }

    /** How many were right, and where the answers to the others stand. */
    tell() {
      const result = this.querySelector(".self-test__result");
      this.querySelector(".self-test__again").hidden = !this.first.size;
      if (this.first.size < this.questions.length) {
        result.textContent = "";
        return;
      }
      const isRight = (question) => this.first.get(question).classList.contains("option--right");
      const right = this.questions.filter(isRight).length;
      result.textContent = fill(this.dataset.result, { right, all: this.questions.length });
      const places = this.questions
        .filter((question) => !isRight(question))
        .map((question) => question.querySelector(".option .more a"));
      const links = [...new Map(places.map((link) => [link.href, link.cloneNode(true)])).values()];
      if (links.length) result.append(` ${this.dataset.see} `, ...links.flatMap((link) => [link, " "]));
    }
  },
);
