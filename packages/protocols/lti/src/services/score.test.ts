import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInstant } from './instant.ts';
import { rescale, resultOf } from './result.ts';
import { canonicalScore, readScore, type Score } from './score.ts';
import { type ScoreStanding, takeScore } from './score-standing.ts';

/** As the Moodle 4.5 tool posts it. */
const moodle = {
  scoreGiven: '88.00000',
  scoreMaximum: 500,
  activityProgress: 'Completed',
  gradingProgress: 'FullyGraded',
  timestamp: '2026-11-24T14:31:41+0700',
  userId: 'u-siti',
};

function scoreOf(over: object = {}): Score {
  const read = readScore({ ...moodle, ...over });
  if (!read.ok) throw new Error(JSON.stringify(read.issue));
  return read.value;
}

const issueOf = (over: object) => {
  const read = readScore({ ...moodle, ...over });
  return read.ok ? undefined : read.issue.path;
};

const receivedAt = new Date('2026-12-01T00:00:00Z');

function take(standing: ScoreStanding | undefined, score: Score, at = receivedAt) {
  return takeScore(standing, score, { fingerprint: canonicalScore(score), receivedAt: at });
}

function after(scores: readonly Score[]): ScoreStanding | undefined {
  return scores.reduce<ScoreStanding | undefined>((standing, score) => {
    const taken = take(standing, score);
    return taken.outcome === 'taken' ? taken.standing : standing;
  }, undefined);
}

const pointsAfter = (...overs: readonly object[]) =>
  after(overs.map((over) => scoreOf(over)))?.settled?.points?.given;

describe('a score as tools send it (1.5, 1.8)', () => {
  it('reads what Moodle sends: points as text, a zone without colon (1.8 #1)', () => {
    const score = scoreOf();
    expect(score.points).toEqual({ given: 88, maximum: 500 });
    expect(score.instant.iso).toBe('2026-11-24T07:31:41.000Z');
  });

  it.each([
    [{ scoreGiven: 'delapan' }, '/scoreGiven'],
    [{ scoreGiven: '0x10' }, '/scoreGiven'],
    [{ scoreGiven: -1 }, '/scoreGiven'],
    [{ scoreMaximum: 0 }, '/scoreMaximum'],
    [{ scoreGiven: 1e20 }, '/scoreGiven'],
    [{ scoreGiven: 1e-200 }, '/scoreGiven'],
    [{ scoreMaximum: 1e300 }, '/scoreMaximum'],
    [{ scoreMaximum: 1e-200 }, '/scoreMaximum'],
    [{ scoreMaximum: null }, '/scoreMaximum'],
    [{ timestamp: '2026-11-24T14:31:41' }, '/timestamp'],
    [{ timestamp: '2026-02-30T14:31:41Z' }, '/timestamp'],
    [{ timestamp: 1_795_505_048 }, '/timestamp'],
    [{ userId: '' }, '/userId'],
    [{ activityProgress: 'Done' }, '/activityProgress'],
    [{ gradingProgress: undefined }, '/gradingProgress'],
  ])('refuses %j and says where (1.5)', (over, path) => {
    expect(issueOf(over)).toBe(path);
  });

  it('takes a score above its maximum, nothing given, null for absent, and members it does not know (1.5)', () => {
    expect(scoreOf({ scoreGiven: 600 }).points).toEqual({ given: 600, maximum: 500 });
    expect(scoreOf({ scoreGiven: 0 }).points).toEqual({ given: 0, maximum: 500 });
    expect(scoreOf({ scoreGiven: null, comment: null }).points).toBeUndefined();
    expect(scoreOf({ 'https://tool.example/x': { a: 1 }, submission: { startedAt: 'kemarin' } })).toEqual({
      ...scoreOf(),
      submission: {},
    });
  });

  it.each([null, [], 'x', 7])('refuses %j as a whole', (body) => {
    expect(readScore(body).ok).toBe(false);
  });

  it('lets nothing but a refusal out of any body', () => {
    fc.assert(fc.property(fc.anything(), (body) => typeof readScore(body).ok === 'boolean'));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(moodle)), fc.anything()), (over) => {
        expect(typeof readScore({ ...moodle, ...over }).ok).toBe('boolean');
      }),
    );
  });
});

