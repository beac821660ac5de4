// What somebody writes into the memo's fields. `data-kept` names the part of the adoption that keeps a field, its name
// the place in it.

export class Fields {
  /** `keep` takes the part, the name and the text of every field that is written into. */
  constructor(host, keep) {
    this.all = [...host.querySelectorAll("[data-kept]")];
    host.addEventListener("input", ({ target }) => {
      if (target.dataset.kept) keep(target.dataset.kept, target.name, target.value);
    });
  }

  /** The fields as an adoption or a draft keeps them, else as the page was made. */
  show(kept) {
    for (const field of this.all) {
      const part = kept?.[field.dataset.kept];
      const text = part && Object.hasOwn(part, field.name) ? part[field.name] : field.defaultValue;
      if (field.value !== text) field.value = text;
    }
  }
}
