// YAML as the checker reads it: only whole numbers, true, false and null are anything but text. Everything is written
// so that a person would have written it: one text one line, block lists indented.
import { Document, parseDocument } from "../../lib/yaml/index.js";

const typed = (name, test, resolve, identify) => ({
  tag: `tag:yaml.org,2002:${name}`,
  default: true,
  test,
  resolve,
  identify,
});

const TAGS = [
  typed(
    "null",
    /^(?:null|~|)$/,
    () => null,
    (value) => value === null,
  ),
  typed(
    "bool",
    /^(?:true|false)$/,
    (text) => text === "true",
    (value) => typeof value === "boolean",
  ),
  typed("int", /^(?:0|-?[1-9][0-9]{0,14})$/, Number, Number.isInteger),
];

/** What other readers take for a number or a truth value is quoted when it is written; a date is not. */
const WORD = /y|yes|n|no|on|off|true|false|null|~/;
const NUMBER = /[-+]?\.(?:inf|nan)|[-+]?0[xob][0-9a-f_]+|[-+]?\.?[0-9][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?/;
const TAKEN = new RegExp(`^(?:${WORD.source}|${NUMBER.source})$`, "i");

const READING = {
  schema: "failsafe",
  customTags: (tags) => [...tags, ...TAGS],
  compat: [typed("taken", TAKEN)],
  keepSourceTokens: false,
};
const WRITING = { lineWidth: 0, indentSeq: true, flowCollectionPadding: false };

/** The document of a text; what cannot be read is an error with its place. */
export const parsed = (text) => {
  const document = parseDocument(text, READING);
  if (document.errors.length) throw document.errors[0];
  return document;
};

/** The value of a text. */
export const read = (text) => parsed(text).toJS();

/** The text of a document or of a plain value. */
export const written = (value) => (value instanceof Document ? value : new Document(value, READING)).toString(WRITING);
