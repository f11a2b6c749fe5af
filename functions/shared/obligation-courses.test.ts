import type { PersonStanding } from '@sinau/credit';
import { memoryCreditStore } from '@sinau/credit/testing';
import type { RegistrationStore } from '@sinau/delivery';
import { completeEnrolment, followProviderWord, type ProviderWord } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import type { CourseOrder, ObligationId } from '@sinau/obligations';
import { expect, it } from 'vitest';
import { createCourseDesk } from './obligation-courses.ts';

const agencyId = 'bkn' as AgencyId;
const order: CourseOrder = {
  ...{ agencyId, obligationId: 'o1' as ObligationId, personId: 'sri' as PersonId, courseId: 'c1' },
  ...{ dueOn: '2026-06-30', reason: 'Antikorupsi', by: { kind: 'client', id: 'k1', name: 'Simpeg' } },
};

const pns: PersonStanding = {
  ...{ timeZone: 'Asia/Jakarta', statuses: [{ status: 'PNS', from: '2010-01-01' }], assumed: [] },
};

function world(aus: object, standing?: PersonStanding) {
  const enrolments = memoryEnrolmentStore();
  const credit = memoryCreditStore();
  const desk = createCourseDesk({
    ...{ enrolments, clock: fixedClock(), ids: countedIds(), credit },
    courses: { openVersion: async () => ({ version: 1, admission: { mode: 'open' } }) },
    learners: { placeOf: async () => ({ agencyId }), teamOf: async () => [] },
    registrations: { read: async () => ({ aus }) } as unknown as Pick<RegistrationStore, 'read'>,
    standings: { standingOf: async () => standing, standingsOf: async () => new Map() },
  });
  return { desk, enrolments, credit, current: () => enrolments.findCurrent(order.personId, 'c1') };
}

it.each([
  ['goes on for whoever has opened a part that has said nothing yet', '2026-03-02T01:00:00.000Z', 'active'],
  ['ends for whoever has not', undefined, undefined],
])('a course that nobody requires any more %s', async (_, launchedAt, state) => {
  const { desk, current } = world({ 0: launchedAt === undefined ? {} : { launchedAt } });
  expect(await desk.give(order)).toBe('given');
  await desk.takeBack(order, undefined);
  const enrolment = await current();
  expect(enrolment?.state).toBe(state);
  expect(enrolment?.assignment).toBeUndefined();
});

it('a completion is taken back while the provider does not stand by it', async () => {
  const { desk, enrolments, current } = world({});
  await desk.give(order);
  const { registration } = (await current()) ?? {};
  if (!registration) throw new Error('no enrolment');
  const completedAt = '2026-03-02T01:00:00.000Z';
  const hours = { statedJp: async () => undefined };
  await completeEnrolment({ enrolments, hours }, { registration, completedAt });
  const says = async (word: ProviderWord) => {
    const providerWords = { wordOn: async () => word };
    await followProviderWord({ enrolments, clock: fixedClock(), providerWords }, { registration });
    return desk.standingOf(order);
  };
  const completion = { registration, completedAt, isRecognised: false };
  const stands = { current: { state: 'completed', hasBegun: true }, completions: [completion] };
  expect(await says({})).toEqual(stands);
  expect(await says({ takenBack: { at: completedAt } })).toEqual({
    ...stands,
    completions: [{ ...completion, isTakenBack: true }],
  });
  expect(await says({})).toEqual(stands);
});

it('a completion that is told after New Year has the day of its line, and its JP are found in the old year', async () => {
  const { desk, enrolments, credit, current } = world({}, pns);
  await desk.give(order);
  const { registration } = (await current()) ?? {};
  if (!registration) throw new Error('no enrolment');
  const completedAt = '2027-01-02T02:00:00.000Z';
  const hours = { statedJp: async () => undefined };
  await completeEnrolment({ enrolments, hours }, { registration, completedAt });
  const first = { registration, completedAt, isRecognised: false };
  expect((await desk.standingOf(order)).completions).toEqual([first]);
  const source = { kind: 'course', registration, courseId: 'c1', version: 1 } as const;
  const line = (entryId: string, of: string) => ({
    ...{
      kind: 'earned' as const,
      entryId: entryId as never,
      personId: order.personId,
      form: 'KL03' as const,
    },
    ...{ at: completedAt, recordedAt: completedAt, title: { id: 'Antikorupsi' }, abroad: false },
    ...{ stated: 300 as Jp, parts: [{ date: '2026-12-30', amount: 300 }], sameAs: entryId },
    source: { ...source, registration: of },
  });
  await credit.append(line('other', 'another-registration'));
  expect((await desk.standingOf(order)).completions).toEqual([first]);
  await credit.append(line('own', registration));
  expect((await desk.standingOf(order)).completions).toEqual([
    { ...first, learnedOn: '2026-12-30', isRecognised: true },
  ]);
});
