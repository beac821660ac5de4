// What the page says of a search besides its hits: what it understood, where a place belongs, what was not found.

import { make } from "../dom.js";
import { fill } from "../fill.js";

const link = (href, words) => make("a", { href }, words);
const quoted = (words) => words.map((each) => `”${each}”`).join(", ");

/** What a chip says. */
const chipName = ({ label, isExcluded }, words) => (isExcluded ? fill(words.excluded, { name: label }) : label);

/** The chips of what was understood, each of which takes it off. */
export const chipList = ({ chips, place }, words, takeOff) => {
  const of = (id, label) =>
    make(
      "li",
      {},
      make(
        "button",
        {
          type: "button",
          className: "chip",
          ariaLabel: fill(words.chipOff, { name: label }),
          onclick: () => takeOff(id),
        },
        label,
        make("span", { ariaHidden: "true" }, " ×"),
      ),
    );
  const made = [
    ...chips.map(({ id, label, isExcluded }) => of(id, chipName({ label, isExcluded }, words))),
    ...(place ? [of(`alue.${place.county}`, place.countyName)] : []),
  ];
  return made.length
    ? [
        make("span", { id: "ymmarsin" }, words.understood),
        make("ul", { className: "chips", ariaLabel: words.understood }, ...made),
      ]
    : [];
};

/** Where a municipality belongs today. */
export const placeNote = ({ place }, words) => {
  if (!place || place.isCounty) return [];
  const { name, now, since, countyName, employment } = place;
  const merged = now ? `${fill(words.placeMerged, { place: name, now, since })} ` : "";
  const key = employment ? words.placeOf : words.placeCounty;
  return [make("p", {}, merged + fill(key, { place: now || name, county: countyName, employment }))];
};

/** The way to what is told of a municipality itself. */
export const placeLink = ({ place }, words, linkTo) => {
  if (!place || place.isCounty) return [];
  const name = place.now || place.name;
  const address = linkTo(`${words.ownMunicipality}?${new URLSearchParams({ kunta: name })}`);
  return [link(address, fill(words.placeOwn, { place: name }))];
};

/** What is said first where no model answers. */
export const answerNote = ({ state, understood }, words, linkTo) => {
  const label = understood.chips.map((chip) => chipName(chip, words)).join(", ");
  const said = {
    near: words.unsure,
    nothing: words.nothing,
    explained: words.explained,
    elsewhere: fill(words.placeNone, { county: understood.place?.countyName || "" }),
    unmatched: fill(words.unmatched, { label: label || understood.place?.countyName || "" }),
  }[state];
  const ways = state === "elsewhere" ? [" ", link(linkTo(words.groups), words.facets)] : [];
  return said ? [make("p", { className: "search__answer" }, said, ...ways)] : [];
};

/** The words the site does not have, what may have been meant, and the concepts that everyday words lead to. */
export const wordNotes = ({ unknown, suggestions, concepts }, words, query) => {
  const missing = unknown.filter((word) => !suggestions.some(([typed]) => typed === word));
  return [
    ...(missing.length
      ? [make("p", {}, fill(missing.length === 1 ? words.unknownOne : words.unknownOther, { words: quoted(missing) }))]
      : []),
    ...suggestions.map(([typed, other]) =>
      make(
        "p",
        { className: "search__nearest" },
        fill(words.unknownOne, { words: quoted([typed]) }),
        ` ${words.meant} `,
        link(`?${new URLSearchParams({ q: query.replace(typed, other) })}`, other),
        "?",
      ),
    ),
    ...concepts.map(({ typed, name }) => make("p", {}, fill(words.concept, { word: typed, term: name }))),
  ];
};
