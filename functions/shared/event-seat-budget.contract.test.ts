import { randomUUID } from 'node:crypto';
import { type BudgetStore, boundOf, lineIdOf, openLine, setCeiling } from '@sinau/budget';
import { createBudgetStore, createSeatBudget } from '@sinau/budget/dynamo';
import { memoryBudget } from '@sinau/budget/testing';
import { type AgencyId, DomainError, type Jp, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { withTables } from '@sinau/platform/testing';
import {
  type BudgetLineId,
  cancelEvent,
  changeEvent,
  closeAttendance,
  confirmOffer,
  decideRequest,
  type EventId,
  type EventStore,
  type EventTerms,
  fundWaiting,
  lapseOffers,
  leaveEvent,
  makeEvent,
  markAttendance,
  type PartnerRuleStore,
  promoteWaiting,
  publishEvent,
  register,
  type Seat,
  type SeatBudget,
  type SeatPaymentStore,
  type SeatStore,
  type SessionId,
  seatByHand,
  setPayment,
  settleSeat,
} from '@sinau/programmes';
import { createEventStore, createPartnerRuleStore, createSeatPaymentStore } from '@sinau/programmes/dynamo';
import { memoryProgrammeStores } from '@sinau/programmes/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPaidSeats } from './event-seats.ts';

interface Stores {
  readonly events: EventStore;
  readonly seats: SeatStore;
  readonly rules: PartnerRuleStore;
  readonly payments: SeatPaymentStore;
  readonly budgets: BudgetStore;
  readonly budget: SeatBudget;
}

function inMemory(): Stores {
  const { budgets, seats: budget } = memoryBudget();
  return { ...memoryProgrammeStores(budget), budgets, budget };
}

const price = 250_000;
const grounds = { reason: 'Revisi anggaran', evidence: 'REV-1' };
const hour = 3_600_000;

interface Given {
  readonly ceiling: number;
  readonly capacity?: number;
  readonly approval?: EventTerms['approval'];
  readonly noShow?: 'spent' | 'released';
}

async function open(stores: Stores, given: Given) {
  const { ceiling, capacity = 50, approval = 'none', noShow = 'spent' } = given;
  const agencyId = randomUUID() as AgencyId;
  let ms = Date.UTC(2026, 10, 10);
  const person = (name: string, roles: PersonPrincipal['roles'] = ['learner']): PersonPrincipal => ({
    ...{ kind: 'person', personId: `${name}-${agencyId}` as PersonId, name, roles, agencyId },
  });
  const [admin, boss] = [person('rina', ['agency-admin']), person('wulan', ['supervisor'])];
  const uuid = () => randomUUID();
  const deps = {
    ...{ ...stores, gate: { requireOpen: async () => {} } },
    ids: { uuid, token: uuid },
    paying: { payments: stores.payments, ids: { uuid } },
    standing: async () => ({ isPartner: true, asksSupervisor: false }),
    forms: { unitOf: async () => 'day' as const },
    people: {
      placeOf: async () => ({ agencyId, unitIds: [], supervisorId: boss.personId }),
      teamOf: async () => [],
    },
    worthOf: async () => 400 as Jp,
    clock: {
      now: () => {
        ms += 1;
        return new Date(ms);
      },
    },
  };
  const terms: EventTerms = {
    ...{ title: 'Lokakarya', form: 'KL06', mode: 'in-person', abroad: false, zone: 'Asia/Jakarta', price },
    sessions: [
      {
        ...{ sessionId: 's1' as SessionId, startsAt: '2026-12-01T02:00:00.000Z', place: 'Aula' },
        endsAt: '2026-12-01T05:00:00.000Z',
      },
    ],
    ...{ speakers: [], capacity, opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-12-01T02:00:00.000Z' },
    ...{ audience: 'agency', unitIds: [], approval, confirmHours: 24, links: [] },
  };
  const line = { year: 2026, code: 'DL', title: 'Diklat', source: 'apbn', ceiling } as const;
  await openLine(deps, { principal: admin, request: line });
  const lineId = lineIdOf(2026, 'DL');
  const { eventId } = await makeEvent(deps, { principal: admin, terms });
  await publishEvent(deps, { principal: admin, eventId });
  const place = { agencyId, lineId: lineId as string as BudgetLineId };
  await setPayment(deps, { principal: admin, eventId, lineId: place.lineId, noShow, rev: 0 });
  const at = { eventId };
  return {
    ...{ deps, admin, boss, agencyId, eventId, place, person, terms },
    join: (name: string) => register(deps, { principal: person(name), ...at, despite: true }),
    leave: (name: string) => leaveEvent(deps, { principal: person(name), ...at }),
    approve: (name: string) =>
      decideRequest(deps, { principal: boss, ...at, personId: person(name).personId }),
    settle: (name: string) => settleSeat(deps, { ...at, personId: person(name).personId }),
    mark: (name: string, present: boolean) =>
      markAttendance(deps, {
        ...{ principal: admin, ...at, reason: 'Daftar hadir' },
        markings: [{ personId: person(name).personId, sessionId: 's1' as SessionId, present }],
      }),
    fund: () => fundWaiting(deps, place),
    raise: async (to: number) => {
      const known = await stores.budgets.find({ agencyId, lineId });
      if (!known) throw new Error('the line is gone');
      await setCeiling(deps, {
        principal: admin,
        lineId,
        request: { rev: known.rev, ceiling: to, ...grounds },
      });
    },
    goTo: (moment: string) => {
      ms = Date.parse(moment);
    },
    pass: (hours: number) => {
      ms += hours * hour;
    },
    seat: (name: string) => stores.seats.find(eventId, person(name).personId),
    line: async () => {
      const found = await stores.budgets.find({ agencyId, lineId });
      if (!found) throw new Error('the line is gone');
      return found;
    },
  };
}

function eventsAndBudgets(adapter: string, stores: () => Stores, runs: number): void {
  describe(`seats of events that a budget pays on ${adapter}`, () => {
    it('gives the last rupiah to one of two who are approved at once, and the other waits for room', async () => {
      const world = await open(stores(), { ceiling: price, approval: 'supervisor' });
      for (const name of ['sri', 'budi']) expect((await world.join(name)).state).toBe('requested');
      expect(await world.line()).toMatchObject({ reserved: 0, committed: 0, waiting: 0 });
      await Promise.all([world.approve('sri'), world.approve('budi')]);
      const states = [(await world.seat('sri'))?.state, (await world.seat('budi'))?.state];
      expect(states.toSorted()).toEqual(['confirmed', 'unfunded']);
      expect(await world.line()).toMatchObject({ committed: price, room: 0, waiting: 1, running: 1 });
    });

    it('gives the last rupiah to one of twenty who register at once', async () => {
      const world = await open(stores(), { ceiling: price + 1 });
      const names = Array.from({ length: 20 }, (_, n) => `p${n}`);
      const seats = await Promise.all(names.map(world.join));
      expect(seats.filter(({ state }) => state === 'confirmed')).toHaveLength(1);
      expect(seats.filter(({ state }) => state === 'unfunded')).toHaveLength(19);
      expect(await world.line()).toMatchObject({ committed: price, room: 1, waiting: 19 });
    }, 60_000);

    it('reserves for whoever waits for a seat, commits with it, and releases what is given back', async () => {
      const world = await open(stores(), { ceiling: 3 * price, capacity: 1 });
      await world.join('sri');
      expect((await world.join('budi')).state).toBe('waiting');
      expect(await world.line()).toMatchObject({ committed: price, reserved: price, room: price });
      await world.leave('sri');
      expect(await world.seat('budi')).toMatchObject({ state: 'offered', charge: { state: 'reserved' } });
      expect(await world.line()).toMatchObject({ committed: 0, reserved: price });
      await confirmOffer(world.deps, { principal: world.person('budi'), eventId: world.eventId });
      expect(await world.line()).toMatchObject({
        committed: price,
        reserved: 0,
        room: 2 * price,
        running: 1,
      });
      // Anew, with another booking: the one before stays as it ended.
      expect((await world.join('sri')).state).toBe('waiting');
      const { bookings } = await world.deps.budgets.listBookings(
        { agencyId: world.agencyId, lineId: (await world.line()).lineId },
        'released',
        { limit: 9 },
      );
      expect(bookings).toMatchObject([{ cause: { kind: 'event', eventId: world.eventId }, amount: price }]);
    });

    it('keeps an offer’s money until it lapses', async () => {
      const world = await open(stores(), { ceiling: 2 * price, capacity: 1 });
      for (const name of ['sri', 'budi']) await world.join(name);
      await world.leave('sri');
      world.pass(25);
      await lapseOffers(world.deps, { limit: 100 });
      expect(await world.seat('budi')).toMatchObject({ state: 'lapsed', charge: { state: 'released' } });
      expect(await world.line()).toMatchObject({ reserved: 0, committed: 0, room: 2 * price });
    });

    it('funds whoever waits for room in their order, once there is some, and nobody overtakes', async () => {
      const world = await open(stores(), { ceiling: 0 });
      for (const name of ['sri', 'budi', 'citra']) expect((await world.join(name)).state).toBe('unfunded');
      expect(await world.fund()).toBe(0);
      await world.raise(price);
      // Room that others wait for is none for a newcomer.
      expect((await world.join('dewi')).state).toBe('unfunded');
      expect(await world.fund()).toBe(1);
      expect(await world.fund()).toBe(0);
      expect((await world.seat('sri'))?.state).toBe('confirmed');
      expect((await world.seat('budi'))?.state).toBe('unfunded');
      await world.leave('budi');
      await world.raise(2 * price);
      await Promise.all([world.fund(), world.fund()]);
      expect((await world.seat('citra'))?.state).toBe('confirmed');
      expect(await world.line()).toMatchObject({ committed: 2 * price, room: 0, waiting: 1 });
    });

    it('puts whoever is funded into the queue of a full event, and gives up the wish for one that has begun', async () => {
      const world = await open(stores(), { ceiling: price, capacity: 1 });
      for (const name of ['sri', 'budi', 'citra']) await world.join(name);
      await world.raise(2 * price);
      await world.fund();
      expect(await world.seat('budi')).toMatchObject({ state: 'waiting', charge: { state: 'reserved' } });
      world.goTo('2026-12-01T03:00:00.000Z');
      await world.raise(9 * price);
      await world.fund();
      expect((await world.seat('citra'))?.charge).toBeUndefined();
      expect(await world.line()).toMatchObject({ committed: price, reserved: price, waiting: 0 });
    });

    it.each([
      ['spent', { spent: 2 * price, room: 0, people: 1, jp: 400 }],
      ['released', { spent: price, room: price, people: 1, jp: 400 }],
    ] as const)('spends what was attended, and of who did not come it is %s', async (noShow, after) => {
      const world = await open(stores(), { ceiling: 2 * price, noShow });
      for (const name of ['sri', 'budi']) await world.join(name);
      await world.settle('sri');
      expect(await world.line()).toMatchObject({ committed: 2 * price });
      world.goTo('2026-12-01T03:00:00.000Z');
      await world.mark('sri', true);
      for (const name of ['sri', 'budi']) await world.settle(name);
      // At every session: nothing more can come. Whoever was at none may still be noted.
      expect(await world.line()).toMatchObject({ spent: price, committed: price, people: 1, jp: 400 });
      world.goTo('2026-12-01T06:00:00.000Z');
      await closeAttendance(world.deps, { principal: world.admin, eventId: world.eventId });
      for (const name of ['sri', 'budi', 'sri', 'budi']) await world.settle(name);
      expect(await world.line()).toMatchObject({ ...after, committed: 0, reserved: 0, running: 0 });
      expect(await world.deps.budgets.purposeCosts(world.agencyId, 2026)).toEqual([
        { purpose: { kind: 'event', id: world.eventId }, spent: after.spent },
      ]);
    });

    it('releases what was spent for attendance that is taken back, where who does not come costs nothing', async () => {
      const world = await open(stores(), { ceiling: price, noShow: 'released' });
      await world.join('sri');
      world.goTo('2026-12-01T03:00:00.000Z');
      await world.mark('sri', true);
      await world.settle('sri');
      world.goTo('2026-12-01T06:00:00.000Z');
      await closeAttendance(world.deps, { principal: world.admin, eventId: world.eventId });
      await world.mark('sri', false);
      await world.settle('sri');
      expect(await world.line()).toMatchObject({ spent: 0, room: price, people: 0, jp: 0 });
    });

    it('counts whoever came after all, and counts them no more when that was wrong, of what stays spent', async () => {
      const world = await open(stores(), { ceiling: 2 * price, noShow: 'spent' });
      for (const name of ['sri', 'budi']) await world.join(name);
      world.goTo('2026-12-01T06:00:00.000Z');
      await closeAttendance(world.deps, { principal: world.admin, eventId: world.eventId });
      for (const name of ['sri', 'budi']) await world.settle(name);
      const spent = { spent: 2 * price, room: 0, running: 0 };
      expect(await world.line()).toMatchObject({ ...spent, people: 0, jp: 0 });
      await world.mark('sri', true);
      await Promise.all(['sri', 'sri', 'sri', 'budi'].map((name) => world.settle(name)));
      expect(await world.line()).toMatchObject({ ...spent, people: 1, jp: 400 });
      expect((await world.seat('sri'))?.charge).toMatchObject({ state: 'spent', people: 1, jp: 400 });
      await world.mark('sri', false);
      await Promise.all(['sri', 'sri'].map((name) => world.settle(name)));
      expect(await world.line()).toMatchObject({ ...spent, people: 0, jp: 0 });
      expect((await world.seat('sri'))?.charge).not.toHaveProperty('jp');
      expect(await world.deps.budgets.purposeCosts(world.agencyId, 2026)).toMatchObject([
        { spent: 2 * price },
      ]);
    });

    it('spends anew what was released of somebody who came after all, once, and never beyond the line', async () => {
      const world = await open(stores(), { ceiling: 2 * price, noShow: 'released' });
      for (const name of ['sri', 'budi']) await world.join(name);
      world.goTo('2026-12-01T06:00:00.000Z');
      await closeAttendance(world.deps, { principal: world.admin, eventId: world.eventId });
      for (const name of ['sri', 'budi']) await world.settle(name);
      expect(await world.line()).toMatchObject({ spent: 0, room: 2 * price, people: 0 });
      // The list was wrong: both were there.
      for (const name of ['sri', 'budi']) await world.mark(name, true);
      await Promise.all(['sri', 'sri', 'sri'].map((name) => world.settle(name)));
      const once = { spent: price, room: price, people: 1, jp: 400 };
      expect(await world.line()).toMatchObject(once);
      await world.mark('sri', false);
      await world.settle('sri');
      expect(await world.line()).toMatchObject({ spent: 0, room: 2 * price, people: 0, jp: 0 });
      // Meanwhile the room has gone elsewhere: what they came to stays told, and nothing is spent that is not there.
      await world.raise(price - 1);
      await world.settle('budi');
      expect(await world.line()).toMatchObject({ spent: 0, room: price - 1 });
      expect((await world.seat('budi'))?.charge).toMatchObject({ state: 'released' });
    });

    it('releases everything of an event that is cancelled, and the wishes too', async () => {
      const world = await open(stores(), { ceiling: price });
      for (const name of ['sri', 'budi']) await world.join(name);
      const reason = 'Narasumber sakit';
      await cancelEvent(world.deps, { principal: world.admin, eventId: world.eventId, reason });
      for (const name of ['sri', 'budi']) await world.settle(name);
      expect(await world.line()).toMatchObject({ committed: 0, room: price, waiting: 0 });
    });

    it('charges as the event and the agency say now, and leaves seats that were given', async () => {
      const world = await open(stores(), { ceiling: 9 * price });
      await world.join('sri');
      const known = await world.deps.events.find(world.eventId);
      const change = (terms: EventTerms, rev: number) =>
        changeEvent(world.deps, { principal: world.admin, eventId: world.eventId, terms, rev });
      await change({ ...world.terms, price: 2 * price }, known?.rev ?? 0);
      await world.join('budi');
      expect(await world.line()).toMatchObject({ committed: 3 * price });
      const { price: _, ...free } = world.terms;
      await change(free, (known?.rev ?? 0) + 1);
      await world.join('citra');
      expect((await world.seat('citra'))?.charge).toBeUndefined();
      expect((await world.seat('sri'))?.charge?.price).toBe(price);
    });

    it('asks for an open line of the year, and lets those who wait go by what holds now', async () => {
      const world = await open(stores(), { ceiling: 0 });
      await world.join('sri');
      const paying = (lineId: string | undefined, rev: number) =>
        setPayment(world.deps, {
          ...{ principal: world.admin, eventId: world.eventId, noShow: 'spent', rev },
          lineId: lineId as BudgetLineId | undefined,
        });
      await expect(paying('2026.tidak-ada', 1)).rejects.toMatchObject({ code: 'programmes.line-not-open' });
      const other = { year: 2027, code: 'DL', title: 'Diklat', source: 'apbn', ceiling: price } as const;
      await openLine(world.deps, { principal: world.admin, request: other });
      await expect(paying('2027.DL', 1)).rejects.toMatchObject({ code: 'programmes.line-not-open' });
      await expect(paying('2026.DL', 7)).rejects.toMatchObject({ code: 'programmes.changed' });
      const more = { ...other, year: 2026, code: 'B' };
      await openLine(world.deps, { principal: world.admin, request: more });
      await paying('2026.B', 1);
      expect(await world.seat('sri')).toMatchObject({ state: 'confirmed', charge: { lineId: '2026.B' } });
      expect(await world.line()).toMatchObject({ waiting: 0 });
      await paying(undefined, 2);
      await world.join('budi');
      expect((await world.seat('budi'))?.charge).toBeUndefined();
    });

    it('gives no seat by hand that the agency cannot pay, and commits what it can', async () => {
      const world = await open(stores(), { ceiling: price });
      world.goTo('2026-12-01T02:30:00.000Z');
      const byHand = (name: string) =>
        seatByHand(world.deps, {
          ...{ principal: world.admin, eventId: world.eventId, reason: 'Menggantikan rekan' },
          personId: world.person(name).personId,
        });
      await byHand('sri');
      await expect(byHand('budi')).rejects.toMatchObject({ code: 'programmes.no-room-in-line' });
      expect(await world.line()).toMatchObject({ committed: price, waiting: 0 });
    });

    it('frees what a person had who is forgotten, also their wish', async () => {
      const world = await open(stores(), { ceiling: price });
      for (const name of ['sri', 'budi']) await world.join(name);
      for (const name of ['sri', 'budi']) {
        const seat = await world.seat(name);
        if (seat) expect(await world.deps.seats.forget(seat)).toBe('forgotten');
      }
      expect(await world.line()).toMatchObject({ committed: 0, room: price, waiting: 0 });
      expect(await world.deps.seats.firstUnfunded(world.place)).toBeUndefined();
    });

    const acts = ['join', 'leave', 'confirm', 'approve', 'fund', 'lapse'] as const;
    const act = fc.record({ who: fc.nat(5), what: fc.constantFrom(...acts) });
    const history = fc.array(
      fc.record({
        together: fc.array(act, { maxLength: 6 }),
        hours: fc.nat(30),
        ceiling: fc.nat(5),
      }),
      { minLength: 1, maxLength: 6 },
    );
    it.each(['none', 'supervisor'] as const)(
      'keeps line and seats in step over random histories, with approval by %s',
      async (approval) => {
        await fc.assert(
          fc.asyncProperty(history, async (rounds) => {
            const world = await open(stores(), { ceiling: 2 * price, capacity: 2, approval });
            for (const { together, hours, ceiling } of rounds) {
              await Promise.all(together.map((one) => refused(() => doing(world, one))));
              world.pass(hours);
              await refused(() => world.raise(ceiling * price));
              await lapseOffers(world.deps, { limit: 100 });
              await world.fund();
              await promoteWaiting(world.deps, { eventId: world.eventId });
              await inStep(world);
            }
          }),
          { numRuns: runs },
        );
      },
      120_000,
    );
  });
}

type World = Awaited<ReturnType<typeof open>>;

/** Refused is refused; what stays is looked at. */
async function refused(run: () => Promise<unknown>): Promise<void> {
  await run().catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

function doing(world: World, { who, what }: { readonly who: number; readonly what: string }) {
  const name = `p${who}`;
  switch (what) {
    case 'join':
      return world.join(name);
    case 'leave':
      return world.leave(name);
    case 'confirm':
      return confirmOffer(world.deps, { principal: world.person(name), eventId: world.eventId });
    case 'approve':
      return world.approve(name);
    case 'fund':
      return world.fund();
    default:
      return lapseOffers(world.deps, { limit: 100 });
  }
}

/** The line is what its seats say, and nobody waits beside room. */
async function inStep(world: World): Promise<void> {
  const { seats } = await world.deps.seats.listOf(world.eventId as EventId, { limit: 100 });
  const line = await world.line();
  const sum = (state: string) =>
    seats.reduce((all, { charge }) => all + (charge?.state === state ? charge.price : 0), 0);
  expect({ reserved: line.reserved, committed: line.committed, spent: line.spent }).toEqual({
    ...{ reserved: sum('reserved'), committed: sum('committed'), spent: sum('spent') },
  });
  expect(line.room).toBe(line.ceiling - boundOf(line));
  expect(line.room).toBeGreaterThanOrEqual(0);
  const wanted = seats.filter(({ state }) => state === 'unfunded');
  expect(line.waiting).toBe(wanted.length);
  expect(wanted.length > 0 && line.room >= price).toBe(false);
  for (const seat of seats) expect([seat.state, seat.charge?.state]).toEqual([seat.state, chargeOf(seat)]);
}

/** What the money of a seat is, by where the person stands. */
function chargeOf({ state, charge }: Seat): string | undefined {
  if (state === 'requested') return undefined;
  if (state === 'unfunded') return 'wanted';
  if (state === 'waiting' || state === 'offered') return 'reserved';
  return state === 'confirmed' ? 'committed' : charge && 'released';
}

eventsAndBudgets('memory', inMemory, 60);
withTables((engine, tables) => {
  eventsAndBudgets(
    engine,
    () => {
      const { dynamo, lms: table } = tables();
      const door = { dynamo, table };
      return {
        ...{ events: createEventStore(door), seats: createPaidSeats(door) },
        ...{ rules: createPartnerRuleStore(door), payments: createSeatPaymentStore(door) },
        ...{ budgets: createBudgetStore(door), budget: createSeatBudget(door) },
      };
    },
    6,
  );
});
