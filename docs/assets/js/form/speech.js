// What Sveltia CMS says in the language of the page, with our words where its own are missing or are words of
// programmers.

const PREFERENCES = "sveltia-cms.prefs";

/**
 * Must be done before the script of Sveltia CMS is loaded, which reads the language once. `words` are by their names
 * with dots.
 */
export const speak = async (language, words) => {
  const kept = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  localStorage.setItem(PREFERENCES, JSON.stringify({ ...kept, locale: language }));
  const { default: said } = await import(`../../lib/@sveltia/cms/locales/${language}.js`);
  for (const [name, text] of Object.entries(words)) put(said, name.split("."), text);
};

/**
 * @param {any} said
 * @param {string[]} path
 * @param {string} text
 */
const put = (said, [step, ...rest], text) => {
  if (!rest.length) {
    said[step] = text;
    return;
  }
  said[step] ??= {};
  put(said[step], rest, text);
};
