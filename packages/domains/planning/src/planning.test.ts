import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { PlanChanged } from './errors.ts';
import { planRequestSchema } from './plan.ts';
import { planWeek } from './plan-week.ts';
import { readWeek } from './read-week.ts';
import { setPlan, stopPlan } from './set-plan.ts';
import { suggest } from './suggest.ts';
import { memoryPlanningStore } from './testing/memory-planning-store.ts';
import { timeByDay } from './time-by-day.ts';

const personId = 'sri' as PersonId;
const principal: PersonPrincipal = { kind: 'person', personId, name: 'Sri', roles: ['learner'] };
// 28 November 2026 is a Saturday.
const clock = fixedClock('2026-11-28T02:00:00.000Z');
const minutesOf = (days: ReturnType<typeof planWeek>['days']) => days.map(({ minutes }) => minutes);
const session = (sessionId: string, from: string, to: string) => ({
  ...{ sessionId, from: `2026-11-${from}:00.000Z`, to: `2026-11-${to}:00.000Z` },
});

describe('the time of a week', () => {
  it('counts sessions that run at once once, and one that was left open for two hours', () => {
    const days = timeByDay(
      [
        session('a', '23T01:00', '23T01:30'),
        session('b', '23T01:20', '23T01:50'),
        session('c', '24T01:00', '25T09:00'),
      ],
      'Asia/Jakarta',
    );
    expect([...days]).toEqual([
      ['2026-11-23', 50 * 60],
      ['2026-11-24', 120 * 60],
    ]);
  });

  it('is split at the midnight of the person', () => {
    const over = [session('a', '23T14:30', '23T15:30')];
    expect([...timeByDay(over, 'Asia/Jayapura')]).toEqual([
      ['2026-11-23', 30 * 60],
      ['2026-11-24', 30 * 60],
    ]);
    expect([...timeByDay(over, 'Asia/Jakarta')]).toEqual([['2026-11-23', 60 * 60]]);
  });
});

describe('a planned week', () => {
  const plan = { days: [1, 3, 5], minutes: 90 };

  it('shares its minutes by its days', () => {
    expect(minutesOf(planWeek(plan, '2026-11-23', new Map()).days)).toEqual([30, 0, 30, 0, 30, 0, 0]);
  });

  it('moves what a day has not brought to those that are left, and takes off what another has brought beyond', () => {
    const thursday = planWeek(plan, '2026-11-26', new Map([['2026-11-24', 600]]));
    expect(minutesOf(thursday.days)).toEqual([0, 0, 0, 0, 80, 0, 0]);
    expect(thursday).toMatchObject({ state: 'under-way', doneSeconds: 600 });
    const diligent = planWeek(plan, '2026-11-24', new Map([['2026-11-23', 60 * 60]]));
    expect(minutesOf(diligent.days)).toEqual([0, 0, 15, 0, 15, 0, 0]);
  });

  it('is over without a word of blame, or done', () => {
    expect(planWeek(plan, '2026-11-28', new Map()).state).toBe('over');
    expect(planWeek(plan, '2026-11-28', new Map([['2026-11-28', 90 * 60]])).state).toBe('done');
  });

  it('suggests what is due first, then what was touched last, and no more than is left of each', () => {
    const week = planWeek(plan, '2026-11-23', new Map([['2026-11-23', 10 * 60]]));
    const courses = [
      { courseId: 'touched', minutesLeft: 500 },
      { courseId: 'due', dueOn: '2026-12-01', minutesLeft: 25 },
      { courseId: 'finished', dueOn: '2026-11-24', minutesLeft: 0 },
    ];
    expect([...suggest(week, courses)]).toEqual([
      ['2026-11-23', [{ courseId: 'due', minutes: 20 }]],
      [
        '2026-11-25',
        [
          { courseId: 'due', minutes: 5 },
          { courseId: 'touched', minutes: 25 },
        ],
      ],
      ['2026-11-27', [{ courseId: 'touched', minutes: 30 }]],
    ]);
    expect([...suggest(week, [])]).toEqual([]);
  });
});

describe('a plan', () => {
  it('is the person’s own, changed as it was read, given up and taken up again', async () => {
    const deps = { plans: memoryPlanningStore(), clock };
    const request = planRequestSchema.parse({ days: [5, 1, 5], minutes: 60 });
    await setPlan(deps, { principal, request, rev: 0 });
    await expect(setPlan(deps, { principal, request, rev: 0 })).rejects.toThrow(PlanChanged);
    const now = clock.now();
    const read = () => readWeek(deps, { personId, zone: 'Asia/Jakarta', now });
    expect(await read()).toMatchObject({ plan: { days: [1, 5], minutes: 60 }, week: { state: 'over' } });
    await deps.plans.noteSession(personId, session('a', '22T23:00', '23T00:00'));
    await deps.plans.noteSession(personId, session('b', '22T16:30', '22T17:30'));
    // From Sunday 23.30 to Monday 00.30, and Monday morning.
    expect((await read()).doneSeconds).toBe(90 * 60);
    for (const stopped of [true, true]) await stopPlan(deps, { principal, stopped });
    const stopped = await read();
    expect(stopped.plan?.stopped).toBe(true);
    expect(stopped).not.toHaveProperty('week');
    await stopPlan(deps, { principal, stopped: false });
    expect((await read()).week).toBeDefined();
  });

  it('D1: has days and minutes and no other field', () => {
    const valid = { days: [1], minutes: 15 };
    expect(planRequestSchema.safeParse(valid).success).toBe(true);
    const wrong = [
      { ...valid, days: [] },
      { ...valid, days: [8] },
      { ...valid, minutes: 14 },
      { ...valid, minutes: 2401 },
      { ...valid, minutes: 15.5 },
      { ...valid, personId: 'budi' },
    ];
    for (const request of wrong) expect(planRequestSchema.safeParse(request).success).toBe(false);
  });
});
