import type { Jp } from '@sinau/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../ledger/entry.ts';
import type { TimeZone } from '../local-date.ts';
import { nationalRules } from '../rules/national-rules.ts';
import { ruleFor } from '../rules/rule.ts';
import { daysOfEffort } from './days-of-effort.ts';
import { judgeEffort, proofOf } from './judge-effort.ts';
import { judgeWindow } from './judge-window.ts';
import { partsOfCompletion } from './parts-of-completion.ts';
import { type Moment, sessionsOf } from './sessions.ts';
import { joinNearest, mergeSpans, without } from './spans.ts';
import { spread } from './spread.ts';

const jp = (hours: number) => (hours * 100) as Jp;
const idleMs = 30 * 60_000;
const wib = { zone: 'Asia/Jakarta', idleMs } as const;

/** Times of the second of March, Jakarta unless a date is given. */
const time = (text: string) =>
  new Date(`${text.length > 5 ? text : `2026-03-02T${text}`}:00+07:00`).toISOString();
function moment(kind: Moment['kind'], at: string, more: Partial<Moment> = {}): Moment {
  return { kind, sessionId: 's1', at: time(at), storedAt: time(at), ...more };
}

type Done = { readonly on: string; readonly zone?: TimeZone };
const partsOf = (stated: number, moments: readonly Moment[], { on, zone = 'Asia/Jakarta' }: Done) =>
  spread(jp(stated), daysOfEffort(sessionsOf(moments, time(on)), { zone, idleMs }));

describe('the time of a course with many sittings', () => {
  // 150 sittings of two minutes, ten minutes apart, but the last two a minute.
  const begun = Date.parse('2026-03-02T01:00:00.000Z');
  const sittings = Array.from({ length: 150 }, (_, n) => {
    const from = begun + (n === 149 ? 148 * 600_000 + 180_000 : n * 600_000);
    return { from, to: from + 120_000 };
  });
  const sessions = sittings.map(({ from, to }) => ({ from, to, work: [from] }));

  it('is kept in a hundred spans from its first to its last minute, and counted without what lies between', () => {
    const { seconds, spans } = proofOf(sessions);
    expect(seconds).toBe(150 * 120);
    expect(spans).toHaveLength(100);
    expect(spans[0]?.[0]).toBe(begun / 1000);
    expect(spans.at(-1)?.[1]).toBe((sittings.at(-1)?.to ?? 0) / 1000);
  });

  it('joins what lies nearest', () => {
    const spans: readonly Span[] = [
      [0, 10],
      [100, 110],
      [115, 120],
      [300, 310],
    ];
    expect(joinNearest(spans, 3)).toEqual([
      [0, 10],
      [100, 120],
      [300, 310],
    ]);
    expect(joinNearest(spans, 1)).toEqual([[0, 310]]);
  });
});

