// Own figures into sums, as text. Every figure stands on the page with what it rests on.
import { range, rounded, sums } from "./cost.js";

/** What stays as it is is not written anew, so that nobody hears it again. */
const show = (place, words) => {
  if (place.textContent !== words) place.textContent = words;
};

customElements.define(
  "cost-calculator",
  class extends HTMLElement {
    connectedCallback() {
      this.inputs = [...this.querySelectorAll(".costs__figure")];
      this.addEventListener("input", () => this.count());
      this.count();
    }

    count() {
      const figures = Object.fromEntries(this.inputs.map((each) => [each.name, range(each.value)]));
      for (const each of this.inputs) this.judge(each, !each.value.trim() || figures[each.name] !== null);
      const found = sums(figures);
      for (const place of this.querySelectorAll("[data-result]"))
        show(place, this.told(place.dataset.result, found[place.dataset.result]));
    }

    judge(input, isRight) {
      const wrong = input.parentElement.querySelector(".costs__wrong");
      input.ariaInvalid = isRight ? null : "true";
      wrong.hidden = isRight;
      show(wrong, isRight ? "" : this.dataset.wrong);
      // A figure that was the source's and no longer is says so.
      const { defaultValue, value } = input;
      const own = this.querySelector(`#ero-${input.name}`);
      const isOwn = defaultValue && value.trim() !== defaultValue;
      show(own, isOwn ? this.dataset.changed.replace("{value}", () => defaultValue) : "");
    }

    told(name, found) {
      if (!found) return this.dataset.waiting;
      const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
      const { low, high } = rounded(found);
      const amount = low === high ? format.format(low) : `${format.format(low)}–${format.format(high)}`;
      return (name === "per_client" ? this.dataset.client : this.dataset.year).replace("{amount}", amount);
    }
  },
);
