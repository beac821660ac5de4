// The compact form of a model's file, for the form that edits the long one: `unfold` is what the checker's reader does
// with a file, `fold` is the way back. Both are led by `shape`, the model's schema as the reader sees it.

const ORIGIN = ["from", "said", "by"];
const LONG = ["basis", "modality", "source", "heading", "reported_by"];
const LANGUAGES = ["fi", "sv", "en"];
const REPORTED = ["reported", "experienced"];
const DESCRIBED = "described";
const EDITORIAL = "editorial";

const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const without = (value, names) => Object.fromEntries(Object.entries(value).filter(([key]) => !names.includes(key)));
const only = (value, names) => Object.fromEntries(names.filter((key) => key in value).map((key) => [key, value[key]]));
const hasNone = (value, names) => names.every((key) => !(key in value));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Whether a file is written in the compact form: in the long one the sources stand in the upkeep. */
export const isCompact = (value) => !value.upkeep?.sources;

const aYearAfter = (day) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace("-02-29", "-02-28");
const NO_TRANSLATIONS = { sv: { status: "missing" }, en: { status: "missing" } };

/** What the upkeep says where nothing is written. */
const usualUpkeep = ({ added, last_reviewed = added }) => ({
  translations: NO_TRANSLATIONS,
  ...(added ? { last_reviewed } : {}),
  ...(/^\d{4}/.test(String(last_reviewed)) ? { review_by: aYearAfter(String(last_reviewed)) } : {}),
});

/** The usual values of a statement's fields. */
const absent = (shape, given) =>
  (("min" in given || "max" in given) && without(shape.absent, ["qualifier"])) || shape.absent;

/** The value in the long form; statements without an id stay without one. */
export const unfold = (value, shape) => {
  const { sources, ...rest } = value;
  const upkeep = isMap(rest.upkeep) ? rest.upkeep : {};
  const [first] = [sources ?? upkeep.sources].flat();
  const whole = sources ? { ...rest, upkeep: { ...usualUpkeep(upkeep), ...upkeep, sources } } : value;
  return unfolded(whole, shape, {}, first?.id ?? first?.publisher);
};

const unfolded = (value, shape, above, source) => {
  if (!shape) return value;
  if (shape.text) return typeof value === "string" ? { fi: value } : value;
  if (shape.item || shape.headings)
    return entries(value, shape)?.map((each) => unfolded(each, shape.item, above, source)) ?? value;
  if (typeof value === "string" && shape.short) return unfoldedFields({ [shape.short]: value }, shape, above, source);
  return isMap(value) && shape.fields ? unfoldedFields(value, shape, above, source) : value;
};

/** The items of a list, also of one that is written as a mapping. */
const entries = (value, { headings, group, item }) => {
  if (Array.isArray(value)) return value;
  if (!isMap(value)) return null;
  if (headings) return Object.entries(value).map(([id, title]) => ({ id, title }));
  if (!group) return null;
  return Object.entries(value).flatMap(([key, members]) =>
    [members].flat().map((each) => ({ [group]: key, ...(isMap(each) ? each : { [item.short]: each }) })),
  );
};

const unfoldedFields = (value, shape, above, source) => {
  let own = { ...value };
  if (shape.flat && !("text" in own) && !hasNone(own, LANGUAGES))
    own = { text: only(own, LANGUAGES), ...without(own, LANGUAGES) };
  let told = {};
  if (shape.statement && hasNone(own, LONG)) {
    told = only(own, ORIGIN);
    own = { ...absent(shape, own), ...provenance(own, told, shape, above, source) };
  } else if (shape.part) {
    told = only(own, shape.ownOrigin ? ["said", "by"] : ORIGIN);
    own = without(own, Object.keys(told));
  } else if (shape.isSource) own = { ...absent(shape, own), ...(own.publisher ? { id: own.publisher } : {}), ...own };
  const below = { ...above, ...(told.from === EDITORIAL ? without(told, ["from"]) : told) };
  if (shape.ownOrigin) delete below.from;
  return Object.fromEntries(
    Object.entries(own).map(([key, each]) => [key, unfolded(each, shape.fields[key], below, source)]),
  );
};

const provenance = (own, told, shape, above, source) => {
  if ("reference" in own) return { ...own, basis: "external" };
  const isSilent = "derived_from" in own || shape.editorial;
  if (told.from === EDITORIAL || (!told.from && isSilent)) return { ...without(own, ["from"]), basis: EDITORIAL };
  const origin = told.from ?? above.from;
  const rest = without(own, ORIGIN);
  if (!origin) return rest;
  const [heading, page = source] = String(origin).split("#").reverse();
  const modality = told.said ?? shape.said ?? above.said ?? DESCRIBED;
  const by = told.by ?? (REPORTED.includes(modality) ? above.by : undefined);
  return { ...rest, basis: "source", modality, source: page, heading, ...(by ? { reported_by: by } : {}) };
};

/**
 * The value in the compact form. Origins of the whole file and of its parts stay what they are in `before`, the file as
 * it was, so that an edit changes no line but its own.
 */
