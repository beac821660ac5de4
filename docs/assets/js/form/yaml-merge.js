// A changed value in the text people wrote: only the lines of what changed are written anew, comments, order and style
// stay.

import { diff3Merge } from "../../lib/node-diff3/diff3.js";
import { isMap, isScalar, isSeq } from "../../lib/yaml/index.js";
import { parsed, read, written } from "./yaml.js";

const isObject = (value) => value !== null && typeof value === "object";
export const isEmpty = (value) =>
  value === null || value === undefined || value === "" || (isObject(value) && !Object.keys(value).length);
const name = (pair) => String(pair.key?.value ?? pair.key);
const plain = (node) => node?.toJSON?.() ?? null;

/**
 * Whether two values say the same: the order of fields says nothing, and a form has only texts for the numbers of a
 * file.
 */
export const same = (one, other) => {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => same(each, other[index]));
  if (Array.isArray(one) || Array.isArray(other)) return false;
  if (isObject(one) && isObject(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
  return !isObject(one) && !isObject(other) && String(one) === String(other);
};

/** The text with the value in it; the text of the value alone where the two have nothing in common. */
export const mergeValue = (text, value) => {
  const base = written(parsed(text));
  const document = parsed(text);
  document.contents = patched(document, document.contents, value);
  const theirs = written(document);
  const merged = diff3Merge(text.split("\n"), base.split("\n"), theirs.split("\n"), { excludeFalseConflicts: true })
    .flatMap((part) => part.ok ?? refolded(part.conflict))
    .join("\n");
  return says(merged, value) ? merged : theirs;
};

/**
 * The text with the change from one value to another in it, where the text says the first in words of its own; all in
 * the words of the second where `fits` does not hold of the result.
 */
export const mergeChange = (text, before, after, fits) => {
  const base = mergeValue(text, before);
  const theirs = mergeValue(text, after);
  const merged = diff3Merge(text.split("\n"), base.split("\n"), theirs.split("\n"), { excludeFalseConflicts: true })
    .flatMap((part) => part.ok ?? part.conflict.b)
    .join("\n");
  try {
    return fits(merged) ? merged : theirs;
  } catch {
    return theirs;
  }
};

const says = (text, value) => {
  try {
    return same(read(text), value);
  } catch {
    return false;
  }
};

const patched = (document, node, value) => {
  if (same(plain(node), value)) return node;
  if (isMap(node) && isObject(value) && !Array.isArray(value)) return patchedMap(document, node, value);
  if (isSeq(node) && Array.isArray(value)) return patchedList(document, node, value);
  if (isScalar(node) && !isObject(value)) return patchedScalar(node, value);
  const fresh = document.createNode(value);
  fresh.comment = node?.comment;
  fresh.commentBefore = node?.commentBefore;
  return fresh;
};

const patchedMap = (document, node, value) => {
  node.items = node.items.filter((pair) => !isEmpty(value[name(pair)]) || isEmpty(plain(pair.value)));
  let place = 0;
  for (const [key, inner] of Object.entries(value)) {
    const found = node.items.findIndex((pair) => name(pair) === key);
    if (found >= 0) node.items[found].value = patched(document, node.items[found].value, inner);
    else if (!isEmpty(inner)) node.items.splice(place, 0, document.createPair(key, inner));
    else continue;
    place = (found >= 0 ? found : place) + 1;
  }
  return node;
};

/**
 * Each new item takes the old one of its id, else one that says the same, else the one in its place if no other took
 * it.
 */
const patchedList = (document, node, values) => {
  const old = node.items.map(plain);
  const taken = new Set();
  const take = (_value, fits) => {
    const found = old.findIndex((each, index) => !taken.has(index) && fits(each, index));
    if (found >= 0) taken.add(found);
    return found;
  };
  const sources = values.map((value) => take(value, (each) => (value?.id ? each?.id === value.id : same(each, value))));
  values.forEach((value, place) => {
    if (sources[place] < 0) sources[place] = take(value, (_, index) => index === place);
  });
  node.items = values.map((value, place) =>
    sources[place] < 0 ? document.createNode(value) : patched(document, node.items[sources[place]], value),
  );
  return node;
};

const patchedScalar = (node, value) => {
  const isNumber = typeof node.value === "number" && /^(?:0|-?[1-9][0-9]{0,14})$/.test(value);
  node.value = isNumber ? Number(value) : value;
  delete node.source;
  return node;
};

/**
 * A changed line beside a text that people folded by hand is one conflict with it: what was only joined again stays
 * folded.
 */
const refolded = ({ a, o, b }) => {
  const folds = o.map((line) => foldsOf(a, line));
  return b.flatMap(
    (line, place) =>
      folds[o.indexOf(line)] ?? (o.length === b.length && folds[place] ? refolding(folds[place], line) : [line]),
  );
};

const squeezed = (line) => line.trim().replace(/\s+/g, " ");

/** The lines of a text that say together what one line says, if there are such. */
const foldsOf = (lines, line) => {
  for (let first = 0; first < lines.length; first += 1) {
    let joined = "";
    for (let last = first; last < lines.length; last += 1) {
      joined = squeezed(`${joined} ${lines[last]}`);
      if (joined === squeezed(line)) return lines.slice(first, last + 1);
      if (!squeezed(line).startsWith(joined)) break;
    }
  }
  return null;
};

/** A changed line folded as it was: lines before and after the change stay, and what is between them is one line. */
const refolding = (folds, line) => {
  const indent = folds[0].match(/^ */)[0];
  let rest = line.trim();
  let first = 0;
  let last = folds.length;
  for (; first < last && rest.startsWith(`${folds[first].trim()} `); first += 1)
    rest = rest.slice(folds[first].trim().length + 1);
  for (; last > first && rest.endsWith(` ${folds[last - 1].trim()}`); last -= 1)
    rest = rest.slice(0, -folds[last - 1].trim().length - 1);
  return [...folds.slice(0, first), indent + rest, ...folds.slice(last)];
};
