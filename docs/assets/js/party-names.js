// Where the device keeps the reader's own municipality: its county and employment area beside a kind of body, such as
// "hyvinvointialue", and its name in a field that asks who prepares a matter.
import { kept } from "./kept-municipality.js";

const own = kept();
if (own?.language === document.documentElement.lang) {
  for (const place of document.querySelectorAll("[data-party]")) {
    const name = own[/** @type {HTMLElement} */ (place).dataset.party ?? ""];
    if (name) place.append(` (${name})`);
  }
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (
    document.querySelectorAll("input[data-own=municipality]")
  );
  for (const field of fields) field.defaultValue = own.municipality;
}
