// What has changed since the version somebody has: an address that names it (`?versio=2026-11-20-3f2a9c`) leaves only
// the newer changes in sight.
import { date } from "./adoption/format.js";
import { fill } from "./fill.js";

const VERSION = /^(\d{4}(?:-\d\d){0,2})-[0-9a-f]{6}$/;

customElements.define(
  "changes-since",
  class extends HTMLElement {
    connectedCallback() {
      const version = new URLSearchParams(location.search).get("versio") ?? "";
      const day = VERSION.exec(version)?.[1];
      if (day) this.tell(version, day);
    }

    tell(version, day) {
      const revisions = [...this.querySelectorAll(".revision")];
      const latest = this.dataset.edition;
      const known = this.newer(revisions, version);
      const newer =
        version === latest ? [] : known.length ? known : revisions.filter((each) => each.dataset.day >= day);
      const kind = version === latest ? "latest" : known.length ? "found" : newer.length ? "byDay" : "none";
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

    /**
     * The changes from the newest to the one that replaced a version, and what was noted on the days of these; none
     * where no change replaced it.
     */
    newer(revisions, version) {
      const last = revisions.findLastIndex((each) => each.dataset.replaced === version);
      const day = revisions[last]?.dataset.day;
      return revisions.filter((each, at) => at <= last || (!each.dataset.replaced && each.dataset.day >= day));
    }
  },
);
