import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import {
  applyToCohort,
  cancelCohort,
  confirmCohortOffer,
  confirmOffer,
  type EventId,
  idOfHall,
  leaveCohort,
  promoteWaiting,
} from '@sinau/programmes';
import {
  cohortOf,
  eventOf,
  memoryCohortStores,
  memoryPathStores,
  memoryProgrammeStores,
  seatAt,
} from '@sinau/programmes/testing';
import {
  grantPriority,
  listPriority,
  readOwnPriority,
  readPriority,
  redeemPriority,
  setPriorityStock,
  settlePriority,
  takeBackPriority,
} from '@sinau/recognition/priority';
import { memberOf, memoryMembers, memoryPriorityStore } from '@sinau/recognition/testing';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Happening, playHistory } from './testing/priority-histories.ts';
import { waitingListsOf } from './waiting-lists.ts';

const bkn = 'bkn' as AgencyId;
const sri = 'sri' as PersonId;
const noon = '2026-03-02T05:00:00.000Z';

function world() {
  const { cohorts, seats: cohortSeats } = memoryCohortStores();
  const stores = {
    ...{ ...memoryProgrammeStores(), cohorts, cohortSeats },
    enrolments: memoryEnrolmentStore(),
  };
  const clock = fixedClock(noon);
  const deps = { ...stores, clock, priority: memoryPriorityStore() };
  const members = {
    ...memoryMembers([memberOf('sri'), memberOf('lina', { agencyId: 'lan' as AgencyId })]),
    // Whoever a history makes up is of the agency.
    find: async (personId: PersonId) =>
      personId === ('lina' as PersonId)
        ? memberOf('lina', { agencyId: 'lan' as AgencyId })
        : memberOf(personId),
  };
  let count = 0;
  const ids = { uuid: () => `right-${++count}`, token: () => '' };
  return { ...deps, members, ids, waiting: waitingListsOf(deps) };
}
let deps: ReturnType<typeof world>;
beforeEach(() => {
  deps = world();
});

const person = (name: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: name as PersonId, name, roles: ['learner'], agencyId: bkn },
});
const admin = (name = 'adi'): PersonPrincipal => ({ ...person(name), roles: ['agency-admin'] });
const request = { ground: 'performance', minutesNumber: 'BA-7/2026', minutesOn: '2026-02-27' } as const;
const grant = (over: Partial<Parameters<typeof grantPriority>[1]> = {}) =>
  grantPriority(deps, { principal: admin(), personId: sri, request, ...over });

