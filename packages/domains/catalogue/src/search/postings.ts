/**
 * Which courses have a stem, and how much it weighs there. A course is a number here; both lie in one small integer, so
 * that a list of twenty thousand courses takes 160 KB.
 */
export interface Postings {
  add(stem: string, course: number, weight: number): void;
  /** How many courses have the stem, also those that have left since. */
  count(stem: string): number;
  has(stem: string): boolean;
  each(stem: string, visit: (course: number, weight: number) => void): void;
}

const weightBits = 10;
const mostWeight = 2 ** weightBits - 1;
/** Weights go from 0 to about 25. */
const steps = 40;

/** So many courses can be numbered. */
export const mostNumbered = 2 ** (31 - weightBits) - 1;

export function createPostings(): Postings {
  const lists = new Map<string, number[]>();
  return {
    add: (stem, course, weight) => {
      const packed = (course << weightBits) | Math.min(mostWeight, Math.max(1, Math.round(weight * steps)));
      const list = lists.get(stem);
      if (list) list.push(packed);
      else lists.set(stem, [packed]);
    },
    count: (stem) => lists.get(stem)?.length ?? 0,
    has: (stem) => lists.has(stem),
    each: (stem, visit) => {
      for (const packed of lists.get(stem) ?? []) visit(packed >>> weightBits, (packed & mostWeight) / steps);
    },
  };
}