describe('moments (1.5, ordering)', () => {
  it.each([
    ['2026-11-24T07:31:41Z', '2026-11-24T14:31:41+0700'],
    ['2026-11-24T07:31:41.5Z', '2026-11-24T14:31:41,500+07'],
    ['2026-11-24T07:31:00z', '2026-11-24 14:31+07:00'],
  ])('%s is the same as %s', (a, b) => {
    expect(readInstant(a)).toEqual(readInstant(b));
  });

  it('tells a microsecond from the next', () => {
    const [a, b] = ['2026-11-24T07:00:00.123456Z', '2026-11-24T07:00:00.123457Z'].map((text) =>
      readInstant(text),
    );
    expect((a?.order ?? '') < (b?.order ?? '')).toBe(true);
    expect(a?.iso).toBe(b?.iso);
  });
});

describe('what a score changes (1.5, semantics)', () => {
  const at = (second: number, over: object = {}) => ({
    timestamp: `2026-11-24T07:00:${String(second).padStart(2, '0')}Z`,
    scoreMaximum: 100,
    ...over,
  });
  const started = { scoreGiven: undefined, activityProgress: 'Started', gradingProgress: 'NotReady' };
  const reset = { ...started, activityProgress: 'Initialized' };

  it.each(['Started', 'InProgress', 'Submitted', 'Completed'])(
    '%s without points is progress alone',
    (activityProgress) => {
      for (const gradingProgress of ['NotReady', 'Failed', 'Pending', 'PendingManual', 'FullyGraded']) {
        const progress = { scoreGiven: undefined, activityProgress, gradingProgress };
        expect(pointsAfter(at(1, { scoreGiven: 70 }), at(2, progress))).toBe(70);
      }
    },
  );

  it.each(['NotReady', 'Failed', 'Pending', 'PendingManual'])(
    'points that are %s do not count',
    (gradingProgress) => {
      expect(pointsAfter(at(1, { scoreGiven: 70 }), at(2, { scoreGiven: 20, gradingProgress }))).toBe(70);
      expect(pointsAfter(at(2, { scoreGiven: 20, gradingProgress }))).toBeUndefined();
    },
  );

  it('a reset takes the score back, and one that is older does not', () => {
    expect(pointsAfter(at(1, { scoreGiven: 70 }), at(2, reset))).toBeUndefined();
    expect(pointsAfter(at(2, { scoreGiven: 70 }), at(1, reset))).toBe(70);
  });

  it('an older score does not overwrite a newer one (E7), and says so; the same again is safe', () => {
    const newer = scoreOf(at(2, { scoreGiven: 80 }));
    const standing = after([newer]);
    expect(take(standing, scoreOf(at(1, { scoreGiven: 90 }))).outcome).toBe('outdated');
    expect(take(standing, newer).outcome).toBe('repeated');
    const other = scoreOf(at(2, { scoreGiven: '80.000', timestamp: '2026-11-24T14:00:02.000+0700' }));
    expect(take(standing, other).outcome).toBe('repeated');
  });

  it.each([
    [{ scoreGiven: 60 }, { scoreGiven: 90 }],
    [{ scoreGiven: 0 }, { scoreGiven: 1 }],
    [{ scoreGiven: 90 }, { scoreGiven: 100 }],
    [{ scoreGiven: 30 }, { scoreGiven: 40, scoreMaximum: 80 }],
    [{ scoreGiven: 100 }, { scoreGiven: 101 }],
  ])('of one moment the better score stands, sent later or earlier: %j, %j', (less, more) => {
    const [worse, better] = [scoreOf(at(2, less)), scoreOf(at(2, more))];
    expect(take(after([worse]), better).outcome).toBe('taken');
    expect(take(after([better]), worse).outcome).toBe('outdated');
    expect(after([worse, better])).toEqual(after([better, worse]));
    // A moment later it is a correction, whatever it says.
    const later = scoreOf(at(2, { ...less, timestamp: '2026-11-24T07:00:02.001Z' }));
    expect(take(after([better]), later).outcome).toBe('taken');
  });

  it('a final score is not lost because a progress report overtook it', () => {
    expect(pointsAfter(at(2, started), at(1, { scoreGiven: 70 }))).toBe(70);
  });

  it('a clock that was ahead does not lock later scores out, and its own order holds', () => {
    const ahead = scoreOf({ timestamp: '2030-01-01T00:00:00Z', scoreGiven: 1 });
    const aheadLater = scoreOf({ timestamp: '2030-01-01T00:00:05Z', scoreGiven: 2 });
    const minute = (n: number) => new Date(receivedAt.getTime() + n * 60_000);
    const one = take(undefined, ahead, minute(0));
    const two = take(one.outcome === 'taken' ? one.standing : undefined, aheadLater, minute(1));
    if (two.outcome !== 'taken') throw new Error(two.outcome);
    expect(take(two.standing, ahead, minute(2)).outcome).toBe('outdated');
    const right = scoreOf({ timestamp: minute(3).toISOString(), scoreGiven: 3 });
    expect(take(two.standing, right, minute(3)).outcome).toBe('taken');
    const late = scoreOf({ timestamp: minute(-3).toISOString(), scoreGiven: 4 });
    expect(take(two.standing, late, minute(3)).outcome).toBe('outdated');
  });

  const anyScore = fc
    .record({
      timestamp: fc.integer({ min: 0, max: 3 }).map((second) => `2026-11-24T07:00:0${second}Z`),
      scoreGiven: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
      activityProgress: fc.constantFrom('Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'),
      gradingProgress: fc.constantFrom('FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady'),
    })
    .map((over) => scoreOf(over));

  it('scores in any order, and again, end in the same', () => {
    fc.assert(
      fc.property(
        fc.array(anyScore, { minLength: 1, maxLength: 8 }).chain((scores) =>
          fc.tuple(
            fc.constant(scores),
            fc.shuffledSubarray([...scores, ...scores], {
              minLength: scores.length * 2,
              maxLength: scores.length * 2,
            }),
          ),
        ),
        ([scores, shuffled]) => {
          expect(after(shuffled)).toEqual(after(scores));
        },
      ),
    );
  });
});

