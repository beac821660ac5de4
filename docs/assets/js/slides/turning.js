// What turns a slide, by how far: keys, a tap, a swipe. `-Infinity` and `Infinity` are the first and the last slide.

/** @type {Record<string, number>} */
const STEPS = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  Enter: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Home: -Infinity,
  End: Infinity,
};
/** Keys that do nothing else on a page. */
const FREE = ["ArrowRight", "ArrowLeft"];
/** Shorter ways of a finger are taps. */
const LEAST = 40;

/**
 * Of a key; the free ones turn slides on the whole page, others only where the show is what one works on: `isOwn`.
 * @type {(event: { key: string, shiftKey?: boolean, altKey?: boolean, ctrlKey?: boolean, metaKey?: boolean },
 *   isOwn: boolean) => number}
 */
export const stepOfKey = ({ key, shiftKey, altKey, ctrlKey, metaKey }, isOwn) => {
  if (altKey || ctrlKey || metaKey || !(isOwn || FREE.includes(key))) return 0;
  if (key === " ") return shiftKey ? -1 : 1;
  return shiftKey ? 0 : (STEPS[key] ?? 0);
};

/**
 * Of a tap: back on the left third of the screen, else on.
 * @type {(x: number, width: number) => number}
 */
export const stepOfTap = (x, width) => (x < width / 3 ? -1 : 1);

/**
 * Of the way of a finger: to the left is on; nothing where it went up or down, or hardly moved.
 * @type {(right: number, down: number) => number}
 */
export const stepOfSwipe = (right, down) =>
  Math.abs(right) < LEAST || Math.abs(right) < 2 * Math.abs(down) ? 0 : -Math.sign(right);
