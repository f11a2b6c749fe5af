import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedLine } from '../feed.ts';
import { packChunks, unpack } from './pack.ts';

const text = (value: unknown): FeedLine => ({ kind: 'text', text: JSON.stringify({ value }) });

const anyLine: fc.Arbitrary<FeedLine> = fc.oneof(
  fc.json().map(text),
  fc.string({ unit: 'binary', maxLength: 300 }).map(text),
  fc.record({
    kind: fc.constant('reference' as const),
    id: fc.string(),
    position: fc.string(),
    stored: fc.string(),
  }),
);

describe('packChunks', () => {
  it('gives back every line in order, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 60 }), (lines) => {
        const chunks = packChunks(lines);
        expect(chunks.flatMap(({ packed }) => unpack(packed))).toEqual(lines);
        expect(chunks.every(({ packed, count }) => unpack(packed).length === count)).toBe(true);
      }),
    );
  });

  it('fills rows, and gives a line that fits none a row of its own', () => {
    const noise = (bytes: number) => text(randomBytes(bytes).toString('base64'));
    const sizes = packChunks([
      noise(48_000),
      ...Array.from({ length: 40 }, () => noise(1_000)),
      noise(20_000),
    ]);
    expect(sizes.map(({ count }) => count)).toEqual([1, ...sizes.slice(1, -1).map(({ count }) => count), 1]);
    const between = sizes.slice(1, -1).map(({ packed }) => packed.length);
    expect(Math.max(...between)).toBeLessThanOrEqual(7 * 1024);
    expect(Math.min(...between.slice(0, -1))).toBeGreaterThan(5 * 1024);
  });

  it('refuses bytes of an unknown dictionary', () => {
    expect(() => unpack(Uint8Array.from([9, 1, 2]))).toThrow('unknown dictionary 9');
  });
});
