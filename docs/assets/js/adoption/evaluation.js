// Evaluations by a model's quality criteria as values: scored, summed, compared. One a day; nothing here touches the
// page or the storage.
import { fill } from "../fill.js";

/** How many criteria are named as the weakest. */
const WEAKEST = 3;

/** @type {(adoption: Adoption) => Evaluation[]} */
export const newestFirst = ({ evaluations }) => [...evaluations].sort((one, other) => (one.date < other.date ? 1 : -1));

/** @type {(adoption: Adoption) => Evaluation | undefined} */
export const latest = (adoption) => newestFirst(adoption)[0];

/**
 * The evaluation of a day; one without points where there is none.
 * @type {(adoption: Adoption, date: string) => Evaluation}
 */
export const evaluationOf = ({ evaluations }, date) =>
  evaluations.find((each) => each.date === date) ?? { date, scores: {} };

/**
 * The adoption with another evaluation on its day; one without points is none.
 * @type {(adoption: Adoption, evaluation: Evaluation) => Adoption}
 */
export const putEvaluation = (adoption, evaluation) => ({
  ...adoption,
  evaluations: [
    ...adoption.evaluations.filter((each) => each.date !== evaluation.date),
    ...(Object.keys(evaluation.scores).length ? [evaluation] : []),
  ],
  changed: new Date().toISOString(),
});

/**
 * The adoption with the points of a criterion on a day; null takes them away.
 * @type {(adoption: Adoption, date: string, id: string, points: number | null) => Adoption}
 */
export const scored = (adoption, date, id, points) => {
  const { [id]: _, ...others } = evaluationOf(adoption, date).scores;
  return putEvaluation(adoption, { date, scores: points === null ? others : { ...others, [id]: points } });
};

/** @type {(evaluation: Evaluation, criteria: Criteria) => Criterion[]} */
const scoredItems = ({ scores }, { items }) => items.filter(({ id }) => Object.hasOwn(scores, id));

/**
 * The sum of the criteria that the model has today. It has a meaning only when all of them have points.
 * @type {(evaluation: Evaluation, criteria: Criteria) =>
 *   { sum: number, most: number, scored: number, of: number, meaning: string }}
 */
export const total = (evaluation, criteria) => {
  const found = scoredItems(evaluation, criteria);
  const of = criteria.items.length;
  const sum = found.reduce((all, { id }) => all + evaluation.scores[id], 0);
  const band = criteria.bands.find(({ min, max }) => min <= sum && sum <= max);
  return {
    sum,
    most: of * criteria.max,
    scored: found.length,
    of,
    meaning: found.length === of ? (band?.text ?? "") : "",
  };
};

/**
 * The criteria with the fewest points, three at most, in the order of the criteria where they are equal; none with the
 * highest points.
 * @type {(evaluation: Evaluation, criteria: Criteria) => Criterion[]}
 */
export const weakest = (evaluation, criteria) =>
  scoredItems(evaluation, criteria)
    .filter(({ id }) => evaluation.scores[id] < criteria.max)
    .sort((one, other) => evaluation.scores[one.id] - evaluation.scores[other.id])
    .slice(0, WEAKEST);

/** @type {(evaluation: Evaluation, criteria: Criteria, labels: Record<string, string>) => string} */
export const totalWords = (evaluation, criteria, labels) => {
  const found = total(evaluation, criteria);
  if (found.scored < found.of) return fill(labels.totalPart, found);
  return fill(found.meaning ? labels.totalMeans : labels.total, found);
};

/** @type {(evaluation: Evaluation, criteria: Criteria, labels: Record<string, string>) => string} */
export const weakestWords = (evaluation, criteria, labels) => {
  const names = weakest(evaluation, criteria).map(({ id, title }) => `${title} (${evaluation.scores[id]})`);
  return names.length ? fill(labels.weakest, { names: names.join(", ") }) : "";
};
