import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary, slipsBetween } from './vocabulary.ts';

describe('slipsBetween', () => {
  it.each([
    ['keamanan', 'keamanan', 0],
    ['keamanan', 'keamanna', 1],
    ['kemanan', 'keamanan', 1],
    ['keamanaan', 'keamanan', 1],
    ['keananan', 'keamanan', 1],
    ['kepimimpinan', 'kepemimpinan', 1],
    ['', 'ab', 2],
  ])('%s and %s are %i apart', (a, b, slips) => {
    expect(slipsBetween(a, b, 5)).toBe(slips);
    expect(slipsBetween(b, a, 5)).toBe(slips);
  });

  it('gives up beyond the limit', () => expect(slipsBetween('kucing', 'anggaran', 2)).toBeGreaterThan(2));
});

describe('a vocabulary', () => {
  const vocabulary = createVocabulary();
  for (const word of ['pelatihan', 'pelayanan', 'pelatih', 'anggaran', 'layanan', 'pelatihan'])
    vocabulary.add(word);

  it('knows what words begin so', () => {
    expect(vocabulary.startingWith('pelat', 9)).toEqual(['pelatih', 'pelatihan']);
    expect(vocabulary.startingWith('pelat', 1)).toEqual(['pelatih']);
    expect(vocabulary.startingWith('z', 9)).toEqual([]);
    vocabulary.add('pelatnas');
    expect(vocabulary.startingWith('pelatn', 9)).toEqual(['pelatnas']);
  });

  it('finds what was meant, the nearest first', () => {
    expect(vocabulary.near('pelatihna', 2)).toEqual([
      { word: 'pelatihan', slips: 1 },
      { word: 'pelatih', slips: 2 },
    ]);
    expect(vocabulary.near('kucing', 2)).toEqual([]);
  });

  it('passes over no word that is near enough', () => {
    const letters = fc.stringMatching(/^[a-e]{3,8}$/);
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), letters, (words, asked) => {
        const some = createVocabulary();
        for (const word of words) some.add(word);
        const expected = [...new Set(words)].filter((word) => slipsBetween(asked, word, 2) <= 2);
        expect(
          some
            .near(asked, 2)
            .map(({ word }) => word)
            .toSorted(),
        ).toEqual(expected.toSorted());
      }),
    );
  });
});
