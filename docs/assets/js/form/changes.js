// What a person changed in a file, in the words that the form has for its fields.
import { isEmpty, same } from "./yaml-merge.js";

const TITLES = ["title", "name", "label", "text", "fi"];
const LONGEST = 120;
const MOST = 20;

/**
 * Where two values of a file differ: the titles of the fields on the way, and what stands there now ("" where nothing
 * does any more). `fields` are the form's, with `name`, `label` and what is inside.
 */
export const changes = (fields, before, after) =>
  fields.flatMap((field) =>
    field.widget === "hidden"
      ? []
      : within(field, before?.[field.name], after?.[field.name], [field.label ?? field.name]),
  );

const within = (field, before, after, titles) => {
  if (same(before ?? null, after ?? null) || (isEmpty(before) && isEmpty(after))) return [];
  if (field.widget === "object") return below(field.fields, before, after, titles);
  const isList = field.fields && Array.isArray(before) && Array.isArray(after);
  if (!isList) return [{ titles, now: words(after) }];
  if (before.length === after.length)
    return after.flatMap((each, place) =>
      same(before[place], each) ? [] : below(field.fields, before[place], each, [...titles, `${place + 1}`]),
    );
  const added = after.filter((each) => !before.some((other) => same(each, other)));
  const removed = before.filter((each) => !after.some((other) => same(each, other)));
  return [
    ...added.map((each) => ({ titles, now: words(each) })),
    ...(removed.length > added.length ? [{ titles, now: "" }] : []),
  ];
};

const below = (fields, before, after, titles) =>
  changes(fields, before, after).map((each) => ({ ...each, titles: [...titles, ...each.titles] }));

/** @param {any} value */
const words = (value) => {
  if (Array.isArray(value)) return value.map(words).join(", ");
  if (value === null || typeof value !== "object") return String(value ?? "");
  const name = TITLES.find((each) => !isEmpty(value[each])) ?? Object.keys(value)[0];
  return name === undefined ? "" : words(value[name]);
};

/** A value as a piece of Markdown in which nothing means anything. */
const plain = (text) => {
  const line = text.replace(/[`\s]+/g, " ").trim();
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}\``;
};

/** The one line that says what was changed: the first places, and how many more there are. `say` holds our words. */
export const headline = (name, found, say) => {
  const titles = [...new Set(found.map((each) => each.titles[0]))];
  if (!titles.length) return say.added.replace("{name}", name);
  const more = titles.length > 2 ? say.more.replace("{count}", String(titles.length - 2)) : "";
  return `${say.changed.replace("{name}", name).replace("{places}", titles.slice(0, 2).join(", "))}${more}`;
};

/** The text of a proposal: what changed, and what its author is to confirm. */
export const proposalText = (found, say) => {
  const lines = found
    .slice(0, MOST)
    .map(({ titles, now }) => `- ${titles.join(" › ")}: ${now ? plain(now) : say.removed}`);
  if (found.length > MOST) lines.push(`- ${say.others.replace("{count}", String(found.length - MOST))}`);
  const told = lines.length ? [`**${say.what}**`, "", ...lines, ""] : [];
  return [...told, `- [ ] ${say.public}`, `- [ ] ${say.source}`, "", say.form].join("\n");
};
