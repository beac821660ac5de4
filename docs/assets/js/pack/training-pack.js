// The page of one's own pack: its places in order, with notes; a shared pack is shown first and kept only when
// somebody wants it.
import { fill } from "../fill.js";
import { LONGEST } from "../fragment.js";
import { carried, fragment, keep, merged, own, trouble } from "./pack.js";
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
      const shared = await carried(location.hash);
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
    }

    entitle() {
      this.querySelector(".pack__heading").textContent = this.pack.name || this.dataset.unnamed;
    }

    row(place, at) {
      const row = this.querySelector(".pack__row").content.cloneNode(true).firstElementChild;
      const link = row.querySelector(".pack__link");
      const field = row.querySelector("textarea");
      const code = this.places.short(place);
      row.place = place;
      link.textContent = place.title;
      link.lang = place.language;
      link.href = this.places.href(place);
      row.querySelector(".pack__about").textContent = this.places.about(place);
      row.querySelector(".pack__written").textContent = place.note;
      row.querySelector(".pack__printed").textContent = code || link.href;
      showCode(row.querySelector("img"), code, this.dataset.qr);
      field.id = `muistiinpano-${at + 1}`;
      field.value = place.note;
      row.querySelector("label").htmlFor = field.id;
      for (const each of row.querySelectorAll(".pack__of")) each.textContent = place.title;
      if (this.isShared) row.querySelector(".pack__edit").remove();
      return row;
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
      fragment(this.pack).then((hash) => {
        this.querySelector(".pack__slides").href = this.dataset.slides + (this.isShared || trouble() ? hash : "");
      });
    }

    save() {
      keep(this.pack);
      this.settle();
    }

    noted(event) {
      const row = event.target.closest(".pack__item");
      row.place.note = row.querySelector(".pack__written").textContent = event.target.value;
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

    async share() {
      const field = this.querySelector(".pack__address textarea");
      const hash = await fragment(this.pack);
      field.value = new URL(hash, location.href).href;
      field.parentElement.hidden = false;
      const more = field.value.length > LONGEST ? ` ${this.dataset.long}` : "";
      try {
        await navigator.clipboard.writeText(field.value);
        this.say(this.dataset.copied + more);
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
