import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionsOf } from './corrections.ts';
import type { ResultVersion } from './outcome.ts';

const minute = (n: number) => new Date(Date.parse('2026-11-20T08:00:00.000Z') + n * 60_000).toISOString();
const version = (at: number, what: ResultVersion['what']): ResultVersion => ({
  ...{ versionId: `v${at}`, occurredAt: minute(at), receivedAt: minute(at + 1), what },
});
const score = (at: number, given: number, maximum = 100) =>
  version(at, { kind: 'score', given, maximum, isFinal: true });
const total = (at: number, given: number) =>
  version(at, { kind: 'score', given, maximum: 100, isFinal: false });
const reset = (at: number) =>
  version(at, { kind: 'score', given: 0, maximum: 100, isFinal: false, withdrawn: true });
const word = (at: number, completed: boolean, passed?: boolean) =>
  version(at, { kind: 'completion', completed, ...(passed !== undefined && { passed }) });

describe('correctionsOf', () => {
  it('marks a score that was lowered and one that was raised, with when and from what to what', () => {
    expect(correctionsOf([score(1, 85), score(2, 70)])).toEqual({
      score: { at: minute(2), from: 0.85, to: 0.7 },
    });
    expect(correctionsOf([score(2, 85), score(1, 70)])).toEqual({
      score: { at: minute(2), from: 0.7, to: 0.85 },
    });
  });

  it('tells the newest of several', () => {
    expect(correctionsOf([score(1, 85), score(2, 70), score(3, 90)]).score).toMatchObject({
      ...{ at: minute(3), from: 0.7, to: 0.9 },
    });
  });

  it.each([
    ['a first score and a first completion', [score(1, 85), word(2, false), word(3, true)]],
    ['the same once more, also of another maximum', [score(1, 70), score(2, 70), score(3, 350, 500)]],
    [
      'running totals, before and after a final score',
      [total(1, 10), total(2, 40), score(3, 80), total(4, 20)],
    ],
    ['a reset of nothing but a running total', [total(1, 10), reset(2)]],
    ['a reset that is followed by the score of before', [score(1, 85), reset(2), score(3, 85)]],
    [
      'another credential',
      [version(1, { kind: 'credential', number: 'A' }), version(2, { kind: 'credential', number: 'B' })],
    ],
  ])('calls %s no correction', (_, versions) => {
    expect(correctionsOf(versions)).toEqual({});
  });

  it('dates a correction by when it was said first', () => {
    expect(correctionsOf([score(1, 85), score(2, 70), score(3, 70)]).score?.at).toBe(minute(2));
  });

  it('tells a score that a tool has taken away, and what came in its place', () => {
    expect(correctionsOf([score(1, 85), reset(2)])).toEqual({ score: { at: minute(2), from: 0.85 } });
    expect(correctionsOf([score(1, 85), reset(2), score(3, 60)])).toEqual({
      score: { at: minute(3), from: 0.85, to: 0.6 },
    });
  });

  it('tells a completion that is taken back, turned into a fail, and given again', () => {
    const back = [word(1, true), word(2, false)];
    expect(correctionsOf(back).completion).toEqual({
      ...{ at: minute(2), from: 'completed', to: 'not-completed' },
    });
    expect(correctionsOf([...back, word(3, true)]).completion).toEqual({
      ...{ at: minute(3), from: 'not-completed', to: 'completed' },
    });
    expect(correctionsOf([word(1, true, true), word(2, true, false)]).completion).toMatchObject({
      to: 'failed',
    });
  });

  it('comes to the same whatever the order and however often', () => {
    const versions = fc.array(
      fc.oneof(
        fc.tuple(fc.nat(40), fc.nat(3)).map(([at, given]) => score(at, given)),
        fc.nat(40).map(reset),
        fc.tuple(fc.nat(40), fc.boolean()).map(([at, completed]) => word(at, completed)),
      ),
      { maxLength: 12 },
    );
    const unique = versions.map((all) => [...new Map(all.map((one) => [one.versionId, one])).values()]);
    fc.assert(
      fc.property(unique, (all) => {
        expect(correctionsOf([...all.toReversed(), ...all])).toEqual(correctionsOf(all));
      }),
    );
  });
});