describe('on which days JP were earned', () => {
  it('T3: two days of the same work share the JP evenly', () => {
    const moments = [
      moment('launched', '2026-03-02T09:00'),
      moment('work', '2026-03-02T09:20'),
      moment('launched', '2026-03-03T09:00', { sessionId: 's2' }),
      moment('work', '2026-03-03T09:20', { sessionId: 's2' }),
    ];
    expect(partsOf(10, moments, { on: '2026-03-03T09:20' })).toEqual([
      { date: '2026-03-02', amount: 500 },
      { date: '2026-03-03', amount: 500 },
    ]);
  });

  it('T4: days get what was done on them', () => {
    const moments = [30, 30, 30, 10].flatMap((minutes, index) => {
      const sessionId = `s${index}`;
      const day = `2026-03-0${index + 2}`;
      return [
        moment('launched', `${day}T09:00`, { sessionId }),
        moment('work', `${day}T09:${minutes}`, { sessionId }),
      ];
    });
    expect(partsOf(10, moments, { on: '2026-03-05T09:10' }).map(({ amount }) => amount)).toEqual([
      300, 300, 300, 100,
    ]);
  });

  it('an offline statement counts on the day it names, and never before its launch or after it came', () => {
    const sent = { storedAt: time('2026-03-05T08:00') };
    const moments = [
      moment('launched', '2026-03-02T09:00'),
      moment('work', '2026-03-02T09:10', sent),
      moment('work', '2026-03-03T10:00', sent),
      moment('work', '2026-03-01T10:00', sent),
      moment('work', '2026-03-09T10:00', sent),
    ];
    const days = partsOf(4, moments, { on: '2026-03-05T08:00' }).map(({ date }) => date);
    expect(days).toEqual(['2026-03-02', '2026-03-03', '2026-03-05']);
  });

  it('a night between two statements is no work, and a session over midnight is split there', () => {
    const night = [
      moment('launched', '23:50'),
      moment('work', '2026-03-03T00:10'),
      moment('work', '2026-03-03T08:00'),
    ];
    const days = daysOfEffort(sessionsOf(night, time('2026-03-03T08:00')), wib);
    expect([...days].map(([date, spent]) => [date, spent / 60_000])).toEqual([
      ['2026-03-02', 10],
      ['2026-03-03', 40],
    ]);
  });

  it('L5: the day is the one of the learner', () => {
    const moments = [moment('launched', '22:10'), moment('work', '22:30')];
    expect(partsOf(2, moments, { on: '22:30' })).toEqual([{ date: '2026-03-02', amount: 200 }]);
    expect(partsOf(2, moments, { on: '22:30', zone: 'Asia/Jayapura' })).toEqual([
      { date: '2026-03-03', amount: 200 },
    ]);
  });

  it('what is done after the completion counts nothing, and what names no session belongs to the launch before', () => {
    const moments = [
      moment('launched', '09:00'),
      moment('work', '09:20', { sessionId: undefined as never }),
      moment('launched', '2026-03-09T09:00', { sessionId: 's2' }),
      moment('work', '2026-03-09T09:20', { sessionId: 's2' }),
    ];
    expect(partsOf(2, moments, { on: '09:20' })).toEqual([{ date: '2026-03-02', amount: 200 }]);
  });

  it('gives out every hundredth', () => {
    const days = new Map([
      ['2026-03-04', 1],
      ['2026-03-02', 1],
      ['2026-03-03', 1],
    ]);
    expect(spread(jp(10), days).map(({ amount }) => amount)).toEqual([334, 333, 333]);
    expect(spread(jp(10), new Map())).toEqual([]);
  });
});

describe('on which days JP of another system were earned', () => {
  const at = (day: string) => time(`2026-03-${day}T09:00`);
  type Known = Partial<Parameters<typeof partsOfCompletion>[0]>;
  const daysOf = (known: Known, moments: readonly Moment[] = []) => {
    const completion = {
      ...{ stated: jp(6), shown: { here: 0, elsewhere: 1, waived: 0 } },
      ...{ enrolledAt: at('01'), completedAt: at('20') },
    };
    const given = { ...completion, ...known };
    return partsOfCompletion(given, sessionsOf(moments, given.completedAt), wib).map(({ date, amount }) => [
      date.slice(-2),
      amount,
    ]);
  };

  it('are those between two signs within a week, since nobody sees what is done there', () => {
    const signs = [at('17'), at('18')];
    expect(daysOf({ elsewhere: { signs } })).toEqual([
      ['17', 150],
      ['18', 150],
      ['19', 150],
      ['20', 150],
    ]);
  });

  it('are no days of a longer silence than the last week of it, and none since the enrolment', () => {
    expect(daysOf({ elsewhere: { signs: [at('04')] } }).map(([day]) => day)).toEqual([
      '04',
      '14',
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
    ]);
    expect(daysOf({})).toEqual([['20', 600]]);
  });

  it('end where the provider says so, whose word came later', () => {
    const elsewhere = { signs: [at('17'), at('18')], doneAt: at('18') };
    expect(daysOf({ elsewhere }).map(([day]) => day)).toEqual(['17', '18']);
  });

  it('begin with the enrolment at the earliest, whatever a provider says', () => {
    const elsewhere = { signs: [time('2026-02-20T09:00')], doneAt: time('2026-02-20T09:00') };
    expect(daysOf({ elsewhere })).toEqual([['01', 600]]);
  });

  it('have the share of their parts alone: a link takes no JP of what was learned here to other days', () => {
    const moments = [moment('launched', '2026-03-10T09:00'), moment('work', '2026-03-10T09:30')];
    const shown = { here: 2, elsewhere: 1, waived: 0 };
    expect(daysOf({ shown, elsewhere: { signs: [at('19')] } }, moments)).toEqual([
      ['10', 400],
      ['19', 100],
      ['20', 100],
    ]);
    expect(daysOf({ shown, elsewhere: { signs: [at('19')] } })).toEqual([
      ['19', 300],
      ['20', 300],
    ]);
  });

  it('are the same whenever somebody enrolled before the first sign, and none but signs and the week before each', () => {
    const minute = (n: number) => new Date(Date.parse(at('01')) + n * 60_000).toISOString();
    const minutes = fc.integer({ min: 0, max: 90 * 24 * 60 });
    fc.assert(
      fc.property(
        fc.array(minutes, { minLength: 1, maxLength: 8 }),
        minutes,
        minutes,
        (marks, before, more) => {
          const [first, last] = [Math.min(...marks), Math.max(...marks) + more];
          const given = { elsewhere: { signs: marks.map(minute) }, completedAt: minute(last), stated: jp(9) };
          const enrolled = (n: number) =>
            partsOfCompletion(
              { ...given, shown: { here: 0, elsewhere: 2, waived: 0 }, enrolledAt: minute(n) },
              [],
              wib,
            );
          const parts = enrolled(first);
          expect(enrolled(first - before)).toEqual(parts);
          expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(900);
          const signs = [...marks, last].map((mark) => Date.parse(minute(mark)));
          for (const { date } of parts) {
            const end = Date.parse(`${date}T23:59:59.999+07:00`);
            expect(signs.some((sign) => sign > end - 86_400_000 && sign <= end + 6 * 86_400_000)).toBe(true);
          }
        },
      ),
      { numRuns: 200, seed: 20_26 },
    );
  });
});

