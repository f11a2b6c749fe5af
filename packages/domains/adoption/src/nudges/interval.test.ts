import { describe, expect, it } from 'vitest';
import { differenceOf, wilson } from './interval.ts';

/** Newcombe 1998, part two, table II: examples with the interval of method 10, to four decimals. */
const published = [
  { of: [56, 70, 48, 80], estimate: 0.2, low: 0.0524, high: 0.3339 },
  { of: [9, 10, 3, 10], estimate: 0.6, low: 0.1705, high: 0.809 },
  { of: [10, 10, 0, 20], estimate: 1, low: 0.6791, high: 1 },
  { of: [0, 10, 0, 20], estimate: 0, low: -0.1611, high: 0.2775 },
] as const;

describe('the difference of two proportions', () => {
  it.each(published)('is the published one for $of', ({ of: [a, m, b, n], estimate, low, high }) => {
    const found = differenceOf({ count: a, of: m }, { count: b, of: n });
    expect(found.estimate).toBeCloseTo(estimate, 10);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  it('turns its sign with its groups', () => {
    const [one, two] = [
      { count: 31, of: 40 },
      { count: 12, of: 90 },
    ];
    const [there, back] = [differenceOf(one, two), differenceOf(two, one)];
    expect(back.estimate).toBeCloseTo(-there.estimate, 12);
    expect(back.low).toBeCloseTo(-there.high, 12);
  });

  it('has bounds of one proportion between 0 and 1 (Newcombe 1998, part one: 81 of 263)', () => {
    const { low, high } = wilson({ count: 81, of: 263 });
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
    expect(wilson({ count: 0, of: 20 }).low).toBe(0);
    expect(wilson({ count: 20, of: 20 }).high).toBe(1);
  });
});