export const fold = (value, shape, before = {}) => {
  const upkeep = value.upkeep ?? {};
  const sources = upkeep.sources ?? [];
  const above = only(before, ORIGIN);
  const usual = usualUpkeep(upkeep);
  const parts = Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const inner = shape.fields[key];
      const told = inner?.part && isMap(before[key]) ? only(before[key], ORIGIN) : {};
      const below = inner?.ownOrigin ? without({ ...above, ...told }, ["from"]) : { ...above, ...told };
      const made = folded(each, inner, below, sources[0]?.id);
      return [key, isMap(made) ? { ...told, ...made } : made];
    }),
  );
  const kept = Object.entries(parts.upkeep ?? {}).filter(([key, each]) => key !== "sources" && !same(each, usual[key]));
  const { id, name, short_name, other_names, summary, kind, ...rest } = parts;
  const first = { id, name, short_name, other_names, summary, kind, sources: parts.upkeep?.sources ?? [], ...above };
  const isThere = ([key, each]) => each !== undefined && (key in before || !isNothing(each));
  return Object.fromEntries(Object.entries({ ...first, ...rest, upkeep: Object.fromEntries(kept) }).filter(isThere));
};

const isNothing = (value) =>
  value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);

const folded = (value, shape, above, source) => {
  if (!shape) return value;
  if (shape.text) return isMap(value) && filled(value).every((key) => key === "fi") ? (value.fi ?? value) : value;
  if (Array.isArray(value) && (shape.item || shape.headings)) return foldedItems(value, shape, above, source);
  return isMap(value) && shape.fields ? foldedFields(value, shape, above, source) : value;
};

/** The fields of a mapping that the form has not left empty. */
const filled = (value) => Object.keys(value).filter((key) => !isNothing(value[key]));

const foldedItems = (value, shape, above, source) => {
  if (shape.headings && value.every(({ id, title }) => id && title))
    return Object.fromEntries(value.map(({ id, title }) => [id, title]));
  const items = value.map((each) => folded(each, shape.item, above, source));
  const given = value.map((each) => each[shape.group] ?? shape.item?.absent?.[shape.group]);
  const order = [...new Set(given)];
  const isSorted = same(
    order.flatMap((group) => given.filter((each) => each === group)),
    given,
  );
  if (!shape.group || !isSorted || !value.length || given.some((each) => !each)) return items;
  return Object.fromEntries(
    order.map((group) => [
      group,
      items.filter((_, place) => given[place] === group).map((each) => bare(each, shape.group, shape.item.short)),
    ]),
  );
};

const bare = (item, group, short) => {
  const rest = isMap(item) ? without(item, [group]) : item;
  return isMap(rest) && same(filled(rest), [short]) && !isMap(rest[short]) ? rest[short] : rest;
};

const foldedFields = (value, shape, above, source) => {
  const told = shape.statement ? toldOf(only(value, filled(value)), shape, above, source) : {};
  const own = shape.statement && told ? { ...without(value, LONG), ...told } : value;
  const below = told?.from === EDITORIAL ? above : { ...above, ...told };
  const inner = Object.entries(own).map(([key, each]) => [key, folded(each, shape.fields[key], below, source)]);
  if (!told) return Object.fromEntries(inner);
  const usual = shape.absent ? absent(shape, only(value, filled(value))) : {};
  const fields = Object.fromEntries(inner.filter(([key, each]) => usual[key] === undefined || usual[key] !== each));
  const flat = shape.flat && "text" in fields ? flattened(fields) : fields;
  const name = shape.flat ? "fi" : shape.short;
  const isShort = shape.short && same(filled(flat), [name]) && typeof flat[name] === "string";
  return isShort ? flat[name] : flat;
};

/**
 * The languages of the text directly among the fields, after the id.
 * @param {any} fields
 */
const flattened = ({ id, text, ...rest }) => ({
  ...(isNothing(id ?? null) ? {} : { id }),
  ...(isMap(text) ? text : { fi: text }),
  ...rest,
});

/** What must be written of an origin beside what is said above; null where only the long form can say it. */
const toldOf = (value, shape, above, source) => {
  const { basis, modality, source: page, heading, reported_by: by } = value;
  const isSilent = "derived_from" in value || shape.editorial;
  const isBare = [modality, page, heading, by].every((each) => each === undefined);
  if (basis === "external" && isBare && "reference" in value) return {};
  if (basis === EDITORIAL && isBare && !("reference" in value)) return isSilent ? {} : { from: EDITORIAL };
  if (basis !== "source" || !modality || !page || !heading || "reference" in value) return null;
  const origin = page === source ? heading : `${page}#${heading}`;
  const usualBy = REPORTED.includes(modality) ? above.by : undefined;
  if (by === undefined && usualBy !== undefined) return null;
  return {
    ...(origin === above.from && !isSilent ? {} : { from: origin }),
    ...(modality === (shape.said ?? above.said ?? DESCRIBED) ? {} : { said: modality }),
    ...(by === usualBy ? {} : { by }),
  };
};
