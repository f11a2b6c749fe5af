import { describe, expect, it } from 'vitest';
import { type CourseStanding, standingOf } from './duty-state.ts';
import { periodOn } from './period.ts';
import { nextReminder } from './reminder-steps.ts';

const completion = (completedAt: string, isRecognised = false) => ({
  registration: `r-${completedAt}`,
  completedAt,
  isRecognised,
});

describe('the round that somebody is given', () => {
  it('is one until its day, and at least thirty days for who comes later', () => {
    const once = { kind: 'once', on: '2026-06-30' } as const;
    expect(periodOn(once, '2026-06-30')).toEqual({ name: 'once', dueOn: '2026-06-30' });
    expect(periodOn(once, '2026-07-01')).toEqual({ name: 'once', dueOn: '2026-07-31' });
  });

  it('is one each calendar year, and none between its last day and the next year', () => {
    const yearly = { kind: 'yearly', by: '02-29' } as const;
    const years = ['2026-01-01', '2026-02-28', '2026-03-01', '2026-12-31', '2027-01-01', '2028-02-29'];
    expect(years.map((day) => periodOn(yearly, day)?.dueOn)).toEqual([
      ...['2026-02-28', '2026-02-28', undefined, undefined],
      ...['2027-02-28', '2028-02-29'],
    ]);
    expect(periodOn(yearly, '2026-01-01')).toMatchObject({ name: '2026', countsFrom: '2026-01-01' });
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
