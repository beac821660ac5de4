// Which text of a file a value of the form was made from. Each text that is read has a number of its own, and the
// value carries it along.

const MOST = 64;

/** A short name of a text, the same whenever the text is. */
const named = (text) => {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}-${text.length.toString(36)}`;
};

/**
 * What is known of the texts: `texts` are the ones that stand behind what the form shows, by their names; `written`
 * are the ones that the form made and that may be on their way to the host, each with the name of what it was made
 * from.
 */
export class Versions {
  texts = new Map();
  written = new Map();

  /** Remember a text that was read; its name. */
  read(text) {
    const name = named(text);
    if (!this.texts.has(name)) this.texts.set(name, text);
    return name;
  }

  /** The text behind what the form shows under a name, also after it was saved. */
  behind(name) {
    return this.texts.get(name);
  }

  /** Remember a text that the form made of another. */
  wrote(text, name) {
    this.written.set(text.trim(), name);
    if (this.written.size > MOST) this.written.delete(this.written.keys().next().value);
  }

  /**
   * From which text one was made that is about to be saved: its name and itself; nothing where the form did not make
   * it.
   */
  origin(text) {
    const name = this.written.get(text.trim());
    return name === undefined ? undefined : { name, text: this.texts.get(name) ?? "" };
  }

  /** A text was saved: from now on what the form shows is made from it. */
  saved(text) {
    const name = this.written.get(text.trim());
    if (name !== undefined) this.texts.set(name, text);
  }
}
