import { type Stars, starValues } from './rating.ts';

/** How many people gave so many stars, from one to five. */
export type Histogram = Readonly<Record<Stars, number>>;

export const noRatings: Histogram = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };

/** Fewer could be recognised, and say little. */
export const fewestShown = 5;

/** A rating as everyone may see it. */
export interface ShownRating {
  /** With one decimal. */
  readonly average: number;
  readonly count: number;
}

export const countOf = (histogram: Histogram): number =>
  starValues.reduce((sum, stars) => sum + histogram[stars], 0);

export const addUp = (some: readonly Histogram[]): Histogram =>
  some.reduce(
    (sum, one) => ({
      1: sum[1] + one[1],
      2: sum[2] + one[2],
      3: sum[3] + one[3],
      4: sum[4] + one[4],
      5: sum[5] + one[5],
    }),
    noRatings,
  );

export const isSameHistogram = (a: Histogram, b: Histogram): boolean =>
  starValues.every((stars) => a[stars] === b[stars]);

/** Undefined for fewer than five ratings. */
export function shownRating(histogram: Histogram): ShownRating | undefined {
  const count = countOf(histogram);
  if (count < fewestShown) return undefined;
  const sum = starValues.reduce<number>((all, stars) => all + stars * histogram[stars], 0);
  return { average: Math.round((sum / count) * 10) / 10, count };
}

/**
 * The same in steps, for the search: its shards are rewritten when a step is passed and not at each rating. Exact below
 * twenty, then 20, 25, 30 … 100, 150 … 1,000, 1,500 …
 */
export function coarseRating(histogram: Histogram): ShownRating | undefined {
  const shown = shownRating(histogram);
  if (!shown || shown.count < 20) return shown;
  const step = 10 ** Math.floor(Math.log10(shown.count)) / 2;
  return { ...shown, count: Math.floor(shown.count / step) * step };
}
