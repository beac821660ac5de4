// One's own pack: places of the site in an order, each with minutes, words for its slide and notes for the speaker. It
// is kept in this browser once somebody has added a place, and can go along in the fragment of an address: whole, or
// short, as the lasting codes of its places. Whatever is read is looked over first: both the storage and an address
// may hold anything.
import { packed, unpacked } from "../fragment.js";

const KEY = "mallisto.pack";
const FORMAT = "mallisto-pack";
/** Those of version 1 have no minutes and no words for the slide. */
const VERSIONS = [1, 2];
const MOST_BYTES = 500_000;
const ADDRESS = /^([a-z0-9]+(-[a-z0-9]+)*\/)*(#[a-z0-9]+(-[a-z0-9]+)*)?$/;
const CODE = /^([a-z0-9]{5})?$/;
const LANGUAGES = ["fi", "sv", "en"];

export const MARK = "#paketti=";
/** A short address: `#p=bssg2.xnd2p-10.4bjfs&nimi=Aloitus`, where a place may take so many minutes. */
const SHORT = /^#p=([a-z0-9]{5}(?:-[0-9]{1,3})?(?:\.[a-z0-9]{5}(?:-[0-9]{1,3})?)*)(?:&nimi=([^&]*))?$/;

export const MOST = 100;
export const MOST_MINUTES = 600;
export const LONGEST_NOTE = 2000;
export const LONGEST_SLIDE = 600;
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
  isText(each.slide ?? "", LONGEST_SLIDE) &&
  Number.isInteger(each.minutes ?? 0) &&
  (each.minutes ?? 0) >= 0 &&
  (each.minutes ?? 0) <= MOST_MINUTES &&
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
      !VERSIONS.includes(version) ||
      !isText(name, LONGEST_NAME) ||
      !Array.isArray(places) ||
      places.length > MOST ||
      !places.every(isPlace)
    )
      return null;
    return {
      name,
      places: places.map(({ address, title, note, slide = "", minutes = 0, language, code, told = "" }) => ({
        address,
        title,
        note,
        slide,
        minutes,
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
const written = (pack) => JSON.stringify({ format: FORMAT, version: 2, ...pack });

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
 * The pack as the codes of its places, without what somebody wrote but its name; nothing where a place has no code.
 * @type {(pack: Pack) => string}
 */
export const shortFragment = ({ name, places }) => {
  if (!places.length || places.some((each) => !each.code)) return "";
  const codes = places.map(({ code, minutes }) => (minutes ? `${code}-${minutes}` : code));
  return `#p=${codes.join(".")}${name ? `&nimi=${encodeURIComponent(name)}` : ""}`;
};

/** @type {(hash: string, language: string) => Pack | null} */
const ofCodes = (hash, language) => {
  const found = SHORT.exec(hash);
  if (!found) return null;
  const places = found[1].split(".").map((each) => {
    const [code, minutes = "0"] = each.split("-");
    return { address: "", title: code, note: "", slide: "", minutes: Number(minutes), language, code, told: "" };
  });
  try {
    return accepted(written({ name: decodeURIComponent(found[2] ?? ""), places }));
  } catch {
    return null;
  }
};

/**
 * How long all places take together.
 * @type {(pack: Pack) => number}
 */
export const minutesOf = ({ places }) => places.reduce((sum, each) => sum + each.minutes, 0);

/**
 * The pack of a fragment; `undefined` where it carries none, `null` where what it carries cannot be read.
 * Of a short one the places have only their codes, and the page's language.
 * @type {(hash: string, language: string) => Promise<Pack | null | undefined>}
 */
export const carried = async (hash, language) => {
  if (hash.startsWith("#p=")) return ofCodes(hash, language);
  if (!hash.startsWith(MARK)) return undefined;
  try {
    return accepted(await unpacked(hash.slice(MARK.length), MOST_BYTES));
  } catch {
    return null;
  }
};
