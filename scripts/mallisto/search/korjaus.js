// What a word that is not one of the site's is taken for.
import { fold, SHORT } from "./osat.js";
import { words } from "./sanat.js";

const LONG = 8;
const HEAD = 5;

// The words a word may stand for, the likeliest first: one that differs by a letter, the head of a compound of two
// words of the site, one that differs by two; and, where nothing begins like it, a word it holds or one that begins
// nearly as it does.
export async function* instead(word, isBegun) {
  const near = async (most) => (await nearest(word, 1, most))[0];
  for (const find of [
    () => near(1),
    () => head(word),
    () => near(2),
    ...(isBegun ? [] : [() => within(word), () => beginning(word)]),
  ]) {
    const found = await find();
    if (found) yield found;
  }
}

// The least number of letters left out, put in, exchanged or swapped with the next; counted up to `most`.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

// The words of the site nearest to a word, nearest first: those with its first letter, or where there is none, all
// others.
export async function nearest(word, count = 3, allowed = 2) {
  const wanted = fold(word);
  const most = Math.min(allowed, wanted.length > LONG ? 2 : wanted.length >= SHORT ? 1 : 0);
  for (const start of [wanted[0], ""]) {
    const found = (await words(start))
      .map(([own, each]) => [distance(wanted, each, most), own])
      .filter(([far]) => far <= most);
    if (found.length)
      return found
        .sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))
        .slice(0, count)
        .map((each) => each[1]);
  }
  return [];
}

// The last part of a compound that the site does not have, where it has both parts.
async function head(word) {
  const wanted = fold(word);
  const known = new Map((await words()).map(([own, each]) => [each, own]));
  for (let at = SHORT - 1; at <= wanted.length - HEAD; at++)
    if (known.has(wanted.slice(at)) && known.has(wanted.slice(0, at))) return known.get(wanted.slice(at));
  return "";
}

// The longest beginning or end of a word that is a word of the site: a compound the site does not have leads to its
// parts.
async function within(word) {
  const wanted = fold(word);
  let best = "";
  for (const [own, each] of await words()) {
    if (each.length > SHORT && each.length > best.length && (wanted.endsWith(each) || wanted.startsWith(each)))
      best = own;
  }
  return best;
}

// The word of the site that begins nearly as a word does, for as long as possible: a misspelt form whose ending the
// site does not have.
async function beginning(word) {
  const wanted = fold(word);
  const list = (await words(wanted[0])).filter(([, each]) => each[0] === wanted[0]);
  for (let length = wanted.length - 1; length >= SHORT; length--) {
    const start = wanted.slice(0, length);
    const found = list.find(([, each]) =>
      [-1, 0, 1].some((more) => distance(start, each.slice(0, length + more), 1) < 2),
    );
    if (found) return found[0];
  }
  return "";
}
