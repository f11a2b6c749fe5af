import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSessionTime,
  decideCommit,
  judgeStatus,
  leavesCourse,
  mergeStatus,
  nextEntry,
} from './attempt.ts';
import { completions, successes } from './runtime-data.ts';

describe('nextEntry', () => {
  const ended = { exit: '', terminated: true, suspendedAll: false } as const;
  it.each([
    ['1.2', undefined, 'ab-initio'],
    ['1.2', { ...ended, exit: 'suspend' }, 'resume'],
    ['1.2', { ...ended, exit: 'logout' }, 'ab-initio'],
    ['1.2', { ...ended, exit: 'time-out' }, 'ab-initio'],
    ['1.2', ended, 'ab-initio'],
    ['1.2', { ...ended, suspendedAll: true }, 'ab-initio'],
    ['2004', { ...ended, exit: 'suspend' }, 'resume'],
    ['2004', { ...ended, exit: 'normal' }, 'ab-initio'],
    ['2004', { ...ended, exit: 'logout' }, 'ab-initio'],
    ['2004', { ...ended, exit: 'logout', suspendedAll: true }, 'resume'],
    ['2004', { ...ended, suspendedAll: true }, 'resume'],
    ['1.2', { ...ended, terminated: false }, 'resume'],
    ['2004', { ...ended, exit: 'normal', terminated: false }, 'resume'],
  ] as const)('of %s after %j is %s', (version, last, entry) => {
    expect(nextEntry(version, last)).toEqual({ entry, newAttempt: entry === 'ab-initio' });
  });

  it('leaves the course after a logout of 2004', () => {
    expect([
      leavesCourse('2004', 'logout'),
      leavesCourse('2004', 'normal'),
      leavesCourse('1.2', 'logout'),
    ]).toEqual([true, false, false]);
  });
});

describe('decideCommit', () => {
  const kept = { run: 2, visit: 3, sequence: 5, terminated: false };
  const commit = { run: 2, visit: 3, sequence: 6, mode: 'normal' } as const;
  const next = { outcome: 'accept', newVisit: false };
  const first = { outcome: 'accept', newVisit: true };
  it.each([
    ['the next one', kept, commit, next],
    ['one with a gap before it', kept, { ...commit, sequence: 9 }, next],
    ['the first of all', undefined, commit, first],
    ['the first of a later visit', { ...kept, terminated: true }, { ...commit, visit: 4 }, first],
    ['the first of a later start', kept, { ...commit, run: 3, visit: 1, sequence: 1 }, first],
    ['the same again', kept, { ...commit, sequence: 5 }, { outcome: 'duplicate' }],
    [
      'the last again after Terminate',
      { ...kept, terminated: true },
      { ...commit, sequence: 5 },
      { outcome: 'duplicate' },
    ],
    ['an overtaken one', kept, { ...commit, sequence: 4 }, { outcome: 'stale', why: 'sequence' }],
    ['one after Terminate', { ...kept, terminated: true }, commit, { outcome: 'stale', why: 'terminated' }],
    ['one of an earlier visit', kept, { ...commit, visit: 2 }, { outcome: 'stale', why: 'visit' }],
    ['one of an earlier start', kept, { ...commit, run: 1, sequence: 99 }, { outcome: 'replaced' }],
    ['one of Browse', kept, { ...commit, mode: 'browse' }, { outcome: 'ignore' }],
    ['one of Review', kept, { ...commit, mode: 'review', sequence: 5 }, { outcome: 'ignore' }],
  ] as const)('decides %s', (...[, place, one, decision]) => {
    expect(decideCommit(place, one)).toEqual(decision);
  });

  it('ends at the last run and its highest sequence in whatever order commits arrive', () => {
    const order = fc.record({
      run: fc.integer({ min: 1, max: 4 }),
      sequence: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1 }), (orders) => {
        let place: { run: number; visit: number; sequence: number; terminated: boolean } | undefined;
        for (const one of orders) {
          const made = { ...one, visit: 1, mode: 'normal' } as const;
          if (decideCommit(place, made).outcome === 'accept') place = { ...one, visit: 1, terminated: false };
        }
        const run = Math.max(...orders.map((one) => one.run));
        const sequence = Math.max(...orders.filter((one) => one.run === run).map((one) => one.sequence));
        expect(place).toMatchObject({ run, sequence });
      }),
    );
  });
});

describe('addSessionTime', () => {
  it('counts a session once, in hundredths', () => {
    const once = addSessionTime({ seconds: 0.1 }, { sessionId: 'a', seconds: 0.2 });
    expect(once).toEqual({ seconds: 0.3, countedSession: 'a' });
    expect(addSessionTime(once, { sessionId: 'a', seconds: 99 })).toBe(once);
    expect(addSessionTime(once, { sessionId: 'b', seconds: -5 }).seconds).toBe(0.3);
    expect(addSessionTime(once, { sessionId: 'b', seconds: 60 }).seconds).toBe(60.3);
  });
});

