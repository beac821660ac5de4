// Beside a kind of body, such as "hyvinvointialue", the one of the reader's own municipality, where the device keeps
// it.
import { kept } from "./kept-municipality.js";

const own = kept();
if (own?.language === document.documentElement.lang)
  for (const place of document.querySelectorAll("[data-party]")) {
    const name = own[/** @type {HTMLElement} */ (place).dataset.party ?? ""];
    if (name) place.append(` (${name})`);
  }
