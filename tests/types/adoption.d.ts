// An adoption and the checklist it is compared with, as `validate.js` and `tiedot.json` have them.
type State = "open" | "done" | "na";

interface Owner {
  role?: string;
  name?: string;
}

interface Entry {
  state: State;
  reason: string;
  note: string;
  owner: Owner | null;
  /** A day as `2027-03-01`. */
  due: string | null;
  /** The words of the item as they were when its state was set, and their mark. */
  text: string;
  textVersion: string;
  language?: string;
  at: string;
}

interface Adoption {
  format: string;
  version: number;
  id: string;
  name: string;
  model: { id: string; version: string; language: string };
  created: string;
  changed: string;
  items: Record<string, Entry>;
  known: string[];
  fit: string;
  costs: Record<string, string>;
  memo: Record<string, string>;
  evaluations: Evaluation[];
}

/** The points of criteria on one day, by their ids. */
interface Evaluation {
  /** A day as `2027-03-01`. */
  date: string;
  scores: Record<string, number>;
}

interface Criterion {
  id: string;
  number: number;
  title: string;
}

/** Quality criteria: the points of each, and what a sum from `min` to `max` means. */
interface Criteria {
  min: number;
  max: number;
  bands: { min: number; max: number; text: string }[];
  items: Criterion[];
}

/** What is read from outside: an adoption, or why it is none. */
type Received = { adoption: Adoption; refused?: undefined } | { refused: string; field?: string; adoption?: undefined };

interface Item {
  id: string;
  phase: string;
  number: number;
  text: string;
  textVersion: string;
  why: string;
  verify: string;
  owner: { role: string; name: string };
  origin: string;
}

/** So much of an item and of a checklist as tells what has changed. */
type KnownItem = Pick<Item, "id" | "textVersion">;
type NewChecklist = { model: Pick<Checklist["model"], "id" | "version">; items: Pick<Item, "id">[] };
type KnownChecklist = { model: Pick<Checklist["model"], "version" | "changes">; items: KnownItem[] };

interface Phase {
  id: string;
  title: string;
}

interface Change {
  date: string;
  text: string;
}

interface Checklist {
  model: { id: string; name: string; version: string; changes: Change[] };
  phases: Phase[];
  items: Item[];
  criteria?: Criteria | null;
  removed: { id: string; to: string | null; why: string }[];
}

interface News {
  changes: Change[];
  changed: number;
  added: number;
  removed: number;
}

interface RemovedItem {
  id: string;
  entry: Entry;
  to: string | null;
  why: string;
}

interface Progress extends Phase {
  done: number;
  na: number;
  of: number;
}

/** A rule tells where a value breaks it: the path of the first wrong field, or nothing. */
type Rule = (value: any, path: string) => string;
