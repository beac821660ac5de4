// The tool over an open adoption: the panel, a row for each item, and what a visitor does to the items.
import { fill } from "../fill.js";
import { acknowledged, confirmed, entryOf, marked, put, removed, roleNames } from "./adoption.js";
import { documentButtons, filter, option, showNews, showOwners, showProgress } from "./panel.js";
import { Quality } from "./quality.js";
import { removedSection } from "./removed-items.js";
import { Row } from "./row.js";
import * as store from "./store.js";

export class Tool {
  /** `host` is the list's element: it gives the words, the panel, the checklist and the adoption at hand. */
  constructor(host) {
    this.host = host;
    const { labels, checklist, panel } = host;
    this.labels = labels;
    this.locale = host.locale;
    this.checklist = checklist;
    this.panel = panel;
    this.latest = null;
    host.show("tool");
    host.parentElement.classList.add("is-adopted");
    panel.querySelector("[data-part=exports]").append(...documentButtons(labels));
    panel.querySelector("datalist").append(...roleNames(checklist).map((name) => option(name)));
    panel.querySelector("[name=adoption]").addEventListener("change", (event) => this.choose(event.target.value));
    panel.querySelector("form").addEventListener("change", () => this.filter());
    panel.querySelector("form").hidden = !checklist.items.length;
    this.quality = checklist.criteria && new Quality(this);
    this.rows = checklist.items.map((item) => new Row(document.getElementById(`kohta-${item.id}`), item, this));
  }

  get adoption() {
    return this.host.adoption;
  }

  /** A copy of one of the page's templates. */
  template(part) {
    return this.host.querySelector(`template[data-part=${part}]`).content.cloneNode(true);
  }

  tell(words, back, row) {
    this.host.tell(words, back, row);
  }

  /** The list as it was printed. */
  leave() {
    for (const row of this.rows) row.leave();
    this.quality?.leave();
    this.host.parentElement.querySelector(".adoption__gone")?.remove();
    this.host.parentElement.classList.remove("is-adopted");
  }

  async choose(id) {
    await this.host.open(id);
    this.tell(fill(this.labels.chosen, this.adoption));
  }

  /** Show everything anew. */
  refresh() {
    const others = store.ofModel(this.checklist.model.id).sort((one, other) => one.name.localeCompare(other.name));
    this.panel
      .querySelector("[name=adoption]")
      .replaceChildren(...others.map((each) => option(each.id, each.name, each.id === this.adoption.id)));
    for (const row of this.rows) row.show();
    this.quality?.show();
    showNews(this);
    this.showRemoved();
    this.recount();
  }

  recount() {
    showProgress(this);
    showOwners(this);
    filter(this);
    this.host.showTrouble();
  }

  filter() {
    this.latest = null;
    const found = filter(this);
    this.tell(fill(found.shown ? this.labels.shown : this.labels.noneShown, found));
  }

  /** Change the adoption as it stands in the storage, where another tab may have changed other items. */
  change(how) {
    this.host.adoption = how(store.read(this.adoption.id) ?? this.adoption);
    store.save(this.adoption);
  }

  /** Change the entry of one row and show what follows of it. */
  changeRow(row, how) {
    this.change(how);
    row.show();
    this.recount();
  }

  mark(row, change) {
    const { item } = row;
    const before = entryOf(this.adoption, item.id);
    this.latest = row;
    this.changeRow(row, (adoption) => marked(adoption, item, change, document.documentElement.lang));
    if (!("state" in change) || before?.state === change.state) return;
    const words = { done: this.labels.wasDone, na: this.labels.wasNa, open: this.labels.wasOpen }[change.state];
    this.tell(fill(words, item), () => this.restore(row, before), row);
  }

  restore(row, entry) {
    this.changeRow(row, (adoption) => put(adoption, row.item.id, entry));
    row.box.focus();
  }

  confirm(row) {
    const before = entryOf(this.adoption, row.item.id);
    this.changeRow(row, (adoption) => confirmed(adoption, row.item, document.documentElement.lang));
    this.tell(this.labels.confirmed, () => this.restore(row, before), row);
    row.box.focus();
  }

  acknowledge() {
    this.change((adoption) => acknowledged(adoption, this.checklist));
    this.refresh();
    this.tell(this.labels.acknowledged);
    this.panel.querySelector("select").focus();
  }

  /** The marked items that the model no longer has stand last, with their marks. */
  showRemoved() {
    const page = this.host.parentElement;
    page.querySelector(".adoption__gone")?.remove();
    const found = removed(this.adoption, this.checklist);
    if (found.length) page.append(removedSection(found, this));
  }

  forget({ id, entry }) {
    this.change((adoption) => put(adoption, id, undefined));
    this.refresh();
    this.tell(this.labels.forgotten, () => {
      this.change((adoption) => put(adoption, id, entry));
      this.refresh();
      this.panel.querySelector("select").focus();
    });
    this.host.undo.focus();
  }
}
