// The marked items that the model no longer has: their words as they were, their marks, and what became of them.
import { make } from "../dom.js";
import { fill } from "../fill.js";
import { ownerName } from "./adoption.js";
import { date } from "./format.js";

const line = (removed, host) => {
  const { labels, checklist, adoption } = host;
  const { entry, why } = removed;
  const to = checklist.items.find((item) => item.id === removed.to);
  const forget = make(
    "button",
    { type: "button", className: "quiet", onclick: () => host.forget(removed) },
    labels.forget,
  );
  const facts = [
    labels[entry.state],
    entry.reason && fill(labels.reasonIs, entry),
    entry.owner && fill(labels.ownerIs, { owner: ownerName(entry.owner, checklist) }),
    entry.due && fill(labels.dueIs, { date: date(entry.due, host.locale) }),
    entry.note && fill(labels.noteIs, entry),
    why,
  ].filter(Boolean);
  return make(
    "li",
    {},
    make("p", { className: "checklist__text", lang: entry.language ?? adoption.model.language }, entry.text),
    make(
      "ul",
      { className: "row__facts" },
      ...facts.map((one) => make("li", {}, one)),
      to && make("li", {}, `${labels.movedTo} `, make("a", { href: `#kohta-${to.id}` }, to.text)),
    ),
    forget,
  );
};

export const removedSection = (found, host) => {
  const { labels } = host;
  const lines = make("ul", {}, ...found.map((each) => line(each, host)));
  const section = make(
    "section",
    { className: "adoption__gone" },
    make("h2", { id: "poistetut" }, labels.gonePhase),
    make("p", { className: "lead" }, labels.goneText),
    lines,
  );
  section.setAttribute("aria-labelledby", "poistetut");
  return section;
};
