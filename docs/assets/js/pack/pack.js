// One's own pack: places of the site in an order, with notes. It is kept in this browser once somebody has added a
// place, and can go along in the fragment of an address. Whatever is read is looked over first: both the storage and
// an address may hold anything.
import { packed, unpacked } from "../fragment.js";

const KEY = "mallisto.pack";
const FORMAT = "mallisto-pack";
const MOST_BYTES = 500_000;
const ADDRESS = /^([a-z0-9]+(-[a-z0-9]+)*\/)*(#[a-z0-9]+(-[a-z0-9]+)*)?$/;
const CODE = /^([a-z0-9]{5})?$/;
const LANGUAGES = ["fi", "sv", "en"];

export const MARK = "#paketti=";
export const MOST = 100;
export const LONGEST_NOTE = 2000;
export const LONGEST_NAME = 100;

/** @type {Pack | null} */
let unkept = null; // what the storage did not take

/** @type {(value: unknown, most: number) => boolean} */
const isText = (value, most) => typeof value === "string" && value.length <= most;
/** @type {(each: any) => boolean} */
const isPlace = (each) =>
  each !== null &&
  typeof each === "object" &&
  isText(each.address, 300) &&
  ADDRESS.test(each.address) &&
  isText(each.title, 500) &&
  isText(each.note, LONGEST_NOTE) &&
  LANGUAGES.includes(each.language) &&
  isText(each.code, 5) &&
  CODE.test(each.code) &&
  isText(each.told ?? "", 100);

/** @type {(text: string | null) => Pack | null} */
const accepted = (text) => {
  try {
    const { format, version, name, places } = JSON.parse(text ?? "");
    if (
      format !== FORMAT ||
      version !== 1 ||
      !isText(name, LONGEST_NAME) ||
      !Array.isArray(places) ||
      places.length > MOST ||
      !places.every(isPlace)
    )
      return null;
    return {
      name,
      places: places.map(({ address, title, note, language, code, told = "" }) => ({
        address,
        title,
        note,
        language,
        code,
        told,
      })),
    };
  } catch {
    return null;
  }
};

/** @type {(pack: Pack) => string} */
const written = (pack) => JSON.stringify({ format: FORMAT, version: 1, ...pack });

/** @type {() => Pack} */
export const own = () => {
  if (unkept) return structuredClone(unkept);
  try {
    return accepted(localStorage.getItem(KEY)) ?? { name: "", places: [] };
  } catch {
    return { name: "", places: [] };
  }
};

/**
 * An empty pack is no pack: nothing stays of it.
 * @type {(pack: Pack) => void}
 */
export const keep = (pack) => {
  try {
    if (pack.places.length || pack.name) localStorage.setItem(KEY, written(pack));
    else localStorage.removeItem(KEY);
    unkept = null;
  } catch {
    unkept = structuredClone(pack);
  }
};

/** Whether this browser keeps nothing. */
export const trouble = () => {
  if (unkept) return true;
  try {
    return !window.localStorage;
  } catch {
    return true;
  }
};

/** @type {(one: Place, other: Place) => boolean} */
const isSame = (one, other) => one.address === other.address && one.language === other.language;

/** @type {(pack: Pack, more: Pack) => Pack} */
export const merged = (pack, more) => ({
  name: pack.name || more.name,
  places: [...pack.places, ...more.places.filter((each) => !pack.places.some((one) => isSame(one, each)))].slice(
    0,
    MOST,
  ),
});

/**
 * Add a place to one's own pack: `added`, `there` or `full`.
 * @type {(place: Place) => "added" | "there" | "full"}
 */
export const add = (place) => {
  const pack = own();
  if (pack.places.some((each) => isSame(each, place))) return "there";
  if (pack.places.length >= MOST) return "full";
  keep({ ...pack, places: [...pack.places, place] });
  return "added";
};

/** @type {(pack: Pack) => Promise<string>} */
export const fragment = async (pack) => MARK + (await packed(written(pack)));

/**
 * The pack of a fragment; `undefined` where it carries none, `null` where what it carries cannot be read.
 * @type {(hash: string) => Promise<Pack | null | undefined>}
 */
export const carried = async (hash) => {
  if (!hash.startsWith(MARK)) return undefined;
  try {
    return accepted(await unpacked(hash.slice(MARK.length), MOST_BYTES));
  } catch {
    return null;
  }
};
