// Two people's changes to one text in one: what only one of them changed is taken, and where both changed the same the
// two are told.
import { diff3Merge } from "../../lib/node-diff3/diff3.js";

/**
 * The text with both changes; `theirs` are the lines of the others where mine stands instead of them.
 * @type {(mine: string, base: string, theirs: string) => { text: string, theirs: string[] }}
 */
export const mergeTexts = (mine, base, theirs) => {
  /** @type {string[]} */
  const overruled = [];
  const lines = diff3Merge(mine.split("\n"), base.split("\n"), theirs.split("\n"), {
    excludeFalseConflicts: true,
  }).flatMap((part) => part.ok ?? decided(part.conflict, overruled));
  return { text: lines.join("\n"), theirs: overruled.map((line) => line.trim()).filter(Boolean) };
};

/**
 * Neighbouring lines are one conflict: line by line most are none.
 * @type {(conflict: any, overruled: string[]) => string[]}
 */
const decided = ({ a: mine, o: base, b: theirs }, overruled) => {
  if (mine.length !== base.length || theirs.length !== base.length) {
    overruled.push(...theirs);
    return mine;
  }
  return mine.map((/** @type {string} */ line, /** @type {number} */ place) => {
    if (line === base[place]) return theirs[place];
    if (theirs[place] !== base[place] && theirs[place] !== line) overruled.push(theirs[place]);
    return line;
  });
};
