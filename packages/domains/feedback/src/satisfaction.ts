import { type ElementCode, elementCodes, type Grade, type Rule } from './rule.ts';

/** What has been counted of a survey: how many answered, and how often each element got 1, 2, 3 and 4. */
export interface Counts {
  readonly answers: number;
  readonly scores: Readonly<Record<ElementCode, readonly [number, number, number, number]>>;
}

/**
 * Counts of a survey at two moments, at least ten answers apart. While it runs, `shown` is what anybody sees of it: whoever looks before and
 * after somebody answers sees the same, and between any two states that are ever shown, the final one too, lie ten answers or more.
 */
export interface Standings {
  readonly shown?: Counts;
  /** Shown once ten more have answered. */
  readonly next?: Counts;
}

export interface Satisfaction {
  readonly answers: number;
  /** 25.00 to 100.00 in hundredths. */
  readonly ikm: number;
  readonly grade: Grade;
  /** Mean of each element (NRR), 1.00 to 4.00 in hundredths. */
  readonly means: Readonly<Record<ElementCode, number>>;
}

/**
 * Index of a survey, undefined before the first answer. PermenPANRB 14/2017: IKM = Σ(NRR × 1/9) × 25. Every element has as many
 * answers as there are, so that is 25 × the sum of all scores ÷ (9 × answers), rounded once, half up; the grade is that of the
 * rounded value.
 */
export function satisfactionOf(rule: Rule, counts: Counts): Satisfaction | undefined {
  const { answers } = counts;
  if (answers === 0) return undefined;
  const sums = elementCodes.map((code) => [code, sumOf(counts.scores[code])] as const);
  const total = sums.reduce((sum, [, one]) => sum + one, 0);
  const ikm = roundHalfUp(2500 * total, elementCodes.length * answers);
  const means = Object.fromEntries(sums.map(([code, sum]) => [code, roundHalfUp(100 * sum, answers)]));
  return { answers, ikm, grade: gradeOf(rule, ikm), means: means as Record<ElementCode, number> };
}

/** Total over every value: the last band takes what no other has. `ikm` in hundredths. */
export const gradeOf = ({ bands }: Rule, ikm: number): Grade =>
  bands.find(({ from }) => ikm >= from)?.grade ?? 'D';

const sumOf = (scores: readonly number[]): number =>
  scores.reduce((sum, count, index) => sum + count * (index + 1), 0);

/** In whole numbers, so that 76.605 is no 76.60 by chance. */
const roundHalfUp = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor));

export const noCounts: Counts = {
  answers: 0,
  scores: Object.fromEntries(elementCodes.map((code) => [code, [0, 0, 0, 0]])) as unknown as Counts['scores'],
};

/** Sums of several parts of one survey. */
export function addCounts(one: Counts, other: Counts): Counts {
  const scores = elementCodes.map((code) => [
    code,
    one.scores[code].map((count, index) => count + (other.scores[code][index] ?? 0)),
  ]);
  return {
    answers: one.answers + other.answers,
    scores: Object.fromEntries(scores) as unknown as Counts['scores'],
  };
}

/**
 * How many should answer, of so many who were served: the table of Krejcie and Morgan by its formula, 95 % confidence, 5 %
 * margin. Practice and not law, so it is shown as a wish.
 */
export function sampleSize(served: number): number {
  const chiSquare = 3.841;
  const spread = 0.25;
  const margin = 0.05 ** 2;
  return Math.round((chiSquare * served * spread) / (margin * (served - 1) + chiSquare * spread));
}
