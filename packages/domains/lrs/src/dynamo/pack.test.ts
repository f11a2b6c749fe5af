import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dictionaryOne } from './dictionary-1.ts';
import { decodeEntries, encodeEntries } from './entries.ts';
import { pack, unpack } from './pack.ts';
import { msOf, msPrefix, newPosition, parsePlace, placeOf } from './position.ts';

describe('pack', () => {
  it('gives the texts back, any characters', () => {
    const texts = ['{"a":1}', JSON.stringify('é\n😀'), '', JSON.stringify({ x: 'y'.repeat(100_000) })];
    expect(unpack(pack(texts))).toEqual(texts);
  });

  it('keeps its first dictionary unchanged: rows in storage need these very characters', () => {
    const digest = createHash('sha256').update(dictionaryOne).digest('hex');
    expect(digest).toBe('1bbe9ff3be5e6bd096fe9f8b1a8de1f2635096fbe2a8cb2351a8a44ad7153a68');
  });

  it('refuses damaged bytes and dictionaries it does not know', () => {
    const packed = pack(['{"id":1}']);
    const other = Uint8Array.from(packed);
    other[0] = 99;
    expect(() => unpack(other)).toThrow('unknown dictionary 99');
    expect(() => unpack(packed.subarray(0, packed.length - 4))).toThrow();
  });
});

describe('entries', () => {
  it('come back as they were, also with large numbers', () => {
    const entries = [
      { index: 0, chunk: 0, refers: false, tags: [], agencies: [] },
      { index: 9_999, chunk: 300, refers: true, tags: [0, 1, 0xffffffff], agencies: ['00ff00ff00ff00ff'] },
      { index: 1, chunk: 1, refers: false, tags: Array.from({ length: 200 }, (_, n) => n * 7), agencies: [] },
    ];
    expect(decodeEntries(encodeEntries(entries))).toEqual(entries);
  });

  it('of a batch of one learner take a write unit, and come back', () => {
    const entries = Array.from({ length: 50 }, (_, index) => ({
      index,
      chunk: 1 + Math.floor(index / 20),
      refers: false,
      tags: [7 + (index % 7), 0x12345678, 0x9abcdef0, 1e9 + (index % 8), 0x0badcafe, 0xfeedface],
      agencies: ['00112233445566ff'],
    }));
    const encoded = encodeEntries(entries);
    expect(encoded.length).toBeLessThan(900);
    expect(decodeEntries(encoded)).toEqual(entries);
  });

  it('are told apart from compressed ones whatever their index is', () => {
    for (const index of [127, 128, 255, 9_999]) {
      const few = [
        { index, chunk: 2 ** 20, refers: true, tags: [0xffffffff], agencies: ['ffffffffffffffff'] },
      ];
      expect(decodeEntries(encodeEntries(few))).toEqual(few);
    }
  });
});

describe('positions', () => {
  it('sort by time as text, and tell it', () => {
    const times = [0, 1, 1_000, 1_764_000_000_000, 1_764_000_000_001];
    const positions = times.map((ms) => newPosition(ms, '00000000-0000-4000-8000-0000000000ff'));
    expect([...positions].sort()).toEqual(positions);
    expect(positions.map(msOf)).toEqual(times);
    for (const [n, ms] of times.entries()) expect(msPrefix(ms) < (positions[n] ?? '')).toBe(true);
    expect(parsePlace(placeOf(positions[3] ?? '', 42))).toEqual({ position: positions[3], index: 42 });
    expect(parsePlace('anything')).toBeUndefined();
  });
});
