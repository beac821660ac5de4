// The page of one's own pack: its places in order with what stands there, minutes, words for the slide and notes for
// the speaker; a shared pack is shown first and kept only when somebody wants it.
import { fill } from "../fill.js";
import { LONGEST } from "../fragment.js";
import { carried, fragment, keep, MOST_MINUTES, merged, minutesOf, own, shortFragment, trouble } from "./pack.js";
import { Places, showCode } from "./places.js";

customElements.define(
  "training-pack",
  class extends HTMLElement {
    async connectedCallback() {
      this.places = new Places(this.querySelector(".pack__places"));
      this.list = this.querySelector(".pack__list");
      this.name = this.querySelector(".pack__name input");
      this.status = this.querySelector(".pack__status output");
      const on = {
        keep: () => this.take(),
        own: () => this.open(),
        undo: () => this.undo(),
        share: () => this.share(),
        print: () => print(),
        delete: () => this.deleteAll(),
      };
      for (const [name, act] of Object.entries(on)) this.querySelector(`.pack__${name}`).addEventListener("click", act);
      this.name.addEventListener("input", () => {
        this.pack.name = this.name.value;
        this.entitle();
        this.save();
      });
      this.list.addEventListener("click", (event) => this.clicked(event));
      this.list.addEventListener("input", (event) => this.noted(event));
      this.heard = new AbortController();
      addEventListener("hashchange", () => this.receive(), { signal: this.heard.signal });
      this.querySelector(".pack__without").hidden = true;
      await this.receive();
      this.querySelector(".pack__with").hidden = false;
    }

    disconnectedCallback() {
      this.heard?.abort();
    }

    async receive() {
      const shared = await carried(location.hash, document.documentElement.lang);
      if (shared) await this.places.contents(shared);
      this.show(shared ?? own(), Boolean(shared));
      if (shared === null) this.say(this.dataset.broken);
    }

    show(pack, isShared) {
      this.pack = pack;
      this.isShared = isShared;
      this.querySelector(".pack__shared").hidden = !isShared;
      this.entitle();
      this.name.value = pack.name;
      this.querySelector(".pack__name").hidden = isShared;
      this.list.replaceChildren(...pack.places.map((each, at) => this.row(each, at)));
      this.settle();
      for (const row of this.list.children) this.tell(row);
    }

    entitle() {
      this.querySelector(".pack__heading").textContent = this.pack.name || this.dataset.unnamed;
    }

    row(place, at) {
      const row = this.querySelector(".pack__row").content.cloneNode(true).firstElementChild;
      row.place = place;
      for (const [name, field] of this.fields(row)) {
        field.id = `${name}-${at + 1}`;
        field.value = place[name] || "";
        field.previousElementSibling.htmlFor = field.id;
      }
      for (const each of row.querySelectorAll(".pack__of")) each.textContent = place.title;
      if (this.isShared) for (const each of row.querySelectorAll(".pack__edit")) each.remove();
      this.label(row);
      return row;
    }

    fields(row) {
      return ["slide", "note", "minutes"].map((name) => [name, row.querySelector(`[name=${name}]`)]);
    }

    /** What a row says of its place. */
    label(row) {
      const { place } = row;
      const link = row.querySelector(".pack__link");
      const code = this.places.short(place);
      Object.assign(link, { textContent: place.title, lang: place.language, href: this.places.href(place) });
      const minutes = place.minutes ? fill(this.dataset.minutes, { count: place.minutes }) : "";
      row.querySelector(".pack__about").textContent = [this.places.about(place), minutes].filter(Boolean).join(" · ");
      row.querySelector(".pack__written").textContent = place.slide;
      row.querySelector(".pack__printed").textContent = code || link.href;
    }

    /** What stands at the place today; a place that has moved is kept as it is now. */
    async tell(row) {
      const before = { ...row.place };
      const content = await this.places.content(row.place);
      const frame = row.querySelector(".pack__content");
      frame.lang = row.place.language;
      if (content) frame.replaceChildren(content.content.cloneNode(true));
      row.querySelector(".pack__gone").hidden = content !== null;
      row.querySelector(".pack__date").textContent = content?.dataset.date ?? "";
      this.label(row);
      showCode(row.querySelector("img"), this.places.short(row.place), this.dataset.qr);
      const isMoved = ["address", "code", "title"].some((name) => before[name] !== row.place[name]);
      if (!this.isShared && row.isConnected && isMoved) this.save();
    }

    /** What depends on how many places there are, and on whether they are kept. */
    settle() {
      const rows = [...this.list.children];
      rows.forEach((row, at) => {
        const [up, down] = [".pack__up", ".pack__down"].map((each) => row.querySelector(each));
        if (up) Object.assign(up, { disabled: at === 0 });
        if (down) Object.assign(down, { disabled: at === rows.length - 1 });
      });
      this.querySelector(".pack__empty").hidden = rows.length > 0;
      this.querySelector(".pack__tools").hidden = !rows.length;
      this.querySelector(".pack__delete").hidden = this.isShared;
      this.querySelector(".pack__unkept").hidden = !trouble();
      this.querySelector(".pack__address").hidden = true;
      const minutes = minutesOf(this.pack);
      this.querySelector(".pack__sum").textContent = minutes ? fill(this.dataset.sum, { count: minutes }) : "";
      this.drawWhole();
      fragment(this.pack).then((hash) => {
        this.querySelector(".pack__slides").href = this.dataset.slides + (this.isShared || trouble() ? hash : "");
      });
    }

    /** The short address of the whole pack, and its code for cameras. */
    async drawWhole() {
      const hash = shortFragment(this.pack);
      const frame = this.querySelector(".pack__whole");
      frame.hidden = !hash;
      if (!hash) return;
      const address = new URL(hash, location.href).href;
      frame.querySelector("a").href = frame.querySelector("a").textContent = address;
      await showCode(frame.querySelector("img"), address, this.dataset.qr);
    }

    save() {
      keep(this.pack);
      this.settle();
    }

    noted({ target }) {
      const row = target.closest(".pack__item");
      if (!row) return;
      const minutes = Math.min(Math.max(Math.trunc(Number(target.value)) || 0, 0), MOST_MINUTES);
      row.place[target.name] = target.name === "minutes" ? minutes : target.value;
      this.label(row);
      this.save();
    }

    clicked(event) {
      const button = event.target.closest("button");
      const row = button?.closest(".pack__item");
      if (!row) return;
      if (button.matches(".pack__remove")) this.remove(row);
      else this.move(row, button);
    }

    move(row, button) {
      if (button.matches(".pack__up")) row.previousElementSibling.before(row);
      else row.nextElementSibling.after(row);
      this.reorder();
      (button.disabled ? row.querySelector("button:not(:disabled)") : button).focus();
      this.say(
        fill(this.dataset.moved, {
          title: row.place.title,
          number: this.pack.places.indexOf(row.place) + 1,
          count: this.pack.places.length,
        }),
      );
    }

    reorder() {
      this.pack.places = [...this.list.children].map((each) => each.place);
      this.save();
    }

    remove(row) {
      this.previous = structuredClone(this.pack);
      row.remove();
      this.reorder();
      this.say(fill(this.dataset.removed, { title: row.place.title }), true);
    }

    deleteAll() {
      this.previous = structuredClone(this.pack);
      keep({ name: "", places: [] });
      this.show(own(), false);
      this.say(this.dataset.deleted, true);
    }

    undo() {
      keep(this.previous);
      this.show(own(), false);
      this.say(this.dataset.restored);
      this.list.querySelector("textarea")?.focus();
    }

    take() {
      keep(merged(own(), this.pack));
      this.open();
      this.say(this.dataset.kept);
    }

    open() {
      history.replaceState(null, "", location.pathname);
      this.show(own(), false);
      this.say("");
      this.name.focus();
    }

    /** The short address, unless it would leave out what somebody wrote. */
    async share() {
      const isWritten = this.pack.places.some((each) => each.note || each.slide);
      const hash = (!isWritten && shortFragment(this.pack)) || (await fragment(this.pack));
      const field = this.querySelector(".pack__address textarea");
      field.value = new URL(hash, location.href).href;
      field.parentElement.hidden = false;
      const more = field.value.length > LONGEST ? ` ${this.dataset.long}` : "";
      const copied = isWritten ? this.dataset.copied : this.dataset.copiedShort;
      try {
        await navigator.clipboard.writeText(field.value);
        this.say(copied + more);
      } catch {
        field.focus();
        field.select();
        this.say(this.dataset.refused + more);
      }
    }

    say(words, canUndo = false) {
      const undo = this.querySelector(".pack__undo");
      undo.hidden = !canUndo;
      this.status.value = words;
      if (canUndo) undo.focus();
    }
  },
);
