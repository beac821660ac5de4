// What somebody writes into the memo's fields. `data-kept` names the part of the adoption that keeps a field, its name
// the place in it.

export class Fields {
  /** `keep` takes the part, the name and the text of every field that is written into. */
  constructor(host, keep) {
    this.all = [...host.querySelectorAll("[data-kept]")];
    this.keep = (field) => keep(field.dataset.kept, field.name, field.value);
    host.addEventListener("input", ({ target }) => {
      if (target.dataset.kept) this.keep(target);
    });
  }

  /**
   * The fields as an adoption keeps them, else as the page was made. What was written while no adoption was at hand
   * goes into the one that now is.
   */
  show(adoption) {
    const wasLoose = this.adoption === null;
    this.adoption = adoption ?? null;
    for (const field of this.all) {
      const kept = adoption?.[field.dataset.kept];
      const isKept = kept && Object.hasOwn(kept, field.name);
      const isWritten = field.value !== field.defaultValue;
      if (adoption && wasLoose && !isKept && isWritten) this.keep(field);
      else if (field !== document.activeElement || !isWritten)
        field.value = isKept ? kept[field.name] : field.defaultValue;
    }
  }
}
