// An adoption as a value: begun, marked, compared with the checklist of today. Nothing here touches the page or the
// storage.

export const FORMAT = "mallisto-adoption";
export const VERSION = 3;
export const STATES = ["open", "done", "na"];
/** How the fragment of an address begins that carries an adoption. */
export const LINK_MARK = "#kayttoonotto=";
const MOST_ANSWERS = 5000;

/**
 * The answers that the fit finder put into the fragment of an address; an empty text where it carries none.
 * @type {(hash: string) => string}
 */
export const answersIn = (hash) =>
  hash.includes("=") && !hash.startsWith(LINK_MARK) && hash.length <= MOST_ANSWERS ? hash.slice(1) : "";

/** @type {Pick<Entry, "state" | "reason" | "note" | "owner" | "due">} */
const BLANK = Object.freeze({ state: "open", reason: "", note: "", owner: null, due: null });
const now = () => new Date().toISOString();

/** @type {(name: string, checklist: NewChecklist, language: string, fit?: string) => Adoption} */
export const begun = (name, checklist, language, fit = "") => {
  const at = now();
  const { id, version } = checklist.model;
  const model = { id, version, language };
  const known = checklist.items.map((each) => each.id);
  return {
    format: FORMAT,
    version: VERSION,
    id: crypto.randomUUID(),
    name,
    model,
    created: at,
    changed: at,
    items: {},
    known,
    fit,
    costs: {},
    memo: {},
    evaluations: [],
  };
};

/**
 * An adoption with what was written into the memo before it was begun.
 * @type {(adoption: Adoption, draft: Adoption | undefined) => Adoption}
 */
export const continued = (adoption, draft) =>
  draft ? { ...adoption, fit: adoption.fit || draft.fit, costs: draft.costs, memo: draft.memo } : adoption;

/** @type {(adoption: Adoption, name: string) => Adoption} */
export const renamed = (adoption, name) => ({ ...adoption, name, changed: now() });

/** @type {(adoption: Adoption, name: string) => Adoption} */
export const copied = (adoption, name) => ({ ...adoption, id: crypto.randomUUID(), name });

/** @type {(adoption: Adoption, id: string) => Entry | undefined} */
export const entryOf = (adoption, id) => (Object.hasOwn(adoption.items, id) ? adoption.items[id] : undefined);

/**
 * Whether there is nothing on an item that anybody would miss.
 * @type {(entry: Entry | undefined) => boolean}
 */
export const isBlank = (entry) =>
  !entry || Object.entries(BLANK).every(([key, blank]) => entry[/** @type {keyof Entry} */ (key)] === blank);

/**
 * The adoption with a text in a part that keeps texts by name: `costs`, the figures of the own calculation, and
 * `memo`, the fields of the decision memo.
 * @type {(adoption: Adoption, part: "costs" | "memo", name: string, text: string) => Adoption}
 */
export const written = (adoption, part, name, text) => ({
  ...adoption,
  [part]: { ...adoption[part], [name]: text },
  changed: now(),
});

/**
 * The adoption with another entry on an item; without one where there is none.
 * @type {(adoption: Adoption, id: string, entry: Entry | undefined) => Adoption}
 */
export const put = (adoption, id, entry) => {
  const { [id]: _, ...others } = adoption.items;
  return { ...adoption, items: entry ? { ...adoption.items, [id]: entry } : others, changed: now() };
};

/** @type {(item: Item, language: string) => Pick<Entry, "text" | "textVersion" | "language">} */
const seen = (item, language) => ({ text: item.text, textVersion: item.textVersion, language });

/**
 * The adoption with a change on an item. The item's words are kept as they were when its state was set.
 * @type {(adoption: Adoption, item: Item, change: Partial<Entry>, language: string) => Adoption}
 */
export const marked = (adoption, item, change, language) => {
  const before = entryOf(adoption, item.id);
  const entry = /** @type {Entry} */ ({
    ...BLANK,
    ...before,
    ...change,
    ...(isBlank(before) || "state" in change ? seen(item, language) : {}),
    at: now(),
  });
  return put(adoption, item.id, entry.state === "na" ? entry : { ...entry, reason: "" });
};

/**
 * The mark holds of the item's new words too.
 * @type {(adoption: Adoption, item: Item, language: string) => Adoption}
 */
