// Own figures into sums, as text. Every figure stands on the page with what it rests on.
import { range, rounded, sums } from "./cost.js";
import { fill } from "./fill.js";

/** The sums that are a product, with the figures it is made from. */
const PRODUCTS = { by_client: ["clients", "unit"], by_staff: ["staff", "salary"] };

/** A figure or a range in the page's language. */
const written = ({ low, high }) => {
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
  return low === high ? format.format(low) : `${format.format(low)}–${format.format(high)}`;
};

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
      for (const place of this.querySelectorAll("[data-result]")) {
        const name = place.dataset.result;
        show(place, this.told(name, found[name], figures));
        place.parentElement.classList.toggle("screen", !found[name]); // a board reads no empty sum
      }
      for (const each of this.inputs) each.closest("tr").classList.toggle("screen", !each.value.trim());
      this.classList.toggle("screen", !Object.values(found).some(Boolean));
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

    /** The exact sum with the factors of a product, and the rounded one where rounding changes it. */
    told(name, found, figures) {
      if (!found) return this.dataset.waiting;
      const near = rounded(found);
      const words = name === "per_client" ? "client" : "year";
      const isRound = near.low === found.low && near.high === found.high;
      const factors = PRODUCTS[name]?.map((each) => written(figures[each])).join(" × ");
      const exact = [factors, written(found)].filter(Boolean).join(" = ");
      return fill(this.dataset[isRound ? words : `${words}About`], { exact, amount: written(near) });
    }
  },
);
