// Where to guide a client: the choices stand in the address and nowhere else; the list and the number of models follow
// it.
import { fill } from "./fill.js";

const has = (element, key, value) => !value || (element.dataset[key] || "").split(" ").includes(value);

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

    /** What the address asks is shown; a value that is no answer asks nothing. */
    read() {
      const asked = new URLSearchParams(location.search);
      for (const choice of this.choices()) {
        choice.value = asked.get(choice.name) || "";
        if (choice.selectedIndex < 0) choice.value = "";
      }
      const { tilanne, rooli, alue } = Object.fromEntries(this.choices().map((each) => [each.name, each.value]));
      for (const guide of this.guides) {
        guide.hidden = Boolean(guide.dataset.alue) && !has(guide, "alue", alue);
        guide.querySelector(".guide__unsuited").hidden = has(guide, "tilanne", tilanne);
        this.point(guide, rooli);
      }
      this.sort(tilanne, rooli);
      this.tell(tilanne, rooli, Boolean(tilanne || rooli || alue));
    }

    /** In a model, the steps of one role, or that the role is not named. */
    point(guide, role) {
      const isNamed = has(guide, "rooli", role);
      const roles = guide.querySelector(".guide__roles");
      guide.querySelector(".guide__unnamed").hidden = isNamed;
      if (!roles) return;
      roles.hidden = !isNamed;
      roles.open = Boolean(role) && isNamed;
      for (const each of roles.querySelectorAll("[data-rooli]")) each.hidden = !has(each, "rooli", role);
    }

    /**
     * Models that name the situation and the role first; otherwise the order stays. What a model does not name is not
     * known, so it stays in sight.
     */
    sort(situation, role) {
      const named = (each) => has(each, "tilanne", situation) + has(each, "rooli", role);
      const ordered = [...this.guides].sort((one, other) => named(other) - named(one));
      for (const group of this.querySelectorAll(".guidance__group")) {
        const list = group.querySelector(".guides");
        list.append(...ordered.filter((each) => list.contains(each)));
        group.hidden = this.guides.every((each) => each.hidden || !list.contains(each));
      }
    }

    tell(situation, role, isAsked) {
      const found = this.guides.filter((each) => !each.hidden);
      const naming = (words, key, value) =>
        value ? words.replace("{count}", found.filter((each) => has(each, key, value)).length) : "";
      const count = found.length === 1 ? this.dataset.countOne : fill(this.dataset.countOther, { count: found.length });
      const words = [
        count,
        naming(this.dataset.suited, "tilanne", situation),
        naming(this.dataset.named, "rooli", role),
      ].filter(Boolean);
      this.querySelector(".guidance__status").textContent = isAsked ? words.join(" ") : "";
    }
  },
);
