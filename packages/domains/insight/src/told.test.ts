import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { insightShards, markOf } from './shards.ts';
import { randomRegistration } from './testing/random-histories.ts';
import { roughly, shareOf, told } from './told.ts';

describe('numbers of people', () => {
  it('P3: are told in steps of five, and one to four not at all', () => {
    expect([0, 1, 4, 5, 7, 8, 12, 13, 1_002].map(told)).toEqual([0, 'few', 'few', 5, 5, 10, 10, 15, 1_000]);
  });

  it('P3: of groups that differ by one person never differ by less than five', () => {
    for (let people = 0; people < 500; people += 1) {
      const [a, b] = [told(people), told(people + 1)];
      if (a === 'few' || b === 'few') continue;
      expect([0, 5]).toContain(Math.abs(a - b));
    }
  });

  it('P3: give shares of few people in steps that no count can be taken from', () => {
    expect([roughly(9 / 12, 12), roughly(10 / 12, 12), roughly(0.123, 99)]).toEqual([0.75, 0.85, 0.1]);
    expect(roughly(0.123, 100)).toBe(0.12);
  });

  it('give shares of what is told alone', () => {
    expect(shareOf(told(7), told(13))).toBe(0.33);
    expect(shareOf(told(3), told(13))).toBeUndefined();
    expect(shareOf(told(3), told(0))).toBeUndefined();
  });
});

describe('markOf', () => {
  it('R6: spreads those who finish in the same hour over all partitions of their course', () => {
    const shards = new Array<number>(insightShards).fill(0);
    const people = 20_000;
    for (let n = 0; n < people; n += 1) {
      const { shard } = markOf(nodeDigest, randomRegistration(n));
      shards[shard] = (shards[shard] ?? 0) + 1;
    }
    expect(Math.max(...shards) / people).toBeLessThan(1.2 / insightShards);
  });

  it('does so for registrations that another system counts up', () => {
    const marks = Array.from({ length: 64 }, (_, n) =>
      markOf(nodeDigest, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
    );
    expect(new Set(marks.map(({ shard }) => shard)).size).toBeGreaterThan(10);
    expect(new Set(marks.map(({ mark }) => mark.slice(0, 1))).size).toBeGreaterThan(10);
  });
});
