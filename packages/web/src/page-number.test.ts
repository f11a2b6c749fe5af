import { InvalidInput } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { pageNumber } from './page-number.ts';

describe('the place in a list that is counted', () => {
  it('is a number from 1, or the first page where none is given', () => {
    expect(pageNumber('1', 9)).toBe(1);
    expect(pageNumber('9', 9)).toBe(9);
    expect(pageNumber(undefined, 9)).toBeUndefined();
    expect(pageNumber(null, 9)).toBeUndefined();
  });

  it.each(['', '0', '-1', '01', '1.5', '1e3', ' 1', 'x', '10', '9'.repeat(30), '٣'])('is not %j', (given) =>
    expect(() => pageNumber(given, 9)).toThrow(InvalidInput),
  );
});
