import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import type { EventId } from '@sinau/programmes';
import { eventOf, memoryProgrammeStores, seatAt } from '@sinau/programmes/testing';
import { expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { type AskAgainDeps, askAgain } from './ask-again.ts';

const home = { kind: 'agency', agencyId: 'bkn' };
const people = [
  { personId: 'sri', roles: ['learner'], home },
  { personId: 'adi', roles: ['learner'], home },
  { personId: 'kepala', roles: ['supervisor'], home },
  { personId: 'agus', roles: ['agency-admin'], home },
].map((one) => ({ ...one, name: one.personId, email: `${one.personId}@bkn.example`, status: 'active' }));

/** Sri has a supervisor, Adi has none; both have asked for a course, and Sri has proposed a seminar. */
function world() {
  const clock = fixedClock('2026-03-02T00:00:00.000Z');
  const notices = memoryNoticeStore();
  const at = clock.now().toISOString();
  const requests = ['sri', 'adi'].map((personId) => ({
    ...{ personId, registration: `r-${personId}`, courseId: 'c1', requestedAt: at },
  }));
  const proposals = [
    {
      personId: 'sri',
      learningId: 'l1',
      state: 'submitted',
      waitingSince: at,
      details: { title: 'Seminar' },
    },
    { personId: 'sri', learningId: 'l2', state: 'reported', waitingSince: at, details: { title: 'Kursus' } },
  ];
  const looked: string[] = [];
  const { events, seats: eventSeats } = memoryProgrammeStores();
  const deps = {
    ...{ clock, notices, onMailFailure: () => {}, mail: { send: async () => {} } },
    organisations: { listAgencies: async () => [{ agencyId: 'bkn' as AgencyId }] },
    // Two pages, so that the second is read only where it is needed.
    enrolments: {
      listRequested: async (_: AgencyId, { after }: { readonly after?: string }) => {
        looked.push(after ?? 'first');
        return after === undefined
          ? { enrolments: requests.slice(0, 1), next: 'more' }
          : { enrolments: requests.slice(1) };
      },
    },
    learnings: { listWaiting: async () => ({ learnings: proposals }) },
    ...{ events, eventSeats },
    learners: {
      placeOf: async (personId: string) => (personId === 'sri' ? { supervisorId: 'kepala' } : {}),
    },
    courses: { find: async () => ({ title: { id: 'Etika' } }) },
    people: {
      find: async (personId: string) => people.find((one) => one.personId === personId),
      listHolders: holdersIn(() => people),
    },
  } as unknown as AskAgainDeps;
  const inboxOf = async (personId: string) =>
    (await notices.list({ personId: personId as PersonId, limit: 20 }))
      .map(({ kind, link }) => `${kind} ${link}`)
      .toSorted();
  const day = async (n: number) => {
    clock.advance(Date.parse(at) + n * 86_400_000 - clock.now().getTime());
    await askAgain(deps);
    await askAgain(deps);
  };
  /** Somebody has asked for an event that begins on that day. */
  const ask = async (personId: string, startsOn: string) => {
    const [session] = eventOf().sessions;
    if (!session) throw new Error('it has sessions');
    const times = { startsAt: `${startsOn}T02:00:00.000Z`, endsAt: `${startsOn}T05:00:00.000Z` };
    const event = eventOf({ eventId: `e-${personId}` as EventId, sessions: [{ ...session, ...times }] });
    await events.save(event);
    const seat = { eventId: event.eventId, personId: personId as PersonId, since: at };
    await eventSeats.step(undefined, seatAt({ ...seat, state: 'requested' }));
  };
  return { day, inboxOf, looked, ask };
}

it('does the same with requests for events, as long as they have not begun', async () => {
  const { day, inboxOf, ask } = world();
  await ask('sri', '2026-12-01');
  await ask('adi', '2026-12-01');
  const about = async (personId: string) =>
    (await inboxOf(personId)).filter((one) => one.startsWith('event-requested'));
  for (const n of [6, 7, 8, 13]) await day(n);
  expect(await about('kepala')).toEqual(['event-requested /team/events']);
  expect(await about('agus')).toEqual([]);
  for (const n of [14, 15, 40]) await day(n);
  // Adi, who has no supervisor, has been the agency's matter from the beginning.
  expect(await about('agus')).toEqual(['event-requested /agency/event-requests']);
  const over = world();
  await over.ask('sri', '2026-03-05');
  await over.day(7);
  expect((await over.inboxOf('kepala')).filter((one) => one.startsWith('event'))).toEqual([]);
});

it('asks the supervisor again after a week, and tells the agency after two that it may answer, each once', async () => {
  const { day, inboxOf } = world();
  const waits = (desk: string) => [
    `enrolment-requested /${desk}/approvals/r-sri`,
    `external-learning-waiting /${desk}/external/sri/l1`,
  ];
  await day(6);
  expect(await inboxOf('kepala')).toEqual([]);
  for (const n of [7, 8, 9, 13]) await day(n);
  expect(await inboxOf('kepala')).toEqual(waits('team'));
  expect(await inboxOf('agus')).toEqual([]);
  for (const n of [14, 15, 16, 40]) await day(n);
  expect(await inboxOf('agus')).toEqual(waits('agency'));
  expect(await inboxOf('kepala')).toEqual(waits('team'));
  expect(await inboxOf('sri')).toEqual([]);
});

it('looks no further than what has waited for a week', async () => {
  const { day, looked } = world();
  await day(6);
  expect(looked).not.toContain('more');
});
