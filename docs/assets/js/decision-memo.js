// The decision memo: an adoption kept in this browser fills its owners and dates in, and one button makes a Word document of what is shown.
// What is kept is only read here.
import { make } from "./dom.js";
import "./cost-calculator.js";
import { grouped, read, told } from "./fit-verdicts.js";

const KEPT = "mallisto.adoption.", VERSION = /^\d{4}-\d\d-\d\d-[0-9a-f]+$/, STATES = { open: "open", done: "doneItem", na: "na" };

const isAdoption = each => each?.format === "mallisto-adoption" && each.version === 1 && typeof each.name === "string" && typeof each.model?.id === "string" && each.items && typeof each.items === "object";

// The adoptions of a model, by name. A browser may refuse to tell what it keeps, and anything may have been written there.
const adoptions = model => {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(KEPT)).flatMap(key => {
      try { return [JSON.parse(localStorage.getItem(key))]; } catch { return []; }
    }).filter(each => isAdoption(each) && each.model.id === model).sort((one, other) => one.name.localeCompare(other.name));
  } catch { return []; }
};

// Words with their gaps filled, piece by piece: a text of another language is an element that says so.
const filled = (words, gaps) => words.split(/\{(\w+)\}/).map((piece, at) => at % 2 ? gaps[piece] : piece);
const text = value => typeof value === "string" ? value.trim() : "";

customElements.define("decision-memo", class extends HTMLElement {
  connectedCallback() {
    this.rows = new Map([...this.querySelectorAll("[data-item]")].map(row => [row.dataset.item, { row, text: row.cells[1].textContent, owner: row.cells[2].textContent }]));
    this.roles = new Map([...this.querySelector(".memo__roles").content.children].map(each => [each.dataset.role, each.textContent]));
    this.querySelector(".memo__word").addEventListener("click", () => this.word());
    this.querySelector(".memo__print").addEventListener("click", () => print());
    const link = this.querySelector(".memo__version");
    link.setAttribute("href", link.href); // whole, so that it can be read on paper
    this.offer();
    this.querySelector(".memo__actions").hidden = false;
    this.compareAddress();
    this.judge();
  }

  offer() {
    const found = adoptions(this.dataset.model), choice = this.querySelector("select");
    choice.append(...found.map((each, at) => make("option", { value: String(at) }, each.name)));
    choice.addEventListener("change", () => this.fill(found[choice.value]));
    this.querySelector(".memo__choice").hidden = !found.length;
    this.querySelector(".memo__none").hidden = Boolean(found.length);
  }

  // The memo with an adoption's owners, dates and notes; without one, as the model alone has it.
  fill(adoption) {
    this.adoption = adoption;
    const plan = this.querySelector(".memo__plan");
    plan.hidden = !adoption;
    plan.lastElementChild.textContent = adoption?.name || "";
    for (const [id, { row, owner }] of this.rows) this.fillRow(row, owner, adoption && (adoption.items[id] || {}));
    this.judge();
    if (adoption) this.compare(text(adoption.model.version), adoption);
    else this.compareAddress();
  }

  // What the fit finder answers to the answers in the address or in the adoption; without answers nothing is fetched.
  async judge() {
    const hash = location.hash.slice(1), answers = hash.includes("=") ? hash : text(this.adoption?.fit), place = this.querySelector(".memo__fit");
    place.replaceChildren();
    if (!answers) return;
    try {
      const { findings } = await (await fetch(this.dataset.verdicts)).json();
      place.replaceChildren(...told(findings, grouped(read(answers)), this.dataset, "h3", new URL(this.dataset.finder, location.href)));
    } catch (problem) {
      this.say(this.dataset.failed);
      throw problem;
    }
  }

  fillRow(row, owner, own) {
    const [, , who, due, state] = row.cells;
    who.textContent = text(own?.owner?.name) || this.roles.get(own?.owner?.role) || owner;
    due.textContent = own ? this.day(own.due) : "";
    const notes = [own?.state === "na" && text(own.reason), text(own?.note)].filter(Boolean).map(each => make("span", { className: "more memo__line" }, each));
    state.replaceChildren(...(own ? [this.dataset[STATES[own.state] || "open"], ...notes] : []));
  }

  day(iso) {
    const date = /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : NaN;
    return Number.isNaN(Number(date)) ? "" : new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC" }).format(date);
  }

  // An address that names the version of a printed or downloaded memo tells what has changed since.
  compareAddress() {
    const version = new URLSearchParams(location.search).get("versio");
    if (version && VERSION.test(version)) this.compare(version);
    else this.querySelector(".memo__changed").hidden = true;
    if (version) this.querySelector(".memo__changed:not([hidden]), .memo__tools").scrollIntoView();
  }

  compare(old, adoption) {
    const place = this.querySelector(".memo__changed"), isSame = old === this.dataset.edition, now = this.dataset.edition;
    const found = isSame ? [] : [...this.edits(old), ...this.items(adoption)];
    place.hidden = isSame || !VERSION.test(old);
    place.querySelector("p").replaceChildren(...filled(this.dataset.changedLead, { old, new: now }));
    place.querySelector("ul").replaceChildren(...(found.length ? found : [this.dataset.changedUnnoted]).map(each => make("li", {}, ...[each].flat())));
    this.say(isSame ? filled(this.dataset.same, { new: now }).join("") : "");
  }

  // The noted edits that came after a version; those of its own day may have come after it too, when the day is still the latest.
  edits(old) {
    const [day, latest] = [old, this.dataset.edition].map(each => each.slice(0, 10));
    return [...this.querySelectorAll("[data-day]")].slice(0, -1).filter(each => each.dataset.day > day || (day === latest && each.dataset.day === day)).map(each => each.textContent);
  }

  // How the checklist differs from the one the adoption has seen. Texts are compared in one language only.
  items(adoption) {
    if (!adoption) return [];
    const { items, known: seen, model: { language } } = adoption, known = new Set(Array.isArray(seen) ? seen : Object.keys(items));
    const old = id => make("span", { lang: text(language) }, text(items[id]?.text) || id);
    const fresh = [...this.rows].filter(([id]) => !known.has(id)).map(([, each]) => filled(this.dataset.changedNew, { text: each.text }));
    const gone = [...known].filter(id => !this.rows.has(id)).map(id => filled(this.dataset.changedGone, { text: old(id) }));
    const reworded = [...this.rows].filter(([id, each]) => language === document.documentElement.lang && text(items[id]?.text || each.text) !== each.text)
      .map(([id, each]) => filled(this.dataset.changedText, { old: old(id), new: each.text }));
    return [...fresh, ...gone, ...reworded];
  }

  async word() {
    const button = this.querySelector(".memo__word"), about = { language: this.dataset.locale.replace("_", "-"), pages: this.dataset.pages };
    button.disabled = true;
    this.say(this.dataset.busy);
    try {
      const { wordDocument } = await import("./documents/docx.js");
      const title = [this.dataset.title, this.adoption?.name].filter(Boolean).join(", ");
      const blob = await wordDocument(this.querySelector(".memo__paper"), { ...about, title, description: `${this.dataset.version} ${this.dataset.edition}` });
      this.say(filled(this.dataset.done, { file: this.save(blob) }).join(""));
    } catch (problem) {
      this.say(this.dataset.failed);
      throw problem;
    } finally { button.disabled = false; }
  }

  save(blob) {
    const name = `${this.dataset.file}-${this.dataset.model}-${this.dataset.edition}.docx`, link = make("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    return name;
  }

  say(words) { this.querySelector(".memo__status").textContent = words; }
});
