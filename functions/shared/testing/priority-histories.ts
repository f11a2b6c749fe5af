import { randomUUID } from 'node:crypto';
import type { Enrolment, EnrolmentId, EnrolmentStore, Registration } from '@sinau/enrolment';
import type { AgencyId, Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { CohortStore, EventStore, SeatStore } from '@sinau/programmes';
import type { MemberDirectory } from '@sinau/recognition';
import {
  grantPriority,
  type PrioritySeat,
  type PriorityStore,
  redeemPriority,
  settlePriority,
  takeBackPriority,
} from '@sinau/recognition/priority';
import { expect } from 'vitest';
import { waitingListsOf } from '../waiting-lists.ts';

export interface HistoryStores {
  readonly enrolments: EnrolmentStore;
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find' | 'step'>;
  readonly cohorts: Pick<CohortStore, 'find' | 'findMany'>;
  readonly cohortSeats: Pick<SeatStore, 'find' | 'step'>;
  readonly priority: PriorityStore;
  readonly members: MemberDirectory;
  readonly clock: Clock;
}

/** One thing that happens; numbers choose among what there is. `redeem`: so many requests at once. */
export type Happening =
  | { readonly what: 'grant' | 'wait' | 'settle' }
  | { readonly what: 'seat' | 'leave' | 'take-back'; readonly which: number }
  | { readonly what: 'redeem'; readonly right: number; readonly wait: number; readonly times: number };

const agencyId = 'bkn' as AgencyId;

/** What is right after any history: every right is somewhere, used once at most, and spent for a seat alone. */
export async function playHistory(stores: HistoryStores, happenings: readonly Happening[]): Promise<void> {
  const personId = randomUUID() as PersonId;
  const waiting = waitingListsOf(stores);
  const deps = { ...stores, waiting, ids: { uuid: () => randomUUID(), token: () => '' } };
  const person: PersonPrincipal = { kind: 'person', personId, name: 'Sri', roles: [], agencyId };
  const admin: PersonPrincipal = {
    ...{ kind: 'person', personId: 'adi' as PersonId, name: 'Adi', roles: ['agency-admin'], agencyId },
  };
  const rights: PrioritySeat[] = [];
  const waits: Registration[] = [];
  const seated = new Set<Registration>();
  const pick = <Value>(all: readonly Value[], n: number) => all[n % Math.max(all.length, 1)];
  const current = async (n: number) => {
    const registration = pick(waits, n);
    return registration && stores.enrolments.findByRegistration(registration);
  };
  const happen: Readonly<Record<Happening['what'], (one: never) => Promise<unknown>>> = {
    async grant() {
      const request = { ground: 'dedication' as const, minutesNumber: 'BA-1', minutesOn: '2026-02-01' };
      rights.push(await grantPriority(deps, { principal: admin, personId, request }));
    },
    async wait() {
      const after = enrolmentOf(personId);
      // The only seat is somebody else's.
      const holder = { ...enrolmentOf(randomUUID() as PersonId), courseId: after.courseId };
      await stores.enrolments.move({ after: { ...holder, state: 'active', counted: true }, capacity: 1 });
      expect(await stores.enrolments.move({ after, capacity: 1 })).toBe('done');
      waits.push(after.registration);
    },
    settle: () => settlePriority(deps, { personId }),
    async seat({ which }: Extract<Happening, { what: 'seat' }>) {
      const before = await current(which);
      if (before?.state !== 'waiting') return;
      const { waitingRaised, ...rest } = before;
      const outcome = await stores.enrolments.move({
        ...{ before, after: { ...rest, state: 'active', counted: true }, capacity: 2 },
      });
      if (waitingRaised && outcome === 'done') seated.add(before.registration);
    },
    async leave({ which }: Extract<Happening, { what: 'leave' }>) {
      const before = await current(which);
      if (before?.state !== 'waiting' && before?.state !== 'active') return;
      const at = '2026-03-03T01:00:00.000Z';
      const after: Enrolment =
        before.state === 'waiting'
          ? { ...before, state: 'withdrawn', withdrawnAt: at }
          : { ...before, state: 'cancelled', cancelledAt: at };
      await stores.enrolments.move({ before, after });
    },
    async 'take-back'({ which }: Extract<Happening, { what: 'take-back' }>) {
      const right = pick(rights, which);
      if (right) await takeBackPriority(deps, { principal: admin, place: right, reason: 'Salah orang' });
    },
    async redeem({ right, wait, times }: Extract<Happening, { what: 'redeem' }>) {
      const [one, registration] = [pick(rights, right), pick(waits, wait)];
      if (!one || !registration) return;
      const target = { kind: 'course', registration } as const;
      const input = { principal: person, seatId: one.seatId, target };
      await Promise.allSettled(Array.from({ length: times }, () => redeemPriority(deps, input)));
    },
  };
  for (const one of happenings) {
    // What is refused has changed nothing: what follows would tell.
    await happen[one.what](one as never).catch(refused);
  }
  for (const _ of [1, 2]) await settlePriority(deps, { personId });
  const all = await stores.priority.ofPerson(personId);
  expect(all.map(({ seatId }) => seatId).toSorted()).toEqual(rights.map(({ seatId }) => seatId).toSorted());
  const usedFor = (state: PrioritySeat['state']) =>
    all
      .filter((one) => one.state === state)
      .map(({ target }) => (target?.kind === 'course' ? target.registration : 'none'))
      .toSorted();
  const enrolments = await Promise.all(waits.map((one) => stores.enrolments.findByRegistration(one)));
  const raised = enrolments.filter((one) => one?.state === 'waiting' && one.waitingRaised);
  expect(usedFor('redeemed')).toEqual(raised.map((one) => one?.registration).toSorted());
  expect(usedFor('spent')).toEqual([...seated].toSorted());
}

function refused(error: unknown): void {
  if (!(error instanceof Error && 'code' in error)) throw error;
}

const enrolmentOf = (personId: PersonId): Enrolment => ({
  ...{ enrolmentId: randomUUID() as EnrolmentId, personId, courseId: randomUUID(), version: 1 },
  ...{ registration: randomUUID() as Registration, state: 'waiting' },
  ...{ enrolledAt: '2026-03-01T01:00:00.000Z', waitingSince: '2026-03-01T01:00:00.000Z' },
});
