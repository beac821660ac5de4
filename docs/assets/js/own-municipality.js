// Oma kunta: the municipality that is asked for, from what stands on the page. It is in the address, and on the device
// only when somebody asks for that; nothing is sent anywhere.
import { fill } from "./fill.js";
import { forget, keep, kept } from "./kept-municipality.js";
import { municipalityNamed } from "./municipality-names.js";

customElements.define(
  "own-municipality",
  class extends HTMLElement {
    connectedCallback() {
      this.title = document.title;
      this.field = this.querySelector("input");
      this.result = this.querySelector(".own__result");
      this.button = this.querySelector(".own__keep");
      this.known = [...this.querySelectorAll("[data-code]")].map((place) => ({
        code: place.dataset.code,
        place,
        names: [place.textContent, ...place.dataset.names.split("|").filter(Boolean)],
      }));
      this.querySelector("form").addEventListener("submit", (event) => {
        event.preventDefault();
        this.ask(this.field.value);
      });
      this.button.addEventListener("click", () => this.toggle());
      this.follow = () => this.read();
      addEventListener("popstate", this.follow);
      this.read();
    }

    disconnectedCallback() {
      removeEventListener("popstate", this.follow);
    }

    /** What the address asks for, or else what the device keeps, is shown. */
    read() {
      const asked = new URLSearchParams(location.search).get("kunta") ?? kept()?.code ?? "";
      if (asked) this.show(municipalityNamed(asked, this.known), asked);
    }

    /** @param {string} typed */
    ask(typed) {
      const found = municipalityNamed(typed, this.known);
      history.pushState(null, "", `?${new URLSearchParams({ kunta: found ? found.code : typed.trim() })}`);
      this.show(found, typed);
      if (found) this.querySelector("#own-nimi").focus();
    }

    show(found, typed) {
      this.result.hidden = !found;
      this.querySelector(".own__all").hidden = Boolean(found);
      this.querySelector("[role=status]").textContent = found ? "" : fill(this.dataset.none, { name: typed.trim() });
      if (!found) return;
      const { place, code } = found;
      const area = place.closest(".own__area");
      this.shown = {
        code,
        municipality: place.textContent,
        county: area.querySelector("h3").textContent,
        employment_area: place.closest("[data-employment-area]").dataset.employmentArea,
      };
      this.field.value = this.shown.municipality;
      this.querySelector("#own-nimi").textContent = this.shown.municipality;
      document.title = this.title.replace(this.dataset.title, `$&: ${this.shown.municipality}`);
      for (const name of ["county", "employment_area"]) {
        this.querySelector(`[data-own=${name}]`).textContent = this.shown[name];
        this.querySelector(`[data-own=${name}]`).parentElement.hidden = !this.shown[name];
      }
      const former = place.dataset.former ?? "";
      this.querySelector("[data-own=former]").textContent = former;
      this.querySelector(".own__former").hidden = !former;
      const models = [...area.querySelectorAll(".own__models li")];
      const isHere = (model) => model.dataset.municipalities.split(" ").includes(code);
      this.list("here", models.filter(isHere));
      this.list(
        "near",
        models.filter((model) => !isHere(model)),
      );
      this.list("used", [...area.querySelectorAll(".own__adoptions li")]);
      this.button.setAttribute("aria-pressed", String(kept()?.code === code));
    }

    list(name, models) {
      this.querySelector(`.own__${name}`).replaceChildren(...models.map((model) => model.cloneNode(true)));
      this.querySelector(`.own__no-${name}`).hidden = models.length > 0;
    }

    /** The device keeps the municipality, or no longer. */
    toggle() {
      const isKept = this.button.getAttribute("aria-pressed") === "true";
      if (isKept) forget();
      else keep({ ...this.shown, language: document.documentElement.lang });
      this.button.setAttribute("aria-pressed", String(kept()?.code === this.shown.code));
    }
  },
);
