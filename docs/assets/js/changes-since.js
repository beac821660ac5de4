// What has changed since the version somebody has: an address that names it (`?versio=2026-11-20-3f2a9c`) leaves only
// the newer changes in sight.
import { date } from "./adoption/format.js";
import { after, asked } from "./editions.js";
import { fill } from "./fill.js";

customElements.define(
  "changes-since",
  class extends HTMLElement {
    connectedCallback() {
      const known = asked(location.search);
      if (known.version) this.tell(known);
    }

    tell({ version, day }) {
      const revisions = [...this.querySelectorAll(".revision")];
      const latest = this.dataset.edition;
      const { kind, newer } = after(revisions, { version, day }, latest);
      for (const each of revisions) each.hidden = !newer.includes(each);
      this.querySelector("section").hidden = !newer.length;
      const place = this.querySelector(".since__told");
      place.hidden = false;
      place.querySelector("p").textContent = fill(this.dataset[kind], {
        version,
        latest,
        date: date(day, this.dataset.locale),
      });
      place.scrollIntoView();
    }
  },
);