export const confirmed = (adoption, item, language) =>
  put(adoption, item.id, { .../** @type {Entry} */ (entryOf(adoption, item.id)), ...seen(item, language) });

/**
 * The visitor has seen what has changed in the model.
 * @type {(adoption: Adoption, checklist: Checklist) => Adoption}
 */
export const acknowledged = (adoption, checklist) => ({
  ...adoption,
  model: { ...adoption.model, version: checklist.model.version },
  known: checklist.items.map((each) => each.id),
  changed: now(),
});

/**
 * How an item stands to the adoption: as it was, with other words than when it was marked, or never seen before.
 * @type {(adoption: Adoption, item: KnownItem) => "kept" | "changed" | "new"}
 */
export const standing = (adoption, item) => {
  const entry = entryOf(adoption, item.id);
  if (!entry || isBlank(entry)) return adoption.known.includes(item.id) ? "kept" : "new";
  return entry.textVersion === item.textVersion ? "kept" : "changed";
};

/**
 * The day of a version, without its mark.
 * @type {(version: string) => string}
 */
const dayOf = (version) => version.replace(/-[^-]*$/, "");

/**
 * The noted changes that came after a version; those of its own day may have, while that is still the latest.
 * @type {(model: KnownChecklist["model"], old: string) => Change[]}
 */
const noted = ({ changes, version }, old) =>
  changes.filter(({ date }) => date > dayOf(old) || (date === dayOf(old) && date === dayOf(version)));

/**
 * What has happened to the model since the adoption saw it; nothing where it has seen the model of today.
 * @type {(adoption: Adoption, checklist: KnownChecklist) => News | null}
 */
export const news = (adoption, checklist) => {
  if (adoption.model.version === checklist.model.version) return null;
  const here = new Set(checklist.items.map((each) => each.id));
  const stands = checklist.items.map((each) => standing(adoption, each));
  return {
    changes: noted(checklist.model, adoption.model.version),
    changed: stands.filter((each) => each === "changed").length,
    added: stands.filter((each) => each === "new").length,
    removed: adoption.known.filter((id) => !here.has(id)).length,
  };
};

/**
 * The marked items that the model no longer has, as items with what became of them.
 * @type {(adoption: Adoption, checklist: Checklist) => RemovedItem[]}
 */
export const removed = (adoption, checklist) => {
  const here = new Set(checklist.items.map((each) => each.id));
  const ids = Object.keys(adoption.items).filter((id) => !here.has(id) && !isBlank(adoption.items[id]));
  return ids.map((id) => ({
    id,
    entry: adoption.items[id],
    to: null,
    why: "",
    ...checklist.removed.find((each) => each.id === id),
  }));
};

/**
 * Each phase with the numbers of its items: done, not applicable, and those to do in all.
 * @type {(adoption: Adoption, checklist: Checklist) => Progress[]}
 */
export const progress = (adoption, checklist) =>
  checklist.phases.map((phase) => {
    const states = checklist.items
      .filter((each) => each.phase === phase.id)
      .map((each) => entryOf(adoption, each.id)?.state || "open");
    const count = (/** @type {State} */ state) => states.filter((each) => each === state).length;
    return { ...phase, done: count("done"), na: count("na"), of: states.length - count("na") };
  });

/** @type {(checklist: Checklist) => Map<string, string>} */
const rolesOf = (checklist) => new Map(checklist.items.map((each) => [each.owner.role, each.owner.name]));

/** @type {(checklist: Checklist) => string[]} */
export const roleNames = (checklist) =>
  [...new Set(rolesOf(checklist).values())].sort((one, other) => one.localeCompare(other));

/**
 * Who is responsible, as a text; a role by its name in the language of the checklist.
 * @type {(owner: Owner | null | undefined, checklist: Checklist) => string}
 */
export const ownerName = (owner, checklist) =>
  owner?.name || rolesOf(checklist).get(owner?.role ?? "") || owner?.role || "";

/**
 * A written owner: a role where the text is the name of one, else a name.
 * @type {(text: string, checklist: Checklist) => Owner | null}
 */
export const ownerOf = (text, checklist) => {
  const written = text.trim();
  const role = [...rolesOf(checklist)].find(([, name]) => name === written);
  return written ? (role ? { role: role[0] } : { name: written }) : null;
};
