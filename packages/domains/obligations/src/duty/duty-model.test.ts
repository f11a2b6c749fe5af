import { describe, expect, it } from 'vitest';
import type { Due } from '../obligation.ts';
import { type CourseStanding, standingOf } from './duty-state.ts';
import { dueDayOf, periodOn } from './period.ts';
import { nextReminder } from './reminder-steps.ts';

const completion = (completedAt: string, isRecognised = false) => ({
  registration: `r-${completedAt}`,
  completedAt,
  isRecognised,
});

describe('the round that somebody is given', () => {
  const createdAt = '2026-03-02T01:00:00.000Z';
  const lastDay = (due: Due, givenOn: string) => {
    const period = periodOn({ due, createdAt }, givenOn);
    return period && `${period.name} ${dueDayOf(period, givenOn)}`;
  };

  it('ends on its day for whoever was there when it was opened, and gives thirty days to who comes later', () => {
    const once = { kind: 'once', on: '2026-06-30' } as const;
    const days = ['2026-03-03', '2026-03-04', '2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'];
    expect(days.map((day) => lastDay(once, day))).toEqual([
      ...['once 2026-06-30', 'once 2026-06-30', 'once 2026-06-30'],
      ...['once 2026-07-01', 'once 2026-07-30', 'once 2026-07-31'],
    ]);
    // Whoever makes one with ten days means ten days for those who are there.
    expect(lastDay({ kind: 'once', on: '2026-03-12' }, '2026-03-02')).toBe('once 2026-03-12');
  });

  it('each year begins on 1 January, and is given after its last day as long as thirty days fit into the year', () => {
    const yearly = { kind: 'yearly', by: '06-30' } as const;
    const days = ['2026-03-02', '2026-06-29', '2026-07-01', '2026-12-01', '2026-12-02', '2027-01-01'];
    expect(days.map((day) => lastDay(yearly, day))).toEqual([
      ...['2026 2026-06-30', '2026 2026-07-29', '2026 2026-07-31'],
      ...['2026 2026-12-31', undefined, '2027 2027-06-30'],
    ]);
    // Nobody owes the year in which it was made after its day.
    expect(lastDay({ kind: 'yearly', by: '02-28' }, '2026-03-02')).toBeUndefined();
    expect(lastDay({ kind: 'yearly', by: '02-29' }, '2027-01-01')).toBe('2027 2027-02-28');
    expect(lastDay({ kind: 'yearly', by: '02-29' }, '2028-01-01')).toBe('2028 2028-02-29');
  });
});

describe('what a duty comes to', () => {
  const states: readonly [string, CourseStanding, string][] = [
    ['nothing', { completions: [] }, 'required'],
    ['waits', { current: { state: 'waiting', hasBegun: false }, completions: [] }, 'required'],
    ['is open', { current: { state: 'active', hasBegun: false }, completions: [] }, 'enrolled'],
    ['has begun', { current: { state: 'active', hasBegun: true }, completions: [] }, 'started'],
    ['is done', { completions: [completion('2026-03-02T01:00:00.000Z')] }, 'finished'],
    ['counts', { completions: [completion('2026-03-02T01:00:00.000Z', true)] }, 'recognised'],
  ];
  it.each(states)('when the course %s', (_, course, state) => {
    expect(standingOf('2026', course, 'Asia/Jakarta').state).toBe(state);
  });

  it('counts a completion of the year of the person, also once a re-take follows it, and none of the year before', () => {
    // 01.00 on 1 January in Jakarta, and still the year before in UTC.
    const course = {
      current: { state: 'active', hasBegun: true },
      completions: [completion('2025-12-31T18:00:00.000Z')],
    } as const;
    expect(standingOf('2026', course, 'Asia/Jakarta').state).toBe('finished');
    expect(standingOf('2027', course, 'Asia/Jakarta').state).toBe('started');
    expect(standingOf('once', course, 'Asia/Jakarta')).toMatchObject({
      state: 'finished',
      finishedAt: '2025-12-31T18:00:00.000Z',
    });
  });
});

describe('a course that was done before New Year and told after it', () => {
  const told = completion('2027-01-02T02:00:00.000Z', true);
  const stateIn = (period: string, learnedOn?: string) => {
    const completions = [{ ...told, ...(learnedOn !== undefined && { learnedOn }) }];
    const current = { state: 'completed', hasBegun: true } as const;
    return standingOf(period, { current, completions }, 'Asia/Jakarta').state;
  };

  it('counts in the round of the day on which it was learned, and not in the next one as well', () => {
    expect([stateIn('2026', '2026-12-30'), stateIn('2027', '2026-12-30')]).toEqual([
      'recognised',
      'required',
    ]);
    expect(stateIn('2027', '2027-01-01')).toBe('recognised');
  });

  it('counts by the day on which it was told while the ledger has no line of it', () => {
    expect(stateIn('2027')).toBe('recognised');
  });
});

describe('reminders', () => {
  it('follow each other at seven in the morning of the person, and what is over is left out', () => {
    const at = (zone: 'Asia/Jakarta' | 'Asia/Jayapura', now: string) =>
      nextReminder('2026-06-30', zone, new Date(now));
    expect(at('Asia/Jakarta', '2026-03-02T00:00:00.000Z')).toEqual({
      step: '30',
      at: '2026-05-31T00:00:00.000Z',
    });
    expect(at('Asia/Jayapura', '2026-03-02T00:00:00.000Z')).toEqual({
      step: '30',
      at: '2026-05-30T22:00:00.000Z',
    });
    expect(at('Asia/Jakarta', '2026-05-31T00:00:00.000Z')?.step).toBe('7');
    expect(at('Asia/Jakarta', '2026-06-29T01:00:00.000Z')).toEqual({
      step: 'overdue',
      at: '2026-07-01T00:00:00.000Z',
    });
    expect(at('Asia/Jakarta', '2026-07-01T00:00:00.000Z')).toBeUndefined();
  });
});
