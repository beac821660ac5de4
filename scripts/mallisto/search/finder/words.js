// Words as the index has them: in plain letters, and without what may be an ending.

export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

// The same of a word of a text; texts say the same words again and again.
const folded = new Map();
export function foldWord(word) {
  if (!folded.has(word)) folded.set(word, fold(word));
  return folded.get(word);
}

export const tokens = (text) => text.match(/[\p{L}\p{N}]+(?:[-:’'][\p{L}\p{N}]+)*/gu) || [];

// What may stand in the index for a typed word: itself, what is left of it as of every Finnish form, and its stems.
export const keysOf = (typed, { cut, stems }) => {
  const word = fold(typed);
  const left = word.match(cut)?.[1] ?? word;
  return [...new Set([word, left, ...stems.map((stem) => fold(stem(typed.toLowerCase())))])];
};

// The least number of letters left out, put in, exchanged or swapped with the next; counted up to `most`.
export function distance(one, other, most) {
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
