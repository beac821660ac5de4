// A short address leads on in the language that it names (#sv), else in the reader's, else in the page's own. What a paper
// says of its edition (`?versio=`) goes along.
const links = new Map([...document.querySelectorAll("main a")].map((link) => [link.hreflang, link.href]));
const wanted = [
  location.hash.slice(1),
  ...navigator.languages.map((each) => each.split("-")[0]),
  document.documentElement.lang,
];

const way = new URL(links.get(wanted.find((each) => links.has(each))));

way.search ||= location.search;
location.replace(way);
