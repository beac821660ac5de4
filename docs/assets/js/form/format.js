// The file format of the form: each file is remembered as it was read, so that what is saved is the same text with the changes in it.
import { distance, kept } from "./keep.js";
import { read, written } from "./yaml.js";

// Drafts of the same file are read after it; the one that was edited is the nearest to what comes back.
const MOST_VERSIONS = 8;

/**
 * What the settings say of the files, as paths with `*` for every item: `short` are items that may be written as one field of theirs
 * (`next: [end]` for `next: [{to: end}]`), `years` are texts that a file may hold as a number, and `own` is what a file names and must list
 * itself; `missing` is said where it does not. `header` begins a file that is new.
 */
export function format({ short, years, own, missing, header }) {
  const versions = new Map();
  const remember = (value, text) => {
    const known = versions.get(key(value)) ?? [];
    versions.set(key(value), [...known.filter((each) => each !== text), text].slice(-MOST_VERSIONS));
  };
  return {
    fromFile(text) {
      const value = read(text);
      remember(value, text);
      const whole = through(value, Object.keys(short), (item, path) => (typeof item === "string" ? { [short[path]]: item } : item));
      return through(whole, years, (each) => (typeof each === "number" ? String(each) : each));
    },
    toFile(content) {
      refuse(content, own, missing);
      const value = through(content, Object.keys(short), (item, path) => (isOnly(item, short[path]) ? item[short[path]] : item));
      const texts = (versions.get(key(value)) ?? []).map((text) => [text, kept(text, value)]);
      const [nearest] = texts.sort((one, other) => distance(...one) - distance(...other));
      const text = nearest ? nearest[1] : header + written(value);
      remember(value, text);
      return text;
    },
  };
}

const isOnly = (item, field) => Object.entries(item).every(([name, value]) => name === field || value === "" || value === null);

/** What a file is remembered by: the id of a model; a vocabulary is known by what it lists. */
const key = (value) => value.id ?? Object.keys(value).join();

/** The value with everything at the paths changed. */
function through(value, paths, change) {
  return paths.reduce((whole, path) => replaced(whole, path.split("."), (each) => change(each, path)), value);
}

function replaced(value, [step, ...rest], change) {
  if (step === undefined) return change(value);
  if (step === "*") return Array.isArray(value) ? value.map((each) => replaced(each, rest, change)) : value;
  return value?.[step] === undefined ? value : { ...value, [step]: replaced(value[step], rest, change) };
}

/** What is named in a file must be in it; the form shows the words of the error. */
function refuse(value, own, missing) {
  for (const { named, listed, title } of own) {
    const known = new Set(at(value, listed.split(".")));
    const unknown = at(value, named.split(".")).filter((id) => id && !known.has(id));
    if (unknown.length) {
      const text = missing.replace("{title}", title).replace("{id}", unknown.join(", "));
      throw new Error(text, { cause: new Error(text) });
    }
  }
}

function at(value, [step, ...rest]) {
  if (value === undefined || value === null) return [];
  if (step === undefined) return [value];
  if (step === "*") return Array.isArray(value) ? value.flatMap((each) => at(each, rest)) : [];
  return at(value[step], rest);
}
