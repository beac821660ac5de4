// A link beside a fact leads into the form at that fact: `?kohta=` in the address holds the fact's id, or its path.

const ASKED = "kohta";
const TITLES = ["text", "label", "title", "name", "value"];
const LOCALE = "_default";
const TRIES = 200;
const PAUSE = 100;

/**
 * The path of the field that holds what an id or a path names in the value of a file: of a fact its words in the
 * language. "" where the file has nothing of the kind.
 */
export const fieldOf = (value, place, language) => {
  const path = isThere(value, place.split(".")) ? place : (pathOf(value, place) ?? "");
  const there = path.split(".").reduce((each, step) => each?.[step], value);
  if (!/\.\d+$/.test(path) || there === null || typeof there !== "object") return path;
  const name = TITLES.find((each) => each in there) ?? Object.keys(there).find((each) => each !== "id");
  return `${path}.${name}${there[name] !== null && typeof there[name] === "object" ? `.${language}` : ""}`;
};

/**
 * @param {any} value
 * @param {string[]} path
 * @returns {boolean}
 */
const isThere = (value, [step, ...rest]) =>
  step === undefined || (value !== null && typeof value === "object" && step in value && isThere(value[step], rest));

/**
 * @param {any} value
 * @param {string} id
 * @param {string[]} path
 * @returns {string | null}
 */
const pathOf = (value, id, path = []) => {
  if (value === null || typeof value !== "object") return null;
  if (value.id === id && path.length) return path.join(".");
  for (const [step, each] of Object.entries(value)) {
    const inner = pathOf(each, id, [...path, step]);
    if (inner) return inner;
  }
  return null;
};

/**
 * Open the form at the place that the address asks for, once it shows a file; people may have to sign in first. `entry`
 * gives what the form holds of a file, by its id.
 */
export const openAsked = async (entry, language) => {
  const asked = new URLSearchParams(location.search).get(ASKED);
  if (!asked) return;
  const id = location.hash.split("/").at(-1);
  await until(() => drawn().length, Number.POSITIVE_INFINITY);
  const isSame = location.hash.split("/").at(-1) === id;
  history.replaceState(history.state, "", `${location.pathname}${location.hash}`);
  const path = isSame && fieldOf(entry(id) ?? {}, asked, language);
  if (!path) return;
  unfold(path);
  if (await until(() => comeNear(path), TRIES)) focus(path);
};

/** Sveltia CMS unfolds everything around a field when it is told of one; its own list of mistakes tells it so. */
const unfold = (path) =>
  postMessage({ type: "highlight-editor-field", payload: { locale: LOCALE, keyPath: path } }, location.origin);

const field = (path) => document.querySelector(`section.field[data-key-path="${CSS.escape(path)}"]`);
const drawn = (before = "") =>
  [...document.querySelectorAll("section.field[data-key-path]")].filter((each) =>
    each.dataset.keyPath.startsWith(before),
  );

/** Whether a field is there. The form draws one only when somebody comes near it: go on as far as it is drawn. */
const comeNear = (path) => {
  if (field(path)) return true;
  const steps = path.split(".");
  const around = steps.map((_, taken) => steps.slice(0, steps.length - taken).join("."));
  const nearest = around.find(field);
  const last = nearest ? (drawn(`${nearest}.`).at(-1) ?? field(nearest)) : drawn().at(-1);
  last?.scrollIntoView({ block: "start" });
  unfold(path);
  return false;
};

const focus = (path) => {
  const there = field(path);
  there.scrollIntoView({ block: "center" });
  (there.querySelector("textarea, input, select") ?? there.querySelector("button"))?.focus();
};

const until = async (isReached, tries) => {
  for (let count = 0; count < tries; count += 1) {
    if (isReached()) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
};
