// The file format of the form: each file is remembered as it was read, so that what is saved is the same text with the
// changes in it.

import { fold, isCompact, unfold } from "./compact.js";
import { read, written } from "./yaml.js";
import { isEmpty, mergeChange, mergeValue, same } from "./yaml-merge.js";

/** The field that carries the name of the text a value was made from. It is in no file. */
const VERSION = "_version";

/** How the form holds the name of what a list lacks (`{name: Tulkki}`) in the place of an id. */
const NAMED = "name: ";

/**
 * What the settings say of the files, as paths with `*` for every item: `short` are items that may be written as one
 * field of theirs (`next: [end]` for `next: [{to: end}]`), `years` are texts that a file may hold as a number,
 * `names` are references that may be the name of what a list lacks, `own` is what a file names and must list itself;
 * `missing` is said where it does not, `outdated` of a value whose text is not known any more. `header` begins a file
 * that is new.
 */
export const format = ({ shape, short, years, names, own, missing, outdated, header }, versions) => {
  /** What the form shows of a text. */
  const shown = (text) => {
    const whole = through(unfolded(read(text), shape), Object.keys(short), (item, path) =>
      typeof item === "string" ? { [short[path]]: item } : item,
    );
    const named = through(whole, names, (each) => (each?.name ? `${NAMED}${each.name}` : each));
    return raised(through(named, years, (each) => (typeof each === "number" ? String(each) : each)));
  };
  const fromFile = (text) => ({ ...shown(text), [VERSION]: versions.read(text) });
  const toFile = ({ [VERSION]: version, ...given }) => {
    const content = through(lowered(given), names, (each) =>
      typeof each === "string" && each.startsWith(NAMED) ? { name: each.slice(NAMED.length) } : each,
    );
    refuse(content, own, missing);
    const value = through(visible(content), Object.keys(short), (item, path) =>
      isOnly(item, short[path]) ? item[short[path]] : item,
    );
    const name = version || `new ${content.id}`;
    const before = versions.behind(name);
    if (version && before === undefined) throw said(outdated);
    const text = before === undefined ? header + written(fresh(filled(value), shape)) : merged(before, value, shape);
    versions.wrote(text, name);
    return text;
  };
  return { shown, fromFile, toFile };
};

/** Models have a compact form, and an id by which they are told from vocabularies. */
const isModel = (value) => value?.id !== undefined;
const unfolded = (value, shape) => (isModel(value) ? unfold(value, shape) : value);
const fresh = (value, shape) => (isModel(value) ? fold(value, shape) : value);

/**
 * The sources of a model stand on their own in the form, before what is said from them; in the long form they are
 * upkeep.
 */
const raised = (value) => {
  if (!value?.upkeep?.sources) return value;
  const { sources, ...upkeep } = value.upkeep;
  return { ...value, sources, upkeep };
};
/** @param {any} value */
const lowered = ({ sources, ...value }) => (sources ? { ...value, upkeep: { ...value.upkeep, sources } } : value);

/** The text with the value in it, in the form that the text has. */
const merged = (before, value, shape) => {
  const stood = read(before);
  if (!isModel(stood) || !isCompact(stood)) return mergeValue(before, value);
  const wanted = fold(value, shape, stood);
  const usual = fold(unfold(stood, shape), shape, stood);
  if (same(stood, usual)) return mergeValue(before, wanted);
  return mergeChange(before, usual, wanted, (text) => same(unfold(read(text), shape), unfold(wanted, shape)));
};

const isOnly = (item, field) =>
  Object.entries(item).every(([name, value]) => name === field || value === "" || value === null);

/** A value without the characters that come along with pasted texts and that nobody sees; the checker refuses them. */
const visible = (value) => {
  if (typeof value === "string")
    return value.replace(/[\t\v\f\r\u0085\u2028\u2029]/g, " ").replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, "");
  if (Array.isArray(value)) return value.map(visible);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visible(each)]));
};

/** A new value without what was left empty; the checker asks for what is needed. */
const filled = (value) => {
  if (Array.isArray(value)) return value.map(filled).filter((each) => !isEmpty(each));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, filled(each)])
      .filter(([, each]) => !isEmpty(each)),
  );
};

/** An error whose words the form shows. */
const said = (text) => new Error(text, { cause: new Error(text) });

/** The value with everything at the paths changed. */
const through = (value, paths, change) =>
  paths.reduce((whole, path) => replaced(whole, path.split("."), (each) => change(each, path)), value);

/**
 * @param {any} value
 * @param {string[]} path
 * @param {(value: any) => any} change
 */
const replaced = (value, [step, ...rest], change) => {
  if (step === undefined) return change(value);
  if (step === "*") return Array.isArray(value) ? value.map((each) => replaced(each, rest, change)) : value;
  return value?.[step] === undefined ? value : { ...value, [step]: replaced(value[step], rest, change) };
};

/** What is named in a file must be in it; the form shows the words of the error. */
const refuse = (value, own, missing) => {
  for (const { named, listed, title } of own) {
    const known = new Set(listed.flatMap((path) => at(value, `${path}.id`.split("."))));
    const unknown = at(value, named.split(".")).filter((id) => id && !known.has(id));
    if (unknown.length) {
      throw said(missing.replace("{title}", title).replace("{id}", unknown.join(", ")));
    }
  }
};

/**
 * @param {any} value
 * @param {string[]} path
 * @returns {any[]}
 */
const at = (value, [step, ...rest]) => {
  if (value === undefined || value === null) return [];
  if (step === undefined) return [value];
  if (step === "*") return Array.isArray(value) ? value.flatMap((each) => at(each, rest)) : [];
  return at(value[step], rest);
};
