import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenGroups, leastGroup } from './hide-small.ts';

const hidden = (sizes: Record<string, number>) =>
  [...hiddenGroups(new Map(Object.entries(sizes)))].toSorted();

describe('P3: small groups', () => {
  it('are hidden, with the next larger one, so that nobody finds them by taking the others from the sum', () => {
    expect(hidden({ a: 4, b: 9, c: 30 })).toEqual(['a', 'b']);
    expect(hidden({ a: 2, b: 2, c: 9, d: 30 })).toEqual(['a', 'b', 'c']);
    expect(hidden({ a: 3, b: 4, c: 9 })).toEqual(['a', 'b']);
    expect(hidden({ a: 5, b: 0, c: 9 })).toEqual([]);
    expect(hidden({ a: 3 })).toEqual(['a']);
  });

  it('never stand alone: what is hidden together is at least five, or everybody', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), (sizes) => {
        const groups = new Map(sizes.map((size, n) => [String(n), size]));
        const names = hiddenGroups(groups);
        const shown = [...groups].filter(([name]) => !names.has(name));
        expect(shown.every(([, size]) => size === 0 || size >= leastGroup)).toBe(true);
        if (names.size === 0) return;
        const together = [...names].reduce((sum, name) => sum + (groups.get(name) ?? 0), 0);
        const everybody = shown.every(([, size]) => size === 0);
        expect(everybody || (names.size > 1 && together >= leastGroup)).toBe(true);
      }),
      { seed: 20_26 },
    );
  });
});