describe('whether the effort can be believed', () => {
  const rule = ruleFor(nationalRules, 'effort', { on: '2026-03-02' });
  if (!rule) throw new Error('no rule of effort');
  type Given = { readonly done: string; readonly elsewhere?: readonly Span[] };
  const judged = (stated: number, moments: readonly Moment[], { done, elsewhere = [] }: Given) =>
    judgeEffort(sessionsOf(moments, time(done)), { stated: jp(stated), rule, elsewhere });

  it('L1: a course of 20 minutes that was done in 20 seconds is held, with both times', () => {
    const moments = [moment('launched', '09:00')];
    const done = new Date(Date.parse(time('09:00')) + 20_000).toISOString();
    const held = judgeEffort(sessionsOf(moments, done), {
      stated: 44 as Jp,
      rule,
      elsewhere: [],
    });
    expect(held).toEqual([{ code: 'too-short', seconds: 20, leastSeconds: 237 }]);
  });

  it('is believed from the least share on, also before the last words of the session have arrived', () => {
    expect(judged(2, [moment('launched', '09:00')], { done: '09:18' })).toEqual([]);
    expect(judged(2, [moment('launched', '09:00')], { done: '09:17' })).toMatchObject([
      { code: 'too-short' },
    ]);
  });

  it('L1: five hours that a session of one minute claims are held', () => {
    const closed = moment('closed', '09:01', { claimedSeconds: 18_000 });
    expect(judged(0.01, [moment('launched', '09:00'), closed], { done: '09:01' })).toEqual([
      { code: 'impossible-duration', claimed: 18_000, seconds: 60 },
    ]);
    const fair = moment('closed', '09:30', { claimedSeconds: 1900 });
    expect(judged(1, [moment('launched', '09:00'), fair], { done: '09:20' })).toEqual([]);
  });

  it('L1: the same hour counts for one course only', () => {
    const moments = [moment('launched', '09:00'), moment('work', '10:00')];
    const { spans } = proofOf(sessionsOf(moments, time('10:00')));
    expect(judged(2, moments, { done: '10:00', elsewhere: spans })).toEqual([
      { code: 'parallel', seconds: 0, leastSeconds: 1080 },
    ]);
    const half = spans.map(([from, to]): Span => [from, to - 1800]);
    expect(judged(2, moments, { done: '10:00', elsewhere: half })).toEqual([]);
  });

  it('L1: of a course that is partly elsewhere its own parts are judged by their share, and told so', () => {
    const measured = { parts: 1, all: 4 };
    const sessions = (done: string) => sessionsOf([moment('launched', '09:00')], time(done));
    const given = { stated: jp(10), rule, elsewhere: [], measured };
    expect(judgeEffort(sessions('09:22'), given)).toEqual([
      { code: 'too-short', seconds: 22 * 60, leastSeconds: 1350, measured },
    ]);
    expect(judgeEffort(sessions('09:23'), given)).toEqual([]);
    const [taken] = judgeEffort(sessions('09:23'), {
      ...given,
      elsewhere: proofOf(sessions('09:23')).spans,
    });
    expect(taken).toEqual({ code: 'parallel', seconds: 0, leastSeconds: 1350, measured });
  });

  it('L1: nothing that was recorded is no time at all, and no time is asked where everything was waived', () => {
    expect(judged(2, [], { done: '09:18' })).toEqual([{ code: 'too-short', seconds: 0, leastSeconds: 1080 }]);
    const waived = { stated: jp(2), rule, elsewhere: [], measured: { parts: 0, all: 2 } };
    expect(judgeEffort([], waived)).toEqual([]);
  });

  describe('of what another system shows', () => {
    type Known = { readonly opened?: string; readonly told?: string; readonly here?: readonly Moment[] };
    const shown = { here: 1, elsewhere: 1, waived: 0 };
    /** Eight JP, enrolled at eight, of which at least 72 minutes are believed. */
    const window = (done: string, { opened, told, here = [] }: Known, parts = shown) =>
      judgeWindow(
        {
          ...{ shown: parts, stated: jp(8), enrolledAt: time('08:00'), completedAt: time(done) },
          elsewhere: { ...(opened && { openedAt: time(opened) }), ...(told && { doneAt: time(told) }) },
        },
        sessionsOf(here, time(done)),
        rule,
      );
    const found = { code: 'too-fast', leastSeconds: 4320, unmeasured: { parts: 1, all: 2 } };

    it('is the most that anybody can have learned the time from the first opening to the completion', () => {
      const since = { since: 'opened', until: 'completed' };
      expect(window('10:11', { opened: '09:00' })).toEqual({ ...found, ...since, seconds: 4260 });
      expect(window('10:12', { opened: '09:00' })).toBeUndefined();
      expect(window('10:12', { opened: '10:00', here: [moment('launched', '09:00')] })).toBeUndefined();
    });

    it('or from the enrolment, where nobody opened it from here', () => {
      expect(window('09:11', {})).toEqual({ ...found, seconds: 4260, since: 'enrolled', until: 'completed' });
      expect(window('09:12', {})).toBeUndefined();
    });

    it('ends where the provider says so: word that comes a day later makes nobody slower', () => {
      const late = { opened: '09:00', told: '09:01' };
      const since = { since: 'opened', until: 'told' };
      expect(window('2026-03-03T09:00', late)).toEqual({ ...found, ...since, seconds: 60 });
      expect(window('2026-03-03T09:00', { opened: '09:00', told: '10:12' })).toBeUndefined();
      const before = window('09:30', { told: '2026-02-20T10:00' });
      expect(before).toMatchObject({ seconds: 0, since: 'enrolled', until: 'told' });
    });

    it('ends with the last work here where that was later than the word of the provider', () => {
      const here = [moment('launched', '10:00'), moment('closed', '10:20')];
      expect(window('11:00', { opened: '09:00', told: '09:01', here })).toBeUndefined();
    });

    it('asks nothing of a course that is shown here', () => {
      expect(window('08:01', {}, { here: 2, elsewhere: 0, waived: 0 })).toBeUndefined();
    });
  });

  it('adds up spans once', () => {
    expect(
      mergeSpans([
        [5, 9],
        [1, 3],
        [2, 6],
      ]),
    ).toEqual([[1, 9]]);
    expect(
      without(
        [[0, 10]],
        [
          [2, 3],
          [8, 12],
        ],
      ),
    ).toEqual([
      [0, 2],
      [3, 8],
    ]);
    expect(without([[0, 10]], [[0, 10]])).toEqual([]);
  });
});
