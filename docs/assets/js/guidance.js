// Where to guide a client: the choices stand in the address and nowhere else; the list and the number of models follow
// it.
import { fill } from "./fill.js";

const has = (element, key, value) => !value || (element.dataset[key] || "").split(" ").includes(value);

/** Whether a model names no role but a function that the role may hold. */
const mayHold = (guide, role) => Boolean(role) && !has(guide, "rooli", role) && has(guide, "voi", role);

// What a model may name of the choices, with the line that says it does not, and the sentence that counts those that
// do.
const NAMED = [
  ["tilanne", ".guide__unsuited", "suited"],
  ["ryhma", ".guide__unserved", "served"],
];

customElements.define(
  "guidance-page",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.guides = [...this.querySelectorAll(".guide")];
      this.form.addEventListener("change", () => this.go());
      this.form.addEventListener("reset", (event) => {
        event.preventDefault();
        for (const choice of this.choices()) choice.value = "";
        this.go();
      });
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.follow = () => this.read();
      addEventListener("popstate", this.follow);
      this.form.hidden = false;
      this.read();
    }

    disconnectedCallback() {
      removeEventListener("popstate", this.follow);
    }

    choices() {
      return [...this.form.querySelectorAll("select")];
    }

    /** What is chosen becomes the address. */
    go() {
      const asked = new URLSearchParams(
        this.choices()
          .filter((each) => each.value)
          .map((each) => [each.name, each.value]),
      );
      history.pushState(null, "", asked.size ? `?${asked}` : location.pathname);
      this.read();
    }

    /**
     * What the address asks is shown; a value that is no answer asks nothing. A target group is understood where it was
     * asked as a situation, as in older links.
     */
    read() {
      const asked = new URLSearchParams(location.search);
      for (const choice of this.choices()) {
        const wanted = asked.get(choice.name) || (choice.name === "ryhma" ? asked.get("tilanne") : "") || "";
        choice.value = wanted;
        if (choice.selectedIndex < 0) choice.value = "";
      }
      const chosen = Object.fromEntries(this.choices().map((each) => [each.name, each.value]));
      for (const guide of this.guides) {
        guide.hidden = Boolean(guide.dataset.alue) && !has(guide, "alue", chosen.alue);
        for (const [key, line] of NAMED) guide.querySelector(line).hidden = has(guide, key, chosen[key]);
        this.point(guide, chosen.rooli);
      }
      for (const body of this.querySelectorAll(".guidance__body")) body.hidden = body.dataset.alue !== chosen.alue;
      this.sort(chosen);
      this.tell(chosen);
    }

    /** In a model, the steps of one role, or of what it may hold where it is not named, or that neither is named. */
    point(guide, role) {
      const isNamed = has(guide, "rooli", role);
      const isHeld = mayHold(guide, role);
      const roles = guide.querySelector(".guide__roles");
      guide.querySelector(".guide__unnamed").hidden = isNamed || isHeld;
      guide.querySelector(".guide__held").hidden = !isHeld;
      if (!roles) return;
      roles.hidden = !isNamed && !isHeld;
      roles.open = Boolean(role) && !roles.hidden;
      const key = isHeld ? "voi" : "rooli";
      for (const each of roles.querySelectorAll("[data-rooli]")) each.hidden = !has(each, key, role);
    }

    /**
     * Models of the area first, and those that name the situation and the role, then those that name what the role may
     * hold; otherwise the order stays. What a model does not name is not known, so it stays in sight.
     */
    sort({ tilanne, ryhma, rooli, alue }) {
      const named = (each) =>
        8 * has(each, "alue", alue) +
        2 * (has(each, "tilanne", tilanne) + has(each, "ryhma", ryhma) + has(each, "rooli", rooli)) +
        mayHold(each, rooli);
      const ordered = [...this.guides].sort((one, other) => named(other) - named(one));
      for (const group of this.querySelectorAll(".guidance__group")) {
        const list = group.querySelector(".guides");
        list.append(...ordered.filter((each) => list.contains(each)));
        group.hidden = this.guides.every((each) => each.hidden || !list.contains(each));
      }
    }

    tell(chosen) {
      const found = this.guides.filter((each) => !each.hidden);
      const words = [
        found.length === 1 ? this.dataset.countOne : fill(this.dataset.countOther, { count: found.length }),
      ];
      const count = (sentence, is) => words.push(fill(sentence, { count: found.filter(is).length }));
      for (const [key, , label] of NAMED)
        if (chosen[key]) count(this.dataset[label], (each) => has(each, key, chosen[key]));
      if (chosen.rooli) {
        count(this.dataset.named, (each) => has(each, "rooli", chosen.rooli));
        const isHeld = (each) => mayHold(each, chosen.rooli);
        if (found.some(isHeld)) count(this.dataset.held, isHeld);
      }
      const isAsked = Object.values(chosen).some(Boolean);
      this.querySelector(".guidance__status").textContent = isAsked ? words.join(" ") : "";
    }
  },
);
