// What is taken for an adoption: files, links and what the storage holds are read here and nowhere else. Anything odd
// is refused with a reason.
import { FORMAT, STATES, VERSION } from "./adoption.js";

export const MOST = 2_000_000;

/**
 * A rule tells where a value breaks it: the path of the first wrong field, or nothing.
 * @type {(test: (value: any) => boolean) => Rule}
 */
const is = (test) => (value, path) => (test(value) ? "" : path);
/** @type {(value: any) => boolean} */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
/** @type {(most: number, least?: number) => Rule} */
const text = (most, least = 0) =>
  is((value) => typeof value === "string" && value.length >= least && value.length <= most);
/** @type {(pattern: RegExp) => Rule} */
const like = (pattern) => is((value) => typeof value === "string" && value.length <= 100 && pattern.test(value));
/** @type {(...rules: Rule[]) => Rule} */
const oneOf =
  (...rules) =>
  (value, path) =>
    rules.some((rule) => !rule(value, path)) ? "" : path;
const nothing = is((value) => value === null);
/** @type {(rule: Rule) => Rule} */
const optional = (rule) =>
  oneOf(
    is((value) => value === undefined),
    rule,
  );

/** @type {(found: string[]) => string} */
const first = (found) => found.find(Boolean) ?? "";
/** @type {(fields: Record<string, Rule>) => Rule} */
const shape = (fields) => (value, path) => {
  if (!isObject(value)) return path || "{}";
  const inner = (/** @type {string} */ name) => (path ? `${path}.${name}` : name);
  const strange = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  return strange ? inner(strange) : first(Object.entries(fields).map(([name, rule]) => rule(value[name], inner(name))));
};
/** @type {(rule: Rule, keys: Rule) => Rule} */
const every = (rule, keys) => (value, path) => {
  if (!isObject(value) || Object.keys(value).length > 2000) return path;
  return first(Object.entries(value).map(([key, each]) => keys(key, `${path}.${key}`) || rule(each, `${path}.${key}`)));
};
/** @type {(rule: Rule) => Rule} */
const listOf = (rule) => (value, path) =>
  Array.isArray(value) && value.length <= 2000 ? first(value.map((each, at) => rule(each, `${path}.${at + 1}`))) : path;

/** @type {(value: string) => boolean} */
const isDay = (value) =>
  /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString?.().slice(0, 10) === value;
const day = is((value) => {
  try {
    return isDay(value);
  } catch {
    return false;
  }
});
const time = is(
  (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)),
);
const id = like(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const language = like(/^[a-z]{2}$/);

const ENTRY = shape({
  state: is((value) => STATES.includes(value)),
  reason: text(5000),
  note: text(5000),
  owner: oneOf(nothing, shape({ role: id }), shape({ name: text(200, 1) })),
  due: oneOf(nothing, day),
  text: text(2000),
  textVersion: like(/^[0-9a-f]*$/),
  language: optional(language),
  at: time,
});
const EVALUATION = shape({
  date: day,
  scores: every(
    is((value) => Number.isInteger(value) && value >= 0 && value <= 1000),
    id,
  ),
});
const ADOPTION = shape({
  format: is((value) => value === FORMAT),
  version: is((value) => value === VERSION),
  id: like(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  name: text(100, 1),
  model: shape({ id, version: like(/^\d{4}(-\d\d){0,2}-[0-9a-f]+$/), language }),
  created: time,
  changed: time,
  items: every(ENTRY, id),
  known: listOf(id),
  fit: text(5000),
  costs: every(text(5000), id),
  memo: every(text(20_000), id),
  evaluations: listOf(EVALUATION),
});

/**
 * How a value of an older version becomes one of the next: version 0 knew no fit, no costs and no list of known items,
 * version 1 no texts in costs and no memo, version 2 no evaluations.
 * @type {Array<(value: any) => any>}
 */
const STEPS = [
  (value) => ({ known: Object.keys(value.items ?? {}), fit: "", costs: {}, ...value, version: 1 }),
  (value) => ({ ...value, costs: {}, memo: {}, version: 2 }),
  (value) => ({ ...value, evaluations: [], version: 3 }),
];

/** @type {(value: any) => any} */
const migrated = (value) => {
  let found = value;
  while (Number.isInteger(found.version) && found.version >= 0 && found.version < VERSION)
    found = STEPS[found.version](found);
  return found;
};

/**
 * An adoption, or why it is none: `{ adoption }` or `{ refused, field }`.
 * @type {(value: any) => Received}
 */
export const validated = (value) => {
  if (!isObject(value) || value.format !== FORMAT) return { refused: "foreign" };
  if (Number.isInteger(value.version) && value.version > VERSION) return { refused: "newer" };
  const adoption = migrated(value);
  const field = ADOPTION(adoption, "");
  return field ? { refused: "field", field } : { adoption };
};

/** @type {(written: string) => Received} */
export const parseAdoption = (written) => {
  if (written.length > MOST) return { refused: "large" };
  try {
    return validated(JSON.parse(written));
  } catch {
    return { refused: "damaged" };
  }
};
