// Checklists and adoptions with defaults: a test names what it is about.

export const anItem = ({ id = "decide", ...rest } = {}) => ({
  id,
  phase: "start",
  number: 1,
  text: "Decide.",
  textVersion: "aaaaaa",
  why: "",
  verify: "Minutes.",
  owner: { role: "director", name: "johtaja" },
  origin: "source",
  ...rest,
});

export const aChecklist = ({ version = "2026-11-22-aaaaaa", changes = [], items = [anItem()], removed = [] } = {}) => ({
  model: { id: "tykke", name: "TYKKE", version, changes },
  phases: [{ id: "start", title: "Start" }],
  items,
  removed,
});

/** Two criteria of 1–5 points; from 8 points on the sum is good. */
export const theCriteria = () => ({
  min: 1,
  max: 5,
  bands: [
    { min: 8, max: 10, text: "Good" },
    { min: 2, max: 7, text: "Poor" },
  ],
  items: [
    { id: "caseload", number: 1, title: "Caseload" },
    { id: "search", number: 2, title: "Search" },
  ],
});

export const anEntry = (rest = {}) => ({
  state: "open",
  reason: "",
  note: "",
  owner: null,
  due: null,
  text: "Decide.",
  textVersion: "aaaaaa",
  at: "2026-11-22T10:00:00Z",
  ...rest,
});

export const anAdoption = ({ version = "2026-11-22-aaaaaa", ...rest } = {}) => ({
  format: "mallisto-adoption",
  version: 3,
  id: "00000000-0000-0000-0000-000000000001",
  name: "Kuopio 2027",
  model: { id: "tykke", version, language: "fi" },
  created: "2026-11-20T10:00:00Z",
  changed: "2026-11-21T10:00:00Z",
  items: {},
  known: ["decide"],
  fit: "",
  costs: {},
  memo: {},
  evaluations: [],
  ...rest,
});
