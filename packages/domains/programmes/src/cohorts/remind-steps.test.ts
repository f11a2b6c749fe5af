import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortOf, memoryCohortStores, memoryPathStores, organiser, seatAt } from '../testing/index.ts';
import { localTimeOf } from '../zone.ts';
import type { Cohort, CohortId } from './cohort.ts';
import { changeCohort, closeCohort, openCohort } from './desk.ts';
import { idOfHall } from './ports.ts';
import { remindSteps, type StepTeller } from './remind-steps.ts';
import { nextTelling, reachedAt } from './step-reminders.ts';

const sari = 'sari' as PersonId;
const cohortId = 'k-1' as CohortId;
const [start, end] = ['2026-11-20T02:00:00.000Z', '2027-01-15T00:00:00.000Z'];

/** A cohort of a course that is due on 15 December, with Ani and Budi in it and Sari above them. */
async function world(over: Partial<Cohort> = {}) {
  const stores = { ...memoryCohortStores(), ...memoryPathStores() };
  const clock = fixedClock(start);
  const finished = new Set<string>();
  const told: string[] = [];
  const ids = new Set<string>();
  let looks = 0;
  const isNew = (...parts: readonly string[]) => {
    const id = parts.join(' ');
    const known = ids.has(id);
    ids.add(id);
    return !known;
  };
  const day = () => localTimeOf(clock.now().toISOString(), 'Asia/Jakarta').slice(0, 10);
  const deps = {
    ...{ ...stores, clock },
    cohorts: {
      ...stores.cohorts,
      find: async (id: CohortId) => {
        looks += 1;
        return stores.cohorts.find(id);
      },
    },
    steps: {
      find: async () => ({ title: { id: 'Etika' } }),
      progressOf: async (personId: PersonId, steps: readonly unknown[]) =>
        steps.map(() =>
          finished.has(personId) ? ({ state: 'done', at: start } as const) : ({ state: 'none' } as const),
        ),
    },
    people: {
      placeOf: async () => ({ unitIds: [], supervisorId: sari }),
      teamOf: async () => ['ani', 'budi'] as readonly string[] as readonly PersonId[],
    },
    teller: {
      tellLearner: async ({ personId, steps, id }: Parameters<StepTeller['tellLearner']>[0]) => {
        if (isNew(personId, id))
          told.push(`${day()} ${personId} ${steps.map(({ reminder }) => reminder).join()}`);
      },
      tellSupervisor: async ({ supervisorId, steps, id }: Parameters<StepTeller['tellSupervisor']>[0]) => {
        const late = steps.filter(({ isLate }) => isLate).length;
        if (isNew(supervisorId, id)) told.push(`${day()} ${supervisorId} ${late}/${steps.length}`);
      },
    },
  };
  await stores.cohorts.save(cohortOf({ state: 'draft', ...over }));
  await openCohort(deps, { principal: organiser, cohortId });
  for (const name of ['ani', 'budi']) {
    const place = { eventId: idOfHall(cohortId), personId: name as PersonId };
    await stores.seats.step(undefined, seatAt({ ...place, state: 'confirmed' }));
  }
  const round = () => remindSteps(deps, { limit: 10 });
  const to = (moment: string) => clock.advance(Date.parse(moment) - clock.now().getTime());
  return { deps, told, finished, round, to, looksNow: () => looks };
}

const expected = [
  ...['2026-12-08 ani 7', '2026-12-08 budi 7'],
  ...['2026-12-14 ani 1', '2026-12-14 budi 1', '2026-12-14 sari 0/2'],
  ...['2026-12-16 ani overdue', '2026-12-16 budi overdue'],
  ...['2026-12-21 sari 2/2', '2026-12-28 sari 2/2', '2027-01-04 sari 2/2', '2027-01-11 sari 2/2'],
];

