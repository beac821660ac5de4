// The page's words: gaps filled, counts in their form, days as the page's language writes them.
export const fill = (words, gaps) => words.replace(/\{(\w+)\}/g, (_, name) => gaps[name]);

// Making a formatter takes longer than all its work.
const formatters = new Map();

export const date = (day, locale) => {
  if (!formatters.has(locale)) formatters.set(locale, new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }));
  return formatters.get(locale).format(new Date(`${day}T00:00:00Z`));
};

// Today where the visitor is, as a date is stored.
export const today = () => {
  const now = new Date(), two = number => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
