// Editions such as `2026-11-20-3f2a9c`, which papers, memos and adoptions name in an address, and the entries of a
// model's page of changes that are newer than one.

const EDITION = /^(\d{4}(?:-\d\d){0,2})-[0-9a-f]{6}$/;

/** The edition that an address names, with its day; empty where it names none. */
export const asked = (search) => {
  const version = new URLSearchParams(search).get("versio") ?? "";
  const day = EDITION.exec(version)?.[1] ?? "";
  return day ? { version, day } : { version: "", day: "" };
};

/**
 * The changes from the newest to the one that replaced an edition, and what was noted on the days of these; none where
 * no change replaced it.
 */
const replaced = (revisions, version) => {
  const last = revisions.findLastIndex((each) => each.dataset.replaced === version);
  const day = revisions[last]?.dataset.day;
  return revisions.filter((each, at) => at <= last || (!each.dataset.replaced && each.dataset.day >= day));
};

/**
 * What came after an edition, the newest first, and how that is known: it is the `latest`, its place was `found`,
 * it was placed by its day (`byDay`), or nothing newer was noted (`none`).
 */
export const after = (revisions, { version, day }, latest) => {
  if (version === latest) return { kind: "latest", newer: [] };
  const found = replaced(revisions, version);
  const newer = found.length ? found : revisions.filter((each) => each.dataset.day >= day);
  return { kind: found.length ? "found" : newer.length ? "byDay" : "none", newer };
};