describe('judgeStatus', () => {
  const data = { completion: 'incomplete', success: 'unknown', score: {}, finished: true } as const;
  const threshold = { minProgressMeasure: 0.8, completedByMeasure: true, progressWeight: 1 };
  it.each([
    ['1.2', { ...data, score: { raw: 80 } }, { masteryScore: 80 }, 'completed', 'passed'],
    ['1.2', { ...data, score: { raw: 79.9 } }, { masteryScore: 80 }, 'completed', 'failed'],
    ['1.2', { ...data, success: 'passed', score: { raw: 10 } }, { masteryScore: 80 }, 'completed', 'failed'],
    ['1.2', { ...data, finished: false, score: { raw: 80 } }, { masteryScore: 80 }, 'incomplete', 'unknown'],
    [
      '1.2',
      { ...data, completion: 'completed', finished: false, score: { raw: 79 } },
      { masteryScore: 80 },
      'completed',
      'failed',
    ],
    ['1.2', data, { masteryScore: 80 }, 'incomplete', 'unknown'],
    ['1.2', { ...data, success: 'passed', score: { raw: 10 } }, {}, 'incomplete', 'passed'],
    ['2004', { ...data, score: { scaled: 0.7 } }, { scaledPassingScore: 0.7 }, 'incomplete', 'passed'],
    [
      '2004',
      { ...data, success: 'passed', score: { scaled: 0.6 } },
      { scaledPassingScore: 0.7 },
      'incomplete',
      'failed',
    ],
    [
      '2004',
      { ...data, success: 'passed', score: { raw: 60 } },
      { scaledPassingScore: 0.7 },
      'incomplete',
      'passed',
    ],
    ['2004', { ...data, progressMeasure: 0.8 }, { completionThreshold: threshold }, 'completed', 'unknown'],
    [
      '2004',
      { ...data, completion: 'completed', progressMeasure: 0.5 },
      { completionThreshold: threshold },
      'incomplete',
      'unknown',
    ],
    [
      '2004',
      { ...data, completion: 'completed' },
      { completionThreshold: threshold },
      'completed',
      'unknown',
    ],
    [
      '2004',
      { ...data, progressMeasure: 1 },
      { completionThreshold: { ...threshold, completedByMeasure: false } },
      'incomplete',
      'unknown',
    ],
  ] as const)('%s %j with %j is %s and %s', (...[version, reported, thresholds, ...expected]) => {
    const [completion, success] = expected;
    expect(judgeStatus(version, reported, thresholds)).toEqual({ completion, success });
  });
});

describe('mergeStatus', () => {
  const passed = { completion: 'completed', success: 'passed', score: { raw: 90 } } as const;
  const failed = { completion: 'incomplete', success: 'failed', score: { raw: 10 } } as const;

  it('keeps what was reached and tells what it held back', () => {
    expect(mergeStatus(passed, failed, { downgrade: false })).toEqual({
      status: passed,
      held: ['completion', 'success', 'score'],
    });
    expect(mergeStatus(failed, passed, { downgrade: false })).toEqual({ status: passed, held: [] });
    expect(mergeStatus(undefined, failed, { downgrade: false }).status).toBe(failed);
  });

  it('takes a downgrade where the setting allows it', () => {
    expect(mergeStatus(passed, failed, { downgrade: true })).toEqual({ status: failed, held: [] });
    // A new attempt that has said nothing yet is no report.
    for (const completion of ['unknown', 'not attempted'] as const) {
      const silent = { completion, success: 'unknown', score: {} } as const;
      expect(mergeStatus(passed, silent, { downgrade: true })).toEqual({ status: passed, held: [] });
    }
  });

  it('takes a better score of who passes again, and keeps a score that is not said any more', () => {
    const better = { ...passed, score: { raw: 95 } };
    expect(mergeStatus(passed, better, { downgrade: false }).status.score).toEqual({ raw: 95 });
    expect(mergeStatus(passed, { ...passed, score: {} }, { downgrade: false }).held).toEqual(['score']);
  });

  it('never goes back, in whatever order statuses are reported', () => {
    const status = fc.record({
      completion: fc.constantFrom(...completions),
      success: fc.constantFrom(...successes),
      score: fc.constant({}),
    });
    fc.assert(
      fc.property(fc.array(status), (reports) => {
        let kept: (typeof reports)[number] | undefined;
        for (const report of reports) {
          const merged = mergeStatus(kept, report, { downgrade: false }).status;
          if (kept?.completion === 'completed') expect(merged.completion).toBe('completed');
          if (kept?.success === 'passed') expect(merged.success).toBe('passed');
          kept = { ...merged, score: {} };
        }
      }),
    );
  });
});