describe('results (1.5, rescale)', () => {
  it('is in points of the line item, whatever maximum the tool used (1.8 #4)', () => {
    expect(rescale({ given: 88, maximum: 500 }, 100)).toBe(17.6);
    expect(rescale({ given: 1.1, maximum: 3 }, 30)).toBe(11);
    expect(rescale({ given: 120, maximum: 100 }, 10)).toBe(12);
  });

  it.each([0, -500, 'x', null, undefined])(
    'cannot be told of points out of %j: such a score is refused (1.8 #4)',
    (scoreMaximum) => {
      const score = { ...moodle, scoreMaximum };
      expect(readScore(score)).toMatchObject({ ok: false });
      expect(readScore({ ...score, scoreMaximum: '500' })).toMatchObject({ ok: true });
    },
  );

  it('has none while there is no final score', () => {
    const standing = after([scoreOf({ gradingProgress: 'Pending' })]);
    const item = { url: 'https://sinau.example/i', scoreMaximum: 100, userId: 'u/1' };
    expect(standing && resultOf(standing, item)).toBeUndefined();
    const settled = after([scoreOf({ comment: 'Bagus' })]);
    expect(settled && resultOf(settled, item)).toEqual({
      id: 'https://sinau.example/i/results/u%2F1',
      scoreOf: 'https://sinau.example/i',
      userId: 'u/1',
      resultScore: 17.6,
      resultMaximum: 100,
      comment: 'Bagus',
    });
  });
});
