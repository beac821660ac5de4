// Sums of estimates. A figure is a range; what comes of ranges is a range, rounded outwards so that it never promises
// more than its parts.

const DIGITS = 2;

/**
 * What somebody wrote into a field, with the spaces and commas of three languages: "45 000", "1 080,50", "1,080.50",
 * "4–5". Nothing where it is no figure.
 * @type {(written: string) => FigureRange | null}
 */
export const range = (written) => {
  const parts = written
    .trim()
    .split(/\s*(?:–|—|-|\.\.\.|…)\s*/)
    .map(plain);
  const [low, high = low] = parts;
  return written.trim() && parts.length < 3 && parts.every(Number.isFinite) && low <= high ? { low, high } : null;
};

/** @type {(text: string) => number} */
const plain = (text) => {
  const digits = text
    .replace(/[\s\u00a0\u202f']|€|euroa?|euros?/gi, "")
    .replace(/,(?=\d{3}(\D|$))|\.(?=\d{3}(\D|$))/g, "")
    .replace(",", ".");
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : NaN;
};

/** @type {Combine} */
export const times = (one, other) => one && other && { low: one.low * other.low, high: one.high * other.high };
/** @type {Combine} */
export const plus = (one, other) => one && other && { low: one.low + other.low, high: one.high + other.high };
/** @type {Combine} */
export const over = (one, other) =>
  one && other && other.low > 0 ? { low: one.low / other.high, high: one.high / other.low } : null;

/**
 * Two significant figures: a range outwards, a single figure to the nearest.
 * @type {(range: FigureRange) => FigureRange}
 */
export const rounded = ({ low, high }) =>
  low === high
    ? { low: near(low, Math.round), high: near(high, Math.round) }
    : { low: near(low, Math.floor), high: near(high, Math.ceil) };

/** @type {(value: number, towards: (value: number) => number) => number} */
const near = (value, towards) => {
  if (value === 0) return 0;
  const scale = 10 ** (Math.floor(Math.log10(value) + 1e-9) - DIGITS + 1);
  return Number((towards(Number((value / scale).toFixed(6))) * scale).toPrecision(12));
};

/** @type {(figures: Figures) => Record<string, FigureRange | null>} */
export const sums = ({ clients, unit, staff, salary, other }) => {
  const byStaff = times(staff, salary);
  const total = plus(byStaff, other);
  return { by_client: times(clients, unit), by_staff: byStaff, total, per_client: over(total, clients) };
};
