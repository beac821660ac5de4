// The search page of the copy that is opened from a folder. Such a page may load neither modules nor data, so this is
// a plain script, and the entries are another beside it. The site's own words are known by their stems: a word asked
// for stands for every stem it begins with.
(() => {
  const AT_ONCE = 10;
  const PARTS = 3;
  const LENGTH = 30;
  const SHORTEST = 3;
  const ENDING = 7;
  const SHARE = 0.5;
  const CLOSE = 2;
  const LONG = 8;
  const page = document.querySelector("search-page");
  const here = document.documentElement.lang;
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const folder = here === "fi" ? "" : `${here}/`;
  const { rows, ignored } = self.mallistoEntries;
  const idle = new Set(ignored.split(" "));
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const words = (text) => text.match(/[\p{L}\p{N}]+/gu) || [];
  const make = (name, settings = {}, ...inside) => {
    const element = Object.assign(document.createElement(name), settings);
    element.append(...inside);
    return element;
  };

  const FIELDS = { name: 2, stems: 1, forms: 0.5, remarks: 0.2, beside: 0.1 };
  const index = new self.MiniSearch({
    idField: "number",
    fields: Object.keys(FIELDS),
    storeFields: ["address", "of", "kind", "title", "text", "language", "weight"],
    processTerm: fold,
    tokenize: words,
    searchOptions: { boost: FIELDS, prefix: false, boostDocument: (_number, _term, { weight }) => weight },
  });
  index.addAll(rows.map((row, number) => ({ ...row, number })));
  const stems = new Set(
    rows.flatMap((row) => Object.keys(FIELDS).flatMap((field) => words(row[field] || "").map(fold))),
  );

  // The stems that a word may be a form of, the longest first.
  const stemsOf = (word) => {
    const shortest = Math.max(SHORTEST, Math.ceil(word.length * SHARE), word.length - ENDING);
    const found = [];
    for (let end = word.length; end >= Math.min(shortest, word.length); end--)
      if (stems.has(word.slice(0, end))) found.push(word.slice(0, end));
    return found;
  };

  // What is asked of the index for a word: its stems; else what it begins, is nearly, or ends in.
  const asked = (word) => {
    const known = stemsOf(word);
    if (known.length)
      return {
        queries: known.filter((stem) => stem.length >= known[0].length - CLOSE),
        prefix: known[0].length > SHORTEST,
      };
    if ([...stems].some((stem) => stem.startsWith(word))) return { queries: [word], prefix: true };
    for (let end = word.length; end > Math.max(SHORTEST, word.length - ENDING); end--) {
      const near = { queries: [word.slice(0, end)], fuzzy: end > LONG ? 2 : 1 };
      if (index.search(near).length) return near;
    }
    for (let start = 1; word.length - start > SHORTEST; start++) {
      const last = stemsOf(word.slice(start));
      if (last.length && last[0].length > SHORTEST) return { queries: [last[0]] };
    }
    return null;
  };

  // The pages that answer, each with its parts, the best first: those that have most of the words, and models before
  // roles and terms.
  const find = (query) => {
    const every = [...new Set(words(query).map(fold))];
    const told = every.filter((word) => !idle.has(word));
    const pages = new Map();
    (told.length ? told : every)
      .map(asked)
      .filter(Boolean)
      .forEach((question, number) => {
        for (const part of index.search({ combineWith: "OR", ...question })) {
          const found = pages.get(part.of) || pages.set(part.of, { parts: new Map(), best: [] }).get(part.of);
          const own =
            found.parts.get(part.address) ||
            found.parts.set(part.address, { ...part, score: 0, terms: [] }).get(part.address);
          own.score += part.score;
          own.terms.push(...part.terms);
          found.best[number] = Math.max(found.best[number] || 0, part.score);
        }
      });
    const all = [...pages.values()].map(({ parts, best }) => {
      const sorted = [...parts.values()].sort((a, b) => b.score - a.score);
      return {
        parts: sorted,
        score: best.reduce((sum, each) => sum + (each || 0), 0) * best.filter(Boolean).length,
        count: best.filter(Boolean).length,
        isModel: sorted[0].of.startsWith("mallit/"),
      };
    });
    const most = Math.max(0, ...all.map((each) => each.count));
    return all.filter((each) => each.count * 2 >= most).sort((a, b) => b.isModel - a.isModel || b.score - a.score);
  };

  // The words around the first one that was sought, that one marked.
  const passage = (text, terms) => {
    const all = text.split(/\s+/);
    const is = (word) => words(word).some((each) => terms.some((term) => fold(each).startsWith(term)));
    const from = Math.max(0, all.findIndex(is) - 5);
    const shown = all.slice(from, from + LENGTH);
    return [
      from ? "… " : "",
      ...shown.flatMap((word) => [is(word) ? make("mark", {}, word) : word, " "]),
      from + LENGTH < all.length ? "…" : "",
    ];
  };

  const link = ({ address, title, language }) =>
    make("a", { href: new URL(folder + address, root), lang: language }, title);
  const kind = (part, name = "span") =>
    make(
      name,
      { className: "hit__kind" },
      (page.getAttribute(`data-kind-${part.kind}`) || "") +
        (part.language === here ? "" : `, ${page.getAttribute(`data-language-${part.language}`)}`),
    );
  const shown = (part) => make("p", { lang: part.language }, ...passage(part.text, part.terms));
  // The first of an entry's rows is the entry's own.
  const entries = new Map(rows.toReversed().map((row) => [row.of, row]));

  const hit = ({ parts }) => {
    const entry = entries.get(parts[0].of);
    const lead = parts.find((part) => part.address === entry.address);
    const others = parts.filter((part) => part !== lead).slice(0, PARTS);
    return make(
      "li",
      { className: "hit" },
      kind(entry, "p"),
      make("h3", {}, link(entry)),
      lead || !others.length ? shown(lead || { ...entry, terms: [] }) : "",
      others.length
        ? make(
            "ul",
            { className: "hit__parts" },
            ...others.map((part) =>
              make(
                "li",
                {},
                link(part),
                " ",
                part.kind === entry.kind && part.language === here ? "" : kind(part),
                shown(part),
              ),
            ),
          )
        : "",
    );
  };

  const query = (new URLSearchParams(location.search).get("q") || "").trim();
  const more = page.querySelector(".search__more");
  const list = page.querySelector(".hits");
  page.querySelector(".search__form").elements.q.value = query;
  if (!query) return;
  const found = find(query);
  const show = (isAsked) => {
    const hits = found.slice(list.children.length, list.children.length + AT_ONCE).map(hit);
    list.append(...hits);
    more.hidden = list.children.length >= found.length;
    if (isAsked) hits[0].querySelector("a").focus();
  };
  more.addEventListener("click", () => show(true));
  show(false);
  page.querySelector(".search__all").hidden = true;
  page.querySelector(".search__found").hidden = !found.length;
  page.querySelector(".search__help").hidden = Boolean(found.length);
  const { none, countOne, countOther } = page.dataset;
  page.querySelector(".search__status").textContent = found.length
    ? `${found.length === 1 ? countOne : countOther.replace("{count}", found.length)}.`.replace("..", ".")
    : none;
})();