describe('days of steps of a cohort', () => {
  it('are told at seven in the morning of the place 30, 7 and 1 days before and the day after, and what was over is not', () => {
    const days = { dueDays: [{ stepId: 'a', on: '2026-12-31' }], zone: 'Asia/Jayapura' };
    const moments: string[] = [];
    for (let at: string | undefined = '2026-11-30T00:00:00.000Z'; at !== undefined; ) {
      at = nextTelling(days, at);
      if (at !== undefined) moments.push(at);
    }
    expect(moments).toEqual([
      ...['2026-11-30T22:00:00.000Z', '2026-12-23T22:00:00.000Z'],
      ...['2026-12-29T22:00:00.000Z', '2026-12-31T22:00:00.000Z'],
    ]);
    const late = '2027-01-05T00:00:00.000Z';
    expect(reachedAt(days, moments[0] ?? '', late)).toEqual([]);
    expect(reachedAt(days, moments[3] ?? '', late)).toMatchObject([{ stepId: 'a', reminder: 'overdue' }]);
  });

  it('are told once to whoever has not finished, and to their supervisor once a week', async () => {
    const { told, round, to, finished } = await world();
    for (let at = start; at < end; at = new Date(Date.parse(at) + 3 * 3_600_000).toISOString()) {
      to(at);
      await round();
      await round();
    }
    expect(told).toEqual(expected);
    finished.add('ani');
    finished.add('budi');
    to('2027-01-18T01:00:00.000Z');
    await round();
    to('2027-02-18T01:00:00.000Z');
    await round();
    expect(told).toEqual(expected);
  });

  it('are told to nobody who has finished, whatever day it is, and to nobody once the cohort is closed', async () => {
    const { deps, told, round, to, finished } = await world();
    finished.add('ani');
    to('2026-12-08T00:30:00.000Z');
    await round();
    expect(told).toEqual(['2026-12-08 budi 7']);
    await closeCohort(deps, { principal: organiser, cohortId });
    to('2026-12-14T00:30:00.000Z');
    await round();
    expect(told).toEqual(['2026-12-08 budi 7']);
  });

  it('go by other days from the moment at which these are set', async () => {
    const { deps, told, round, to } = await world();
    const cohort = await deps.cohorts.find(cohortId);
    if (!cohort) throw new Error('there is a cohort');
    const { name, startsOn, endsOn, applyUntil, zone, capacity, admission, audience, unitIds } = cohort;
    const terms = { name, startsOn, endsOn, applyUntil, zone, capacity, admission, audience, unitIds };
    const dueDays = [{ stepId: 'course', on: '2026-12-31' }];
    const change = { ...terms, confirmHours: 24, dueDays };
    await changeCohort(deps, { principal: organiser, cohortId, rev: cohort.rev, terms: change });
    to('2026-12-20T00:30:00.000Z');
    await round();
    expect(told).toEqual(['2026-12-20 ani 30', '2026-12-20 budi 30']);
  });

  it('are told of one cohort though another cannot be read, which alarms', async () => {
    const { deps, told, to } = await world();
    const broken = 'k-0' as CohortId;
    await deps.turns.add('cohort', { id: broken, at: '2026-12-08T00:00:00.000Z' });
    const cohorts = {
      ...deps.cohorts,
      find: (id: CohortId) =>
        id === broken ? Promise.reject(new Error('unreadable')) : deps.cohorts.find(id),
    };
    to('2026-12-08T00:30:00.000Z');
    await expect(remindSteps({ ...deps, cohorts }, { limit: 10 })).rejects.toThrow('unreadable');
    expect(told).toEqual(['2026-12-08 ani 7', '2026-12-08 budi 7']);
  });

  it('cost nothing where nothing is due', async () => {
    const { round, to, looksNow } = await world();
    const before = looksNow();
    to('2026-12-07T00:00:00.000Z');
    await round();
    expect(looksNow()).toBe(before);
    to('2026-12-08T00:00:00.000Z');
    await round();
    expect(looksNow()).toBe(before + 1);
  });

  it('are the same whenever rounds come, are cut off and repeated, as long as one comes each day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(23), { minLength: 56, maxLength: 56 }), async (hours) => {
        const { deps, told, round, to } = await world();
        for (const [ahead, hour] of hours.entries()) {
          to(
            new Date(Date.parse('2026-11-20T00:00:00.000Z') + (ahead * 24 + hour) * 3_600_000).toISOString(),
          );
          if (hour % 3 === 0) {
            // The worker dies before the turn is moved.
            const cut = {
              ...deps,
              turns: { ...deps.turns, move: () => Promise.reject(new Error('killed')) },
            };
            await remindSteps(cut, { limit: 10 }).catch(() => undefined);
          }
          await round();
          await round();
        }
        const people = told.filter((line) => !line.includes('sari')).map((line) => line.split(' ').slice(1));
        expect(people.map((words) => words.join(' ')).toSorted()).toEqual([
          ...['ani 1', 'ani 7', 'ani overdue', 'budi 1', 'budi 7', 'budi overdue'],
        ]);
        const weeks = told.filter((line) => line.includes('sari')).map((line) => line.slice(0, 10));
        expect(new Set(weeks).size).toBe(weeks.length);
      }),
      { numRuns: 20 },
    );
  });
});
