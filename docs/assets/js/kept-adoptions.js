// What stands where a model was: the adoptions of it that this browser keeps can be saved as files.
import { fileName, json } from "./adoption/export-formats.js";
import * as store from "./adoption/store.js";
import { download, make } from "./dom.js";
import { fill } from "./fill.js";

customElements.define(
  "kept-adoptions",
  class extends HTMLElement {
    connectedCallback() {
      const kept = [...store.ofModel(this.dataset.model), store.draftOf(this.dataset.model)].filter(Boolean);
      const buttons = kept.map((adoption) => {
        const button = make("button", { type: "button" }, fill(this.dataset.save, adoption));
        button.addEventListener("click", () =>
          download(fileName(adoption, "json"), new Blob([json(adoption)], { type: "application/json;charset=utf-8" })),
        );
        return make("li", {}, button);
      });
      this.querySelector("ul").replaceChildren(...buttons);
      this.hidden = !kept.length;
    }
  },
);
