// The form: Sveltia CMS with settings made from the schemas, our own way of writing files, and an eye on what others
// change meanwhile.
import { format } from "./format.js";
import { guarded } from "./guard.js";
import { ownField } from "./own-field.js";
import { openAsked } from "./place.js";
import { notice, proposing } from "./sending.js";
import { speak } from "./speech.js";
import { Versions } from "./versions.js";

customElements.define(
  "edit-form",
  class extends HTMLElement {
    async connectedCallback() {
      const answer = await fetch(this.dataset.settings).catch(() => null);
      if (!answer?.ok) {
        this.textContent = this.dataset.failed;
        return;
      }
      const settings = await answer.json();
      await speak(settings.language, settings.words);
      const { default: CMS } = await import("../../lib/@sveltia/cms/npm/index.js");
      const versions = new Versions();
      const { widget, lists, language } = settings.choices;
      CMS.registerFieldType(widget, ownField(window.h, lists, language));
      const files = format(settings.format, versions);
      const held = new Map();
      const fromFile = (text) => {
        const value = files.fromFile(text);
        held.set(value.id, value);
        return value;
      };
      CMS.registerCustomFormat("mallisto", "yml", { ...files, fromFile });
      const send = guarded(window.fetch.bind(window), versions, settings.guard);
      window.fetch = proposing(send, versions, described(settings.cms, files), notice(settings.sent), settings.sent);
      CMS.init({ config: { ...settings.cms, logo: { src: document.querySelector("link[rel=icon]").href } } });
      showWhetherNew();
      openAsked((id) => held.get(id), language);
    }
  },
);

/** A file by its path and text: what it is called, its fields, and its value as the form shows it. */
const described = (cms, files) => (path, text) => {
  const value = files.shown(text);
  const [models, vocabularies] = cms.collections;
  const list = vocabularies.files.find((each) => each.file === path);
  const name = list?.label ?? value.short_name?.fi ?? value.name?.fi ?? value.id;
  return { name, fields: (list ?? models).fields, value };
};

/** The id of a model is chosen once: style sheets show its field for a new model only. */
const showWhetherNew = () => {
  const show = () => document.documentElement.toggleAttribute("data-new-model", location.hash.endsWith("/new"));
  for (const each of ["hashchange", "focusin", "click"]) addEventListener(each, show);
  show();
};
