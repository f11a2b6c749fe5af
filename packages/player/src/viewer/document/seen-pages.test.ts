import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesNeeded, readPages, writePages } from './seen-pages.ts';

describe('seen pages', () => {
  it('come back as they were kept', () => {
    expect(writePages(new Set([8, 1, 2, 3, 5]))).toBe('1-3,5,8');
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 })), (pages) => {
        expect(readPages(writePages(new Set(pages)), 300)).toEqual(new Set(pages));
      }),
    );
  });

  it.each(['', 'x', '0', '-3', '9', '3-', '1-2-3', '7-5'])(
    'are not found in %j of a document of 8',
    (text) => {
      expect(readPages(text, 8).size).toBe(0);
    },
  );

  it('end with the document, whatever was kept', () => {
    expect(readPages('2-999999', 4)).toEqual(new Set([2, 3, 4]));
  });

  it.each([
    [10, 0.9, 9],
    [11, 0.9, 10],
    [1, 0.9, 1],
    [3, 0, 1],
    [20, 1, 20],
    [7, 0.5, 4],
  ])('of %i pages, %d asks for %i', (count, share, needed) => {
    expect(pagesNeeded(count, share)).toBe(needed);
  });
});
