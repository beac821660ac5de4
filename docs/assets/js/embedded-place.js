// What stands at a place, in a frame on somebody else's page: from which model it is, of which day, and the way to the
// page itself, which opens in the whole window. Everything stands in the page already, so nothing is asked for.
import { make } from "./dom.js";

/** The place is shown in `main`; `href` is its page. Where it has moved, the page of its present address is shown. */
export const show = (main, template, href, moved) => {
  const { code, heading, within, title, date, language } = template.dataset;
  if (code && !location.pathname.split("/").includes(code)) return location.replace(moved(code));
  const kicker = make("p", { className: "kicker", textContent: [heading, within].filter(Boolean).join(" · ") });
  const name = make("h1", {}, make("a", { href, textContent: title }));
  const more = make("p", { className: "more", textContent: ["Mallisto.", date].filter(Boolean).join(" ") });
  main.replaceChildren(kicker, name, template.content.cloneNode(true), more);
  main.lang = language;
  for (const link of document.querySelectorAll("a")) link.target = "_top";
};
