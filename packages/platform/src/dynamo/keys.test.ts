import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeKey, keyPrefix, parseKey } from './keys.ts';

describe('composed keys', () => {
  it('join parts by # and are taken apart again', () => {
    expect(composeKey('LEARNER', '42')).toBe('LEARNER#42');
    expect(parseKey('LEARNER#42')).toEqual(['LEARNER', '42']);
  });

  it('escape what would split or unescape a part', () => {
    expect(composeKey('a#b', '100%', '%23')).toBe('a%23b#100%25#%2523');
  });

  it('give back any parts, and never the same key for different ones', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('#', '%', '2', '3', '5', 'a', 'é') }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(parts, (all) => {
        expect(parseKey(composeKey(...all))).toEqual(all);
      }),
    );
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(composeKey(...one) === composeKey(...other)).toBe(
          JSON.stringify(one) === JSON.stringify(other),
        );
      }),
    );
  });

  it('have prefixes that end with a whole part', () => {
    expect(composeKey('LEARNER', '10', 'x').startsWith(keyPrefix('LEARNER', '1'))).toBe(false);
    expect(composeKey('LEARNER', '1', 'x').startsWith(keyPrefix('LEARNER', '1'))).toBe(true);
  });
});
