// What stands above the list: which adoption is at hand, how far it is, and what has happened to the model meanwhile.
import { make } from "../dom.js";
import { fill } from "../fill.js";
import { entryOf, news, ownerName, progress, standing } from "./adoption.js";
import { date } from "./format.js";

/** Documents whose writers are fetched when first asked for: the module and its function. */
export const DOCUMENTS = {
  docx: ["../documents/meeting.js", "meetingPaper"],
  xlsx: ["../documents/xlsx.js", "workbook"],
};

/** A button for each document whose name the page gives: `data-xlsx="Excel (.xlsx)"`. */
export const documentButtons = (labels) =>
  Object.keys(DOCUMENTS)
    .filter((kind) => labels[kind])
    .map((kind) => {
      const button = make("button", { type: "button", className: "quiet" }, labels[kind]);
      button.dataset.do = kind;
      return button;
    });

export const option = (value, words, selected) => make("option", { value, selected }, words);

export const showProgress = ({ panel, adoption, checklist, labels }) => {
  const phases = progress(adoption, checklist);
  const sum = phases.reduce(
    (all, each) => ({ done: all.done + each.done, of: all.of + each.of, na: all.na + each.na }),
    { done: 0, of: 0, na: 0 },
  );
  panel.querySelector("[data-part=sum]").textContent = checklist.items.length
    ? fill(sum.na ? labels.progressNa : labels.progress, sum)
    : "";
  panel
    .querySelector("[data-part=phases]")
    .replaceChildren(
      ...phases.map((each) =>
        make(
          "li",
          {},
          make("a", { href: `#osa-${each.id}` }, each.title),
          " ",
          make("span", {}, fill(labels.count, each)),
          make("progress", { max: Math.max(each.of, 1), value: each.of ? each.done : 1, ariaLabel: each.title }),
        ),
      ),
    );
};

/**
 * Which edition of the model the adoption has seen, what the model's keepers have told since, and how many items are
 * changed, new and gone; until the visitor has seen it.
 */
export const showNews = ({ panel, adoption, checklist, labels, locale }) => {
  panel.querySelector("[data-part=version]").textContent = fill(labels.ofVersion, adoption.model);
  const found = news(adoption, checklist);
  const place = panel.querySelector("[data-part=news]");
  place.hidden = !found;
  if (!found) return;
  place.querySelector("a").search = new URLSearchParams({ versio: adoption.model.version });
  const counts = [
    [labels.changedItems, found.changed],
    [labels.newItems, found.added],
    [labels.removedItems, found.removed],
  ].filter(([, count]) => count);
  place
    .querySelector("ul")
    .replaceChildren(
      ...found.changes.map((each) => make("li", {}, `${date(each.date, locale)}: ${each.text}`)),
      ...counts.map(([words, count]) => make("li", {}, fill(words, { count }))),
      ...(counts.length ? [] : [make("li", {}, labels.factsChanged)]),
    );
};

const whose = (entry, item) =>
  entry?.owner?.name ? `name:${entry.owner.name}` : `role:${entry?.owner?.role || item.owner.role}`;

/** The owners to choose from: those of the list and those the visitor has named. */
export const showOwners = ({ panel, adoption, checklist, labels }) => {
  const select = panel.querySelector("select[name=owner]");
  const chosen = select.value;
  const owners = new Map(
    checklist.items.map((item) => {
      const entry = entryOf(adoption, item.id);
      return [whose(entry, item), ownerName(entry?.owner || item.owner, checklist)];
    }),
  );
  const sorted = [...owners].sort(([, one], [, other]) => one.localeCompare(other));
  select.replaceChildren(
    option("", labels.allOwners),
    ...sorted.map(([key, name]) => option(key, name, key === chosen)),
  );
};

const isWanted = (wanted, entry, stands) => {
  if (!wanted) return true;
  return wanted === "news" ? stands !== "kept" : wanted === (entry?.state || "open");
};

/**
 * Leave in sight the items that are asked for, and the one marked last, which can be taken back there; how many they
 * are.
 */
export const filter = ({ panel, adoption, rows, latest }) => {
  const owner = panel.querySelector("select[name=owner]").value;
  const state = panel.querySelector("select[name=state]").value;
  let shown = 0;
  for (const row of rows) {
    const { line, item } = row;
    const entry = entryOf(adoption, item.id);
    line.hidden =
      row !== latest && !((!owner || owner === whose(entry, item)) && isWanted(state, entry, standing(adoption, item)));
    shown += line.hidden ? 0 : 1;
  }
  for (const section of new Set(rows.map((each) => each.line.closest("section"))))
    section.hidden = !section.querySelector("li[id]:not([hidden])");
  return { shown, all: rows.length };
};
