import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isPlayedEnough,
  joined,
  mergeSegments,
  playedSeconds,
  playedShare,
  readSegments,
  type Segment,
  withSegment,
  writeSegments,
} from './segments.ts';

const anySegments = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 900 }))
    .map(([from, length]): Segment => [from / 10, (from + length) / 10]),
  { maxLength: 40 },
);

describe('played segments', () => {
  it('count what was played twice once', () => {
    const segments: readonly Segment[] = [
      [0, 12],
      [14, 21],
      [18, 30],
      [0, 5],
    ];
    expect(playedSeconds(segments)).toBe(28);
    expect(playedShare(segments, 56)).toBe(0.5);
  });

  it('are written as the profile shows it, in the order of playing', () => {
    const text = '0[.]12[,]14[.]21.25[,]18[.]30';
    expect(writeSegments(readSegments(text))).toBe(text);
    expect(readSegments('0.000[.]12.000[,]14.000[.]21.000')).toEqual([
      [0, 12],
      [14, 21],
    ]);
  });

  it.each(['', 'x', '5[.]3', '-1[.]3', '1[.]2[.]3', '1e9[.]2e9', '0[.]NaN', '[,]', '0[.]99999999'])(
    'are not found in %j',
    (text) => expect(readSegments(text)).toEqual([]),
  );

  it('are never more than the recording, and no seconds are lost when many are joined', () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        const all = segments.reduce<readonly Segment[]>(withSegment, []);
        expect(playedSeconds(all)).toBeCloseTo(playedSeconds(segments), 6);
        expect(playedShare(all, 100)).toBeLessThanOrEqual(1);
        expect(playedSeconds(joined(all))).toBeCloseTo(playedSeconds(all), 6);
        expect(readSegments(writeSegments(all))).toEqual(all);
      }),
    );
    const restless = Array.from({ length: 500 }, (_, index): Segment => [index * 0.5, index * 0.5 + 1]);
    const kept = restless.reduce<readonly Segment[]>(withSegment, []);
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(playedSeconds(kept)).toBeCloseTo(250.5);
  });

  it('of two devices come together, those known to both once', () => {
    const known: readonly Segment[] = [
      [0, 5],
      [9, 12],
    ];
    expect(
      mergeSegments(known, [
        [0, 5],
        [5, 7],
      ]),
    ).toEqual([...known, [5, 7]]);
  });

  it('suffice at the share that is asked for, with a second of patience', () => {
    expect(isPlayedEnough([[0, 89]], 100, 0.9)).toBe(true);
    expect(isPlayedEnough([[0, 88.9]], 100, 0.9)).toBe(false);
    expect(isPlayedEnough([[0, 4.9]], 5, 1)).toBe(true);
    expect(isPlayedEnough([[0, 4.5]], 5, 1)).toBe(false);
    expect(isPlayedEnough([[0, 100]], Number.NaN, 0.9)).toBe(false);
    expect(isPlayedEnough([], 0, 0)).toBe(false);
  });
});
