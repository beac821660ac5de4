// A field that names something the model lists itself. Its choices are what the form holds at that moment, saved or
// not.

const TITLES = ["title", "name", "label", "text", "statement"];
const LONGEST = 90;

/**
 * `element` makes an element of React; `lists` are the paths of what can be named, by its kind, with `*` for every
 * item.
 */
export const ownField =
  (element, lists, language) =>
  ({ value, onChange, field, entry, forID, classNameWrapper }) => {
    const choices = lists[field.get("of")].flatMap((path) => listed(entry?.get("data"), path.split("."), language));
    const isUnknown = value && !choices.some((each) => each.id === value);
    return element(
      "select",
      {
        id: forID,
        className: classNameWrapper,
        value: value ?? "",
        onChange: (event) => onChange(event.target.value),
        "aria-labelledby": `${forID}-label`,
        "aria-required": field.get("required"),
      },
      [{ id: "", title: "–" }, ...(isUnknown ? [{ id: value, title: value }] : []), ...choices].map(({ id, title }) =>
        element("option", { key: id, value: id }, title),
      ),
    );
  };

/**
 * @param {any} node
 * @param {string[]} path
 * @param {string} language
 * @returns {{ id: string, title: string }[]}
 */
const listed = (node, [step, ...rest], language) => {
  if (node === undefined || node === null) return [];
  if (step === undefined) return node.get?.("id") ? [{ id: node.get("id"), title: titled(node, language) }] : [];
  if (step === "*") return [...(node.values?.() ?? [])].flatMap((each) => listed(each, rest, language));
  return listed(node.get?.(step), rest, language);
};

/** What an item is called, with its id behind it: two may be called the same. */
const titled = (node, language) => {
  const said = TITLES.map((name) => node.get(name)).find(Boolean);
  const text = typeof said === "string" ? said : said?.get?.(language) || said?.get?.("fi");
  if (typeof text !== "string") return node.get("id");
  return `${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text} (${node.get("id")})`;
};
