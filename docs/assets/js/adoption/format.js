// Days as the page's language writes them.

/** @type {Record<number, Intl.DateTimeFormatOptions>} */
const SHAPES = { 4: { year: "numeric" }, 7: { year: "numeric", month: "numeric" }, 10: { dateStyle: "medium" } };

/**
 * Making a formatter takes longer than all its work.
 * @type {Map<string, Intl.DateTimeFormat>}
 */
const formatters = new Map();

/**
 * A day, or a month or year where no more is known.
 * @type {(day: string, locale: string) => string}
 */
export const date = (day, locale) => {
  const kind = `${locale} ${day.length}`;
  const formatter = formatters.get(kind) ?? new Intl.DateTimeFormat(locale, { ...SHAPES[day.length], timeZone: "UTC" });
  formatters.set(kind, formatter);
  return formatter.format(new Date(day));
};

/** Today where the visitor is, as a date is stored. */
export const today = () => {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
