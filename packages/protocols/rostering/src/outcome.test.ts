import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompletionRule } from './completion-rule.ts';
import { correctionsOf } from './corrections.ts';
import { outcomeOf, type ResultVersion, shareOf } from './outcome.ts';

const minute = (n: number) => new Date(Date.parse('2026-11-20T08:00:00.000Z') + n * 60_000).toISOString();
const pass: CompletionRule = { by: 'pass', passMark: 0.7 };
const byWord: CompletionRule = { by: 'completed' };

const version = (versionId: string, at: number, what: ResultVersion['what']): ResultVersion => ({
  ...{ versionId, occurredAt: minute(at), receivedAt: minute(at + 1), what },
});
const score = (id: string, at: number, given: number) =>
  version(id, at, { kind: 'score', given, maximum: 100, isFinal: true });
const total = (id: string, at: number, given: number) =>
  version(id, at, { kind: 'score', given, maximum: 100, isFinal: false });
const reset = (id: string, at: number) =>
  version(id, at, { kind: 'score', given: 0, maximum: 100, isFinal: false, withdrawn: true });
const completion = (id: string, at: number, completed: boolean) =>
  version(id, at, { kind: 'completion', completed });

describe('outcomeOf', () => {
  it('lets the newest of each kind stand, and keeps kinds apart', () => {
    const credential = version('d', 3, { kind: 'credential', number: 'UNIV/7' });
    const outcome = outcomeOf(
      [score('b', 5, 90), score('a', 1, 40), credential, completion('c', 9, true)],
      pass,
    );
    expect(outcome.score?.versionId).toBe('b');
    expect(outcome.completion?.versionId).toBe('c');
    expect(outcome.credential?.versionId).toBe('d');
    expect(outcome).toMatchObject({ met: { versionId: 'b' }, meets: true, flags: [] });
  });

  it('takes no score for a completion, nor a completion for a score', () => {
    expect(outcomeOf([score('a', 1, 100)], byWord)).toMatchObject({ meets: false });
    expect(outcomeOf([completion('a', 1, true)], pass)).toMatchObject({ meets: false });
    expect(outcomeOf([completion('a', 1, true)], byWord)).toMatchObject({ meets: true });
    expect(outcomeOf([score('a', 1, 0)], { by: 'score' })).toMatchObject({ meets: true });
  });

  it('takes a mark exactly on the pass mark, and none below', () => {
    expect(outcomeOf([score('a', 1, 70)], pass).meets).toBe(true);
    expect(outcomeOf([score('a', 1, 69.99)], pass).meets).toBe(false);
  });

  it('1.8 #5: lets a running total prove nothing, nor replace a final score', () => {
    expect(outcomeOf([total('a', 1, 100)], pass)).toMatchObject({
      meets: false,
      score: { versionId: 'a' },
    });
    expect(outcomeOf([score('a', 1, 80), total('b', 2, 20)], pass)).toMatchObject({
      ...{ score: { versionId: 'a' }, met: { versionId: 'a' }, meets: true, flags: [] },
    });
  });

  it('knows of no score after a reset, whatever the order, and keeps what was met', () => {
    const all = [score('a', 1, 80), reset('b', 2)];
    for (const some of [all, all.toReversed()]) {
      const outcome = outcomeOf(some, pass);
      expect(outcome).not.toHaveProperty('score');
      expect(outcome).toMatchObject({ met: { versionId: 'a' }, meets: false, flags: ['below-rule'] });
    }
    expect(outcomeOf([...all, total('c', 3, 20)], pass).score?.versionId).toBe('c');
    const again = outcomeOf([score('d', 4, 75), ...all], pass);
    expect(again).toMatchObject({ score: { versionId: 'd' }, met: { versionId: 'a' }, meets: true });
    expect(outcomeOf([reset('b', 2)], pass)).toEqual({ meets: false, flags: [] });
  });

  it('keeps what was completed once, and says that what stands is lower', () => {
    const outcome = outcomeOf([score('a', 1, 80), score('b', 2, 30)], pass);
    expect(outcome).toMatchObject({ met: { versionId: 'a' }, meets: false, score: { versionId: 'b' } });
    expect(outcome.flags).toEqual(['lowered', 'below-rule']);
    const back = outcomeOf([completion('a', 1, true), completion('b', 2, false)], byWord);
    expect(back.flags).toEqual(['taken-back', 'below-rule']);
    expect(back.met?.versionId).toBe('a');
  });

  it('counts what has not happened yet from when it came, so that it locks nothing out', () => {
    const ahead = { ...score('a', 0, 40), occurredAt: minute(600_000), receivedAt: minute(1) };
    const outcome = outcomeOf([ahead, score('b', 5, 90)], pass);
    expect(outcome).toMatchObject({ score: { versionId: 'b' }, flags: ['future'] });
    expect(outcomeOf([ahead], pass).score?.at).toBe(minute(1));
  });

  it('keeps what lies years back', () => {
    const old = { ...score('a', 0, 80), occurredAt: '1999-01-01T00:00:00.000Z' };
    expect(outcomeOf([old], pass)).toMatchObject({ meets: true, score: { at: old.occurredAt }, flags: [] });
  });

  it('of two with one date lets the one stand that was said later, whatever its id, and of one table the later row', () => {
    const at = (version: ResultVersion, said: number, place = 0): ResultVersion => ({
      ...version,
      said: { at: minute(said), place },
    });
    const [low, high] = [score('b', 1, 55), score('a', 1, 85)];
    for (const some of [
      [at(low, 10), at(high, 20)],
      [at(low, 10, 1), at(high, 10, 2)],
    ]) {
      for (const all of [some, some.toReversed()]) {
        expect(outcomeOf(all, pass)).toMatchObject({ score: { versionId: 'a' }, meets: true, flags: [] });
        expect(correctionsOf(all).score).toMatchObject({ from: 0.55, to: 0.85 });
      }
    }
    // A later date stands, however early it was said.
    const later = at(score('0', 2, 30), 3);
    expect(outcomeOf([at(high, 20), later], pass).score?.versionId).toBe('0');
  });

  it('lets a date to come count as said, so that its correction is later', () => {
    const ahead = (version: ResultVersion, said: number): ResultVersion => ({
      ...version,
      ...{ occurredAt: minute(900), receivedAt: minute(50), said: { at: minute(said), place: 0 } },
    });
    const two = [ahead(score('b', 0, 55), 10), ahead(score('a', 0, 85), 20)];
    expect(outcomeOf(two, pass)).toMatchObject({
      score: { versionId: 'a', at: minute(20) },
      flags: ['future'],
    });
  });

  it('decides between two that nothing else tells apart by id', () => {
    const two = [score('a', 1, 10), score('b', 1, 20)];
    expect(outcomeOf(two, pass).score?.versionId).toBe('b');
    expect(outcomeOf(two.toReversed(), pass).score?.versionId).toBe('b');
  });

  it('comes to the same whatever the order and however often: 1,000 events, half of them corrected', () => {
    const whats: fc.Arbitrary<ResultVersion['what']> = fc.oneof(
      fc.record({
        kind: fc.constant('score' as const),
        given: fc.integer({ min: 0, max: 120 }),
        maximum: fc.constantFrom(10, 100),
        isFinal: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('completion' as const), completed: fc.boolean() }),
      fc.record({ kind: fc.constant('credential' as const), number: fc.string() }),
    );
    const events = fc.uniqueArray(
      fc.record({
        versionId: fc.uuid(),
        occurredAt: fc.integer({ min: -500, max: 500 }).map(minute),
        receivedAt: fc.integer({ min: 0, max: 400 }).map(minute),
        what: whats,
      }),
      { minLength: 1, maxLength: 1000, selector: ({ versionId }) => versionId, size: 'max' },
    );
    const rules = fc.constantFrom<CompletionRule>({ by: 'score' }, pass, byWord);
    fc.assert(
      fc.property(events, rules, fc.infiniteStream(fc.nat()), (first, rule, order) => {
        const half = first.slice(0, Math.ceil(first.length / 2));
        // Corrections of half of them, twice: another value, later, under ids of their own.
        const corrected = [1, 2].flatMap((n) =>
          half.map((one) => ({
            ...one,
            versionId: `${one.versionId}-${n}`,
            occurredAt: minute(n * 7),
            what: one.what.kind === 'score' ? { ...one.what, given: n } : one.what,
          })),
        );
        const all = [...first, ...corrected];
        // Came again later by another delivery.
        const again = all.filter((_, n) => n % 3 === 0).map((one) => ({ ...one, receivedAt: minute(900) }));
        const mixed = [...all, ...again]
          .map((one) => ({ one, place: order.next().value }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ one }) => one);
        expect(outcomeOf(mixed, rule)).toEqual(outcomeOf(all, rule));
      }),
      { numRuns: 20 },
    );
  });
});

describe('shareOf', () => {
  it('is between 0 and 1 whatever is given', () => {
    expect([shareOf({ given: 120, maximum: 100 }), shareOf({ given: 5, maximum: 0 })]).toEqual([1, 0]);
  });
});
