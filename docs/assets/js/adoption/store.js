// Adoptions in the browser's own storage, each under a key of its own. What the storage does not take waits in this
// page, and `trouble` says so.
import { parseAdoption } from "./validate.js";

const PREFIX = "mallisto.adoption.";
const waiting = new Map();
const understood = new Map();
let reason = "";

const storage = () => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

const isFull = (problem) => problem.name === "QuotaExceededError" || problem.name === "NS_ERROR_DOM_QUOTA_REACHED";

const raw = (key) => {
  if (waiting.has(key)) return waiting.get(key);
  try {
    return storage()?.getItem(key) ?? null;
  } catch {
    return null;
  }
};

/** What a stored text means. A text that is as it was is not examined again. */
const reading = (key) => {
  const text = raw(key);
  if (understood.get(key)?.text !== text) understood.set(key, { text, ...(text === null ? {} : parseAdoption(text)) });
  return understood.get(key);
};

const keys = () => {
  const kept = storage();
  const found = new Set(waiting.keys());
  for (let at = 0; at < (kept?.length ?? 0); at += 1) found.add(kept.key(at));
  return [...found].filter((key) => key.startsWith(PREFIX) && raw(key) !== null);
};

const hand = (kept, key, text) => (text === null ? kept.removeItem(key) : kept.setItem(key, text));

/** Everything that waits is tried again, since room may have been made. */
const put = (key, text) => {
  waiting.set(key, text);
  for (const [each, value] of waiting) {
    try {
      hand(window.localStorage, each, value);
      waiting.delete(each);
    } catch (problem) {
      reason = isFull(problem) ? "full" : "blocked";
    }
  }
};

/** Why nothing is kept, or nothing. */
export const trouble = () => (storage() ? (waiting.size ? reason : "") : "blocked");

export const isWaiting = () => waiting.size > 0;

export const read = (id) => reading(PREFIX + id).adoption;

/** All adoptions of a model, the last changed first. */
export const ofModel = (model) =>
  keys()
    .map((key) => reading(key).adoption)
    .filter((each) => each?.model.id === model)
    .sort((one, other) => (one.changed < other.changed ? 1 : -1));

/** How many stored texts this page cannot read. They are left alone. */
export const unreadable = () => keys().filter((key) => !reading(key).adoption).length;

export const save = (adoption) => put(PREFIX + adoption.id, JSON.stringify(adoption));

/** Delete one adoption or all of every model; what was deleted can be given to `restore`. */
export const remove = (id) => {
  const gone = keys()
    .filter((key) => id === undefined || key === PREFIX + id)
    .map((key) => [key, raw(key)]);
  for (const [key] of gone) put(key, null);
  return gone;
};

export const restore = (gone) => {
  for (const [key, text] of gone) put(key, text);
};

/** Tell of what another tab changes: the adoption's id, or nothing where everything went. Returns how to stop. */
export const follow = (tell) => {
  const heard = (event) => {
    if (event.key === null || event.key.startsWith(PREFIX)) tell(event.key?.slice(PREFIX.length));
  };
  addEventListener("storage", heard);
  return () => removeEventListener("storage", heard);
};
