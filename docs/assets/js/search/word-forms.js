// Words as people type them: in plain letters, and whether two of them may be forms of one word. Pure.

/**
 * A text in small letters without the marks on them.
 * @type {(text: string) => string}
 */
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

// Consonants that change inside a Finnish word, made alike: kunta, kunnassa; lähde, lähteen.
const GRADES = [
  ["kk", "k"],
  ["pp", "p"],
  ["tt", "t"],
  ["nk", "ng"],
  ["mp", "mm"],
  ["lt", "ll"],
  ["nt", "nn"],
  ["rt", "rr"],
  ["d", "t"],
  ["v", "p"],
];
/** @type {(word: string) => string} */
const level = (word) => GRADES.reduce((text, [hard, soft]) => text.replaceAll(hard, soft), fold(word));

const SHORT = 4;
const CASE = "a|n|t|s|ta|ja|en|ten|ssa|sta|lla|lle|na|ksi|kse|ne|sti|[aeiouy]n|h[aeiouy]n|seen|siin";
const OWNED = "(ni|si|nsa|me|ne|an|en)?(kin|kaan|ko)?";
const FINNISH = new RegExp(`^(i|j|e|ei|it|se|s|nen|ise|kse)?(${CASE})?${OWNED}$`);
const SWEDISH = /^(a|ar|at|as|te|er|or|en|n|et|t|na|arna|erna|orna|n?ing|n?ingen|n?ingar)?s?$/;
const ENGLISH = /^(s|es|ed|ing|er|e|y|ies)?$/;
/** @type {(rest: string) => boolean} */
const isEnding = (rest) => FINNISH.test(rest) || SWEDISH.test(rest) || ENGLISH.test(rest);

/**
 * Whether a typed word may be a form of a word. Lenient on endings, not on stems.
 * @type {(typed: string, word: string) => boolean}
 */
export const isForm = (typed, word) => {
  if (fold(typed) === fold(word)) return true;
  const [one, other] = [level(typed), level(word)];
  if (Math.min(one.length, other.length) < SHORT) return false;
  if (one === other) return true;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const least = Math.max(SHORT, Math.ceil(Math.min(one.length, other.length) * 0.6));
  return same >= least && isEnding(one.slice(same)) && isEnding(other.slice(same));
};

/**
 * Whether a typed compound ends in a word: lisärahoitusta in rahoitus.
 * @type {(typed: string, word: string) => boolean}
 */
export const hasHead = (typed, word) => {
  const [one, other] = [fold(typed), fold(word)];
  if (other.length <= SHORT) return false;
  for (let at = 3; at <= one.length - other.length + 2; at++)
    if (one[at] === other[0] && isForm(one.slice(at), other)) return true;
  return false;
};

/**
 * Whether a compound begins or ends with a word: eläkelaitos with eläke, kansaneläkelaitos not.
 * @type {(compound: string, word: string) => boolean}
 */
export const isPart = (compound, word) => {
  const [whole, typed] = [level(compound), level(word)];
  const stem = typed.slice(0, Math.max(SHORT, Math.floor(typed.length * 0.6)));
  const at = whole.lastIndexOf(stem);
  return at === 0 || (at > 2 && isForm(whole.slice(at), typed));
};

/**
 * The words of a text as typed.
 * @type {(text: string) => string[]}
 */
export const wordsOf = (text) => text.match(/[\p{L}\p{N}]+(?:[-:’'][\p{L}\p{N}]+)*/gu) || [];
