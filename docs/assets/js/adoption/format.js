// Days as the page's language writes them.

const SHAPES = { 4: { year: "numeric" }, 7: { year: "numeric", month: "numeric" }, 10: { dateStyle: "medium" } };

/** Making a formatter takes longer than all its work. */
const formatters = new Map();

/** A day, or a month or year where no more is known. */
export const date = (day, locale) => {
  const kind = `${locale} ${day.length}`;
  if (!formatters.has(kind))
    formatters.set(kind, new Intl.DateTimeFormat(locale, { ...SHAPES[day.length], timeZone: "UTC" }));
  return formatters.get(kind).format(new Date(day));
};

/** Today where the visitor is, as a date is stored. */
export const today = () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
