// The municipality that this device keeps because somebody asked for it, with the names of whom one agrees with there.

const KEY = "mallisto.municipality";

/** @typedef {{code: string, language: string, municipality: string, county: string, employment_area: string}} Kept */

/** Whether a stored value has the shape of what is kept. @type {(value: any) => boolean} */
const isKept = (value) =>
  Boolean(value) &&
  ["code", "language", "municipality", "county", "employment_area"].every((name) => typeof value[name] === "string");

/** What is kept; nothing where a browser allows no storage or something else stands there. @type {() => Kept | null} */
export const kept = () => {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
};

/** @type {(value: Kept) => void} */
export const keep = (value) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(value));
  } catch {
    // A browser that allows no storage keeps nothing; the button stays as it was.
  }
};

export const forget = () => {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
};
