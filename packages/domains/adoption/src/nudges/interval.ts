/** How many of how many. */
export interface Proportion {
  readonly count: number;
  readonly of: number;
}

export interface Difference {
  /** Of the first above the second, from -1 to 1. */
  readonly estimate: number;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % of the normal distribution. */
const z = 1.959964;

/** Score interval of one proportion (Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212), without continuity correction. `of` is at least 1. */
export function wilson({ count, of }: Proportion): { readonly low: number; readonly high: number } {
  const centre = 2 * count + z * z;
  const spread = z * Math.sqrt(z * z + 4 * count * (1 - count / of));
  const scale = 2 * (of + z * z);
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/**
 * Difference of two independent proportions with its 95 % interval (Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10: hybrid score).
 * It holds for small groups and for proportions near 0 and 1, where the usual formula does not.
 */
export function differenceOf(first: Proportion, second: Proportion): Difference {
  const [p1, p2] = [first.count / first.of, second.count / second.of];
  const [one, two] = [wilson(first), wilson(second)];
  const estimate = p1 - p2;
  return {
    estimate,
    low: estimate - Math.hypot(p1 - one.low, two.high - p2),
    high: estimate + Math.hypot(one.high - p1, p2 - two.low),
  };
}
