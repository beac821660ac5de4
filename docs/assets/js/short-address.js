// A short address leads on in the language that it names (#sv), else in the reader's, else in the page's own. What a
// paper says of its edition (`?versio=`) goes along. In a frame on another site (`?upotus`) what stands at the place
// is shown.
import { show } from "./embedded-place.js";

const main = document.querySelector("main");
const links = new Map([...main.querySelectorAll("a")].map((link) => [link.hreflang, link.href]));
const wanted = [
  location.hash.slice(1),
  ...navigator.languages.map((each) => each.split("-")[0]),
  document.documentElement.lang,
];
const language = wanted.find((each) => links.has(each));
const way = new URL(links.get(language));
const content = document.querySelector(`template.place-content[data-language="${language}"]`);

if (content && new URLSearchParams(location.search).has("upotus"))
  show(main, content, way.href, (code) => new URL(`../${code}/${location.search}${location.hash}`, location.href));
else {
  way.search ||= location.search;
  location.replace(way);
}
