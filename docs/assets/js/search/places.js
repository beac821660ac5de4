// Municipalities, former ones and counties in a query, in whatever case. Pure.

import { fold } from "./word-forms.js";

const LONGEST = 4;

/** Whether what follows a stem is the ending of a case; the illative repeats the stem's last vowel. */
const isCaseEnding = (rest, stem, endings) =>
  endings.some((ending) => ending.replace("V", stem.at(-1)) === rest) || (rest.endsWith("kin") && rest.length < 7);

/** The code of the area that words stand for, or nothing. */
const codeOf = (text, { stems, endings }) => {
  const word = fold(text).replace(/[’']s$/, "");
  if (stems[word]) return stems[word];
  for (let at = word.length - 1; at > 2; at--) {
    const stem = word.slice(0, at);
    if (stems[stem] && isCaseEnding(word.slice(at), stem, endings)) return stems[stem];
  }
  return undefined;
};

/** What is known of an area: its name, its county and employment area of today, and what it has become part of. */
const described = (code, { areas, counties, employment }) => {
  if (code.startsWith("c")) {
    const county = code.slice(1);
    return { name: counties[county], county, countyName: counties[county], isCounty: true };
  }
  const [name, , , merged, since] = areas[code];
  const [now, county, area] = areas[merged || code];
  return {
    name,
    county,
    countyName: counties[county],
    employment: employment[area] || "",
    ...(merged ? { now, since } : {}),
  };
};

/**
 * The first area that a query names: where its words stand, and what is known of it. A name that is a word too counts
 * where it has a capital letter or stands alone.
 */
export const placeIn = (words, places) => {
  const common = new Set(places.words);
  for (let length = Math.min(LONGEST, words.length); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const text = words.slice(at, at + length).join(" ");
      const code = codeOf(text, places);
      if (!code) continue;
      const isWord = length === 1 && [...common].some((word) => fold(text).startsWith(word.slice(0, -1)));
      if (isWord && words.length > 1 && !(at > 0 && /^\p{Lu}/u.test(text))) continue;
      return { at, length, typed: text, ...described(code, places) };
    }
  return undefined;
};
