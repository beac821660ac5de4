// The form: Sveltia CMS with settings made from the schemas, and our own way of writing files.
import CMS from "../../lib/@sveltia/cms/npm/index.js";
import { format } from "./format.js";

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
      CMS.registerCustomFormat("mallisto", "yml", format(settings.format));
      CMS.init({ config: settings.cms });
    }
  },
);
