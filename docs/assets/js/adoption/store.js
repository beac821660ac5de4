// Adoptions in the browser's own storage, each under a key of its own, and beside them a draft of each model's memo: an
// adoption that nobody has begun yet. What the storage does not take waits in this page, and `trouble` says so.
import { parseAdoption } from "./validate.js";

const PREFIX = "mallisto.adoption.";
const DRAFT = "mallisto.memo.";
/** @type {Map<string, string | null>} */
const waiting = new Map();
/** @type {Map<string, Partial<Received> & { text: string | null }>} */
const understood = new Map();
let reason = "";
/** The ids under which this page's model was known before, each with the id of today. @type {Map<string, string>} */
const todays = new Map();

const storage = () => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

/** @type {(problem: any) => boolean} */
const isFull = (problem) => problem.name === "QuotaExceededError" || problem.name === "NS_ERROR_DOM_QUOTA_REACHED";

/** @type {(key: string) => string | null} */
const raw = (key) => {
  const unsaved = waiting.get(key);
  if (unsaved !== undefined) return unsaved;
  try {
    return storage()?.getItem(key) ?? null;
  } catch {
    return null;
  }
};

/**
 * This page's model and the ids it had before, with spaces between them: what was kept for those is its own.
 * @type {(model: string, was?: string) => void}
 */
export const know = (model, was = "") => {
  for (const id of was.split(" ").filter(Boolean)) todays.set(id, model);
};

/** @type {(model: string) => string[]} */
const idsOf = (model) => [model, ...[...todays].filter(([, today]) => today === model).map(([id]) => id)];

/**
 * The adoption with the id that its model has today.
 * @type {(adoption: Adoption) => Adoption}
 */
export const ofToday = (adoption) => {
  const id = todays.get(adoption.model.id);
  return id ? { ...adoption, model: { ...adoption.model, id } } : adoption;
};

/**
 * What a stored text means. A text that is as it was is not examined again.
 * @type {(key: string) => Partial<Received>}
 */
const reading = (key) => {
  const text = raw(key);
  const known = understood.get(key);
  if (known?.text === text) return known;
  /** @type {Partial<Received> & { text: string | null }} */
  const found = { text, ...(text === null ? {} : parseAdoption(text)) };
  understood.set(key, found);
  return found;
};

/** @type {() => string[]} */
const keys = () => {
  const found = new Set([...waiting.keys(), ...Object.keys(storage() ?? {})]);
  return [...found].filter((key) => (key.startsWith(PREFIX) || key.startsWith(DRAFT)) && raw(key) !== null);
};

/** @type {(kept: Storage, key: string, text: string | null) => void} */
const hand = (kept, key, text) => (text === null ? kept.removeItem(key) : kept.setItem(key, text));

/**
 * Everything that waits is tried again, since room may have been made.
 * @type {(key: string, text: string | null) => void}
 */
const put = (key, text) => {
  waiting.set(key, text);
  for (const [unsaved, value] of waiting) {
    try {
      hand(window.localStorage, unsaved, value);
      waiting.delete(unsaved);
    } catch (problem) {
      reason = isFull(problem) ? "full" : "blocked";
    }
  }
};

/** Why nothing is kept, or nothing. */
export const trouble = () => (storage() ? (waiting.size ? reason : "") : "blocked");

export const isWaiting = () => waiting.size > 0;

/** @type {(id: string) => Adoption | undefined} */
export const read = (id) => {
  const { adoption } = reading(PREFIX + id);
  return adoption && ofToday(adoption);
};

/**
 * All adoptions of a model, the last changed first.
 * @type {(model: string) => Adoption[]}
 */
export const ofModel = (model) =>
  keys()
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => reading(key).adoption ?? [])
    .map(ofToday)
    .filter((each) => each.model.id === model)
    .sort((one, other) => (one.changed < other.changed ? 1 : -1));

/** How many stored texts this page cannot read. They are left alone. */
export const unreadable = () => keys().filter((key) => !reading(key).adoption).length;

/** @type {(adoption: Adoption) => void} */
export const save = (adoption) => put(PREFIX + adoption.id, JSON.stringify(adoption));

/** @type {(model: string) => Adoption | undefined} */
export const draftOf = (model) => {
  const found = idsOf(model).map((id) => reading(DRAFT + id).adoption);
  const draft = found.find(Boolean);
  return draft && ofToday(draft);
};

/** @type {(draft: Adoption) => void} */
export const saveDraft = (draft) => put(DRAFT + draft.model.id, JSON.stringify(draft));

/** @type {(isGoing: (key: string) => boolean) => Array<[string, string | null]>} */
const drop = (isGoing) => {
  const gone = keys()
    .filter(isGoing)
    .map((key) => /** @type {[string, string | null]} */ ([key, raw(key)]));
  for (const [key] of gone) put(key, null);
  return gone;
};

/**
 * Delete one adoption, or all of every model and every draft; what was deleted can be given to `restore`.
 * @type {(id?: string) => Array<[string, string | null]>}
 */
export const remove = (id) => drop((key) => id === undefined || key === PREFIX + id);

/** @type {(model: string) => Array<[string, string | null]>} */
export const removeDraft = (model) => drop((key) => idsOf(model).some((id) => key === DRAFT + id));

/** @type {(gone: Array<[string, string | null]>) => void} */
export const restore = (gone) => {
  for (const [key, text] of gone) put(key, text);
};

/**
 * Tell of what another tab changes: the adoption's id, or nothing where everything went; of a draft, the model's id.
 * Returns how to stop.
 * @type {(tell: (id?: string, isDraft?: boolean) => void) => () => void}
 */
export const follow = (tell) => {
  const heard = (/** @type {StorageEvent} */ event) => {
    if (event.key === null) tell();
    else if (event.key.startsWith(PREFIX)) tell(event.key.slice(PREFIX.length));
    else if (event.key.startsWith(DRAFT)) tell(event.key.slice(DRAFT.length), true);
  };
  addEventListener("storage", heard);
  return () => removeEventListener("storage", heard);
};
