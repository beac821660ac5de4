// Where to guide a client: the choices stand in the address and nowhere else; the list and the number of models follow it.

const has = (element, key, value) => !value || (element.dataset[key] || "").split(" ").includes(value);

customElements.define("guidance-page", class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.guides = [...this.querySelectorAll(".guide")];
    this.form.addEventListener("change", () => this.go());
    this.form.addEventListener("reset", event => { event.preventDefault(); this.choices().forEach(each => { each.value = ""; }); this.go(); });
    this.form.addEventListener("submit", event => event.preventDefault());
    this.follow = () => this.read();
    addEventListener("popstate", this.follow);
    this.form.hidden = false;
    this.read();
  }

  disconnectedCallback() { removeEventListener("popstate", this.follow); }

  choices() { return [...this.form.querySelectorAll("select")]; }

  // What is chosen becomes the address.
  go() {
    const asked = new URLSearchParams(this.choices().filter(each => each.value).map(each => [each.name, each.value]));
    history.pushState(null, "", asked.size ? `?${asked}` : location.pathname);
    this.read();
  }

  // What the address asks is shown; a value that is no answer asks nothing.
  read() {
    const asked = new URLSearchParams(location.search);
    for (const each of this.choices()) {
      each.value = asked.get(each.name) || "";
      if (each.selectedIndex < 0) each.value = "";
    }
    const { tilanne, rooli, alue } = Object.fromEntries(this.choices().map(each => [each.name, each.value]));
    for (const guide of this.guides) {
      guide.hidden = !(has(guide, "tilanne", tilanne) && (!guide.dataset.alue || has(guide, "alue", alue)));
      this.point(guide, rooli);
    }
    this.sort(rooli);
    this.tell(rooli, Boolean(tilanne || rooli || alue));
  }

  // In a model, the steps of one role, or that the role is not named.
  point(guide, role) {
    const isNamed = has(guide, "rooli", role), roles = guide.querySelector(".guide__roles");
    guide.querySelector(".guide__unnamed").hidden = isNamed;
    if (!roles) return;
    roles.hidden = !isNamed;
    roles.open = Boolean(role) && isNamed;
    for (const each of roles.querySelectorAll("[data-rooli]")) each.hidden = !has(each, "rooli", role);
  }

  // Models that name the role first; otherwise the order stays.
  sort(role) {
    const named = this.guides.filter(each => has(each, "rooli", role)), others = this.guides.filter(each => !named.includes(each));
    for (const group of this.querySelectorAll(".guidance__group")) {
      const list = group.querySelector(".guides");
      list.append(...[...named, ...others].filter(each => list.contains(each)));
      group.hidden = this.guides.every(each => each.hidden || !list.contains(each));
    }
  }

  tell(role, isAsked) {
    const found = this.guides.filter(each => !each.hidden), named = found.filter(each => has(each, "rooli", role));
    const count = found.length === 1 ? this.dataset.countOne : this.dataset.countOther.replace("{count}", found.length);
    const words = found.length ? [count, role ? this.dataset.named.replace("{count}", named.length) : ""].join(" ") : this.dataset.none;
    this.querySelector(".guidance__status").textContent = isAsked ? words : "";
  }
});