describe('priority seats (PP 11/2017 Ps 231–236)', () => {
  it('are given by the agency, of its stock, with the minutes, until the end of next year', async () => {
    await setPriorityStock(deps, { principal: admin(), stock: 1 });
    const given = await grant();
    expect(given).toMatchObject({
      validUntil: '2027-12-31',
      year: 2026,
      state: 'granted',
      ground: 'performance',
    });
    await expect(grant()).rejects.toMatchObject({ code: 'priority.stock-used-up' });
    await expect(setPriorityStock(deps, { principal: admin(), stock: 0 })).rejects.toMatchObject({
      code: 'priority.stock-too-small',
    });
    await setPriorityStock(deps, { principal: admin(), stock: undefined });
    await expect(grant({ personId: 'lina' as PersonId })).rejects.toMatchObject({
      code: 'priority.not-found',
    });
    // C7: nobody rewards themselves.
    await expect(grant({ principal: admin('sri') })).rejects.toMatchObject({ code: 'priority.own' });
    await expect(grant({ principal: person('budi') })).rejects.toMatchObject({
      code: 'recognition.not-found',
    });
    const wrong = async (over: object) => grant({ request: { ...request, ...over } });
    await expect(wrong({ minutesOn: '2026-03-03' })).rejects.toMatchObject({ code: 'priority.wrong-day' });
    await expect(wrong({ validUntil: '2026-03-01' })).rejects.toMatchObject({ code: 'priority.wrong-day' });
    await expect(wrong({ validUntil: '2029-01-01' })).rejects.toMatchObject({ code: 'priority.wrong-day' });
    // Slips of the keyboard that are days all the same.
    for (const day of ['0001-01-01', '2017-04-06', '9999-12-31']) {
      for (const field of ['minutesOn', 'validUntil'])
        await expect(wrong({ [field]: day })).rejects.toMatchObject({
          ...{ code: 'priority.wrong-day', issues: [{ path: `/${field}` }] },
        });
    }
    await expect(wrong({ minutesOn: '2017-04-07', validUntil: '2028-12-31' })).resolves.toMatchObject({
      minutes: { on: '2017-04-07' },
    });
  });

  it('are taken back with a reason before they are used, and never after', async () => {
    const given = await grant();
    const takeBack = (by = admin()) =>
      takeBackPriority(deps, { principal: by, place: given, reason: 'Salah orang' });
    await expect(takeBack({ ...admin(), agencyId: 'lan' as AgencyId })).rejects.toMatchObject({
      code: 'priority.not-found',
    });
    await expect(takeBack(admin('sri'))).rejects.toMatchObject({ code: 'priority.own' });
    await takeBack();
    await expect(takeBack()).rejects.toMatchObject({ code: 'priority.used' });
    const { seat } = await readPriority(deps, { principal: admin(), place: given });
    expect(seat.steps.at(-1)).toMatchObject({ to: 'taken-back', reason: 'Salah orang', by: { name: 'adi' } });
  });

  const waitingAt = async (name: string, since = '2026-03-01T01:00:00.000Z') => {
    const seat = seatAt({ personId: name as PersonId, state: 'waiting', since, place: `${since} ${name}` });
    await deps.seats.step(undefined, seat);
  };
  const full = async () => {
    const event = eventOf({ capacity: 1, opensAt: '2026-01-01T00:00:00.000Z' });
    await deps.events.save(event);
    await deps.seats.step(undefined, seatAt({ personId: 'first' as PersonId }));
    return event.eventId;
  };

  it('L13: put their person before others of an event once, of many requests at once, and not a stranger', async () => {
    const [eventId, given] = [await full(), await grant()];
    await waitingAt('ani');
    await waitingAt('sri', '2026-03-01T02:00:00.000Z');
    const target = { kind: 'event', eventId } as const;
    const redeem = (by = person('sri')) =>
      redeemPriority(deps, { principal: by, seatId: given.seatId, target });
    await expect(redeem(person('ani'))).rejects.toMatchObject({ code: 'priority.not-found' });
    const all = await Promise.all(Array.from({ length: 20 }, () => redeem()));
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['redeemed']));
    expect((await deps.seats.firstWaiting(eventId))?.personId).toBe('sri');
    expect(await deps.seats.counts(eventId)).toMatchObject({ waiting: 2 });
    const second = await grant();
    await expect(
      redeemPriority(deps, { principal: person('sri'), seatId: second.seatId, target }),
    ).rejects.toMatchObject({ code: 'programmes.already-ahead' });
    expect((await deps.priority.find(second))?.state).toBe('granted');
    const elsewhere = { kind: 'course', registration: 'r1' } as const;
    await expect(
      redeemPriority(deps, { principal: person('sri'), seatId: given.seatId, target: elsewhere }),
    ).rejects.toMatchObject({ code: 'priority.used' });
  });

  it('are spent with the seat, and come back where there is none', async () => {
    const [eventId, given] = [await full(), await grant()];
    const target = { kind: 'event', eventId } as const;
    const use = async () => {
      const before = await deps.seats.find(eventId, sri);
      const since = '2026-03-01T02:00:00.000Z';
      const waits = seatAt({ personId: sri, state: 'waiting', since, place: since });
      await deps.seats.step(before, { ...waits, rev: before?.rev ?? 0 });
      await redeemPriority(deps, { principal: person('sri'), seatId: given.seatId, target });
    };
    const moveTo = async (state: 'withdrawn' | 'offered' | 'confirmed') => {
      const before = await deps.seats.find(eventId, sri);
      if (!before) throw new Error('there is one');
      const { place: _, raised, ...rest } = before;
      const kept = state === 'confirmed' ? {} : { ...(raised && { raised }) };
      await deps.seats.step(before, { ...rest, ...kept, state });
    };
    const settled = async () => {
      for (const _ of [1, 2]) await settlePriority(deps, { personId: sri });
      return (await deps.priority.find(given))?.state;
    };
    await use();
    expect(await settled()).toBe('redeemed');
    await moveTo('withdrawn');
    expect(await settled()).toBe('granted');
    await use();
    const first = await deps.seats.find(eventId, 'first' as PersonId);
    if (!first) throw new Error('there is one');
    await deps.seats.step(first, { ...first, state: 'withdrawn' });
    await moveTo('offered');
    expect(await settled()).toBe('redeemed');
    await moveTo('confirmed');
    expect(await settled()).toBe('spent');
    await moveTo('withdrawn');
    expect(await settled()).toBe('spent');
  });

  it('come back when the event is cancelled or begins without them, and expire', async () => {
    const [eventId, given] = [await full(), await grant()];
    await waitingAt('sri');
    const target = { kind: 'event', eventId: eventId as EventId } as const;
    await redeemPriority(deps, { principal: person('sri'), seatId: given.seatId, target });
    const event = await deps.events.find(eventId);
    if (!event) throw new Error('there is one');
    await deps.events.save({ ...event, state: 'cancelled', cancelReason: 'Banjir' });
    await settlePriority(deps, { personId: sri });
    const late = { ...deps, clock: fixedClock('2028-01-01T05:00:00.000Z') };
    const own = (of: typeof deps | typeof late) => readOwnPriority(of, { principal: person('sri') });
    expect((await own(deps)).map(({ standing }) => standing)).toEqual(['granted']);
    expect((await own(late)).map(({ standing }) => standing)).toEqual(['expired']);
    await expect(
      redeemPriority(late, { principal: person('sri'), seatId: given.seatId, target }),
    ).rejects.toMatchObject({ code: 'priority.expired' });
    const { stock, seats } = await listPriority(deps, { principal: admin(), year: 2026, page: { limit: 5 } });
    expect([stock.counts, seats.length]).toEqual([{ granted: 1 }, 1]);
  });

  /** Ani, then Sri, wait for a cohort whose only place is taken; it begins on 1 June. */
  const fullCohort = async (required: readonly string[] = []) => {
    const cohort = cohortOf({
      ...{ agencyId: bkn, capacity: 1, startsOn: '2026-06-01', applyUntil: '2026-06-01', dueDays: [] },
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    await deps.cohorts.save(cohort);
    let ms = 0;
    const desk = {
      ...{ cohorts: deps.cohorts, seats: deps.cohortSeats },
      people: { placeOf: async () => ({ agencyId: bkn, unitIds: [] }), teamOf: async () => [] },
      duties: { isRequired: async (who: PersonId) => required.includes(who) },
      clock: {
        now: () => {
          ms += 1;
          return new Date(Date.parse(noon) + ms);
        },
      },
    };
    for (const name of ['first', 'ani', 'sri', 'tono']) {
      await applyToCohort(desk, { principal: person(name), cohortId: cohort.cohortId });
    }
    const { cohortId } = cohort;
    return { ...cohort, hall: idOfHall(cohortId), target: { kind: 'cohort', cohortId } as const, desk };
  };
  const orderIn = async (hall: EventId) =>
    (await deps.cohortSeats.listOf(hall, { limit: 9 })).seats
      .filter(({ state }) => state === 'waiting')
      .toSorted((a, b) => ((a.place ?? '') < (b.place ?? '') ? -1 : 1))
      .map(({ personId }) => personId);

  it('L13: put their person before others of a cohort once, of fifty requests at once', async () => {
    const [{ hall, target }, given, other] = [await fullCohort(), await grant(), await grant()];
    expect(await orderIn(hall)).toEqual(['ani', 'sri', 'tono']);
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        redeemPriority(deps, {
          ...{ principal: person('sri'), seatId: n % 2 === 0 ? given.seatId : other.seatId, target },
        }),
      ),
    );
    const codes = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(['programmes.already-ahead']));
    const states = (await deps.priority.ofPerson(sri)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['granted', 'redeemed']);
    expect(await orderIn(hall)).toEqual(['sri', 'ani', 'tono']);
    expect(await deps.cohortSeats.counts(hall)).toMatchObject({ taken: 1, waiting: 3 });
  });

  it('stand behind those of whom the cohort is required, and gain nothing for them', async () => {
    const { hall, target } = await fullCohort(['tono']);
    expect(await orderIn(hall)).toEqual(['tono', 'ani', 'sri']);
    const given = await grant();
    await redeemPriority(deps, { principal: person('sri'), seatId: given.seatId, target });
    expect(await orderIn(hall)).toEqual(['tono', 'sri', 'ani']);
    const his = await grant({ personId: 'tono' as PersonId });
    await expect(
      redeemPriority(deps, { principal: person('tono'), seatId: his.seatId, target }),
    ).rejects.toMatchObject({ code: 'programmes.already-ahead' });
    expect((await deps.priority.find(his))?.state).toBe('granted');
  });

  it.each([
    ['is as it was', {}, 'spent'],
    ['is closed', { state: 'closed' }, 'granted'],
    ['is cancelled', { state: 'cancelled' }, 'granted'],
    ['has begun by another day', { startsOn: '2026-03-01' }, 'granted'],
  ] as const)(
    'come back or are spent with the seat, and never both, where a cohort %s',
    async (_, change, state) => {
      const { hall, target, desk, cohortId } = await fullCohort();
      const given = await grant();
      await redeemPriority(deps, { principal: person('sri'), seatId: given.seatId, target });
      await leaveCohort(desk, { principal: person('first'), cohortId });
      expect((await deps.cohortSeats.find(hall, sri))?.state).toBe('offered');
      const cohort = await deps.cohorts.find(cohortId);
      if (!cohort) throw new Error('there is one');
      await deps.cohorts.save({ ...cohort, ...change });
      await settlePriority(deps, { personId: sri });
      const confirmed = confirmCohortOffer(desk, { principal: person('sri'), cohortId });
      if (state === 'spent') await confirmed;
      else await expect(confirmed).rejects.toMatchObject({ code: 'programmes.offer-over' });
      await settlePriority(deps, { personId: sri });
      const seat = (await deps.cohortSeats.find(hall, sri))?.state;
      expect([(await deps.priority.find(given))?.state, seat]).toEqual([
        ...[state, state === 'spent' ? 'confirmed' : 'offered'],
      ]);
    },
  );

  it.each([
    ['is as it was', {}, 'spent'],
    ['is cancelled', { state: 'cancelled' }, 'granted'],
    ['has begun by another day', { startsAt: '2026-03-02T01:00:00.000Z' }, 'granted'],
  ] as const)(
    'come back or are spent with the seat, and never both, where an event %s',
    async (_, change, state) => {
      const [eventId, given] = [await full(), await grant()];
      await waitingAt('sri');
      const target = { kind: 'event', eventId } as const;
      await redeemPriority(deps, { principal: person('sri'), seatId: given.seatId, target });
      const first = await deps.seats.find(eventId, 'first' as PersonId);
      if (!first) throw new Error('there is one');
      await deps.seats.step(first, { ...first, state: 'withdrawn' });
      expect(await promoteWaiting(deps, { eventId })).toBe(1);
      const event = await deps.events.find(eventId);
      if (!event) throw new Error('there is one');
      const { startsAt, ...over } = { startsAt: undefined, ...change };
      const sessions = event.sessions.map((one) => ({ ...one, ...(startsAt !== undefined && { startsAt }) }));
      await deps.events.save({ ...event, ...over, sessions });
      await settlePriority(deps, { personId: sri });
      const confirmed = confirmOffer(deps, { principal: person('sri'), eventId });
      if (state === 'spent') await confirmed;
      else await expect(confirmed).rejects.toMatchObject({ code: 'programmes.offer-over' });
      await settlePriority(deps, { personId: sri });
      const seat = (await deps.seats.find(eventId, sri))?.state;
      expect([(await deps.priority.find(given))?.state, seat]).toEqual([
        ...[state, state === 'spent' ? 'confirmed' : 'offered'],
      ]);
    },
  );

  it('come back when a cohort is cancelled or begins without them, and not before', async () => {
    const { target, desk, cohortId } = await fullCohort();
    const given = await grant();
    await redeemPriority(deps, { principal: person('sri'), seatId: given.seatId, target });
    const standing = async (of: typeof deps) => of.waiting.standingOf({ personId: sri, target });
    expect(await standing(deps)).toBe('waiting');
    const begun = waitingListsOf({ ...deps, clock: fixedClock('2026-06-01T00:00:00.000Z') });
    expect(await begun.standingOf({ personId: sri, target })).toBe('ended');
    const cancelling = { ...desk, ...memoryPathStores(), cohorts: deps.cohorts };
    await cancelCohort(cancelling, { principal: admin(), cohortId, reason: 'Anggaran dialihkan' });
    await settlePriority(deps, { personId: sri });
    expect((await deps.priority.find(given))?.state).toBe('granted');
  });

  it('are never used twice and never lost, in any history', async () => {
    const which = fc.nat(5);
    const happening: fc.Arbitrary<Happening> = fc.oneof(
      fc.record({ what: fc.constantFrom('grant' as const, 'wait' as const, 'settle' as const) }),
      fc.record({
        what: fc.constantFrom('seat' as const, 'leave' as const, 'take-back' as const),
        which,
      }),
      fc.record({
        ...{ what: fc.constant('redeem' as const), right: which, wait: which },
        times: fc.integer({ min: 1, max: 4 }),
      }),
    );
    const history = fc
      .array(happening, { maxLength: 25 })
      .map((some): readonly Happening[] => [{ what: 'grant' }, { what: 'wait' }, { what: 'wait' }, ...some]);
    await fc.assert(
      fc.asyncProperty(history, (some) => playHistory(world(), some)),
      { numRuns: 200, seed: 20_26 },
    );
  });
});
