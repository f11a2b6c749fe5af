import { openLine } from '@sinau/budget';
import { memoryBudget } from '@sinau/budget/testing';
import { settleCertificate } from '@sinau/credentials';
import { memoryCertificateStore } from '@sinau/credentials/testing';
import { readLedger } from '@sinau/credit';
import { memoryCreditStore } from '@sinau/credit/testing';
import { memoryEvaluationStores } from '@sinau/evaluation/testing';
import type { Jp, PersonId, ProviderId } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import {
  type BudgetLineId,
  type Event,
  type EventTerms,
  markAttendance,
  type SeatCharge,
  type SeatState,
  type Session,
  type SessionId,
} from '@sinau/programmes';
import {
  eventOf,
  learner,
  memoryProgrammeStores,
  organiser,
  seatAt,
  someAgency,
} from '@sinau/programmes/testing';
import { describe, expect, it } from 'vitest';
import { attendedEvent } from '../shared/event-certificates.ts';
import { eventRegistration } from '../shared/event-registration.ts';
import type { FollowEventsDeps } from './follow-events.ts';
import type { Fact } from './follow-fact.ts';
import { followEvents } from './late-followers.ts';

const sri = 'sri' as PersonId;
const boss = 'wulan' as PersonId;
const now = '2026-12-20T00:00:00.000Z';
const registration = eventRegistration('e-1', sri);

const people = [
  { personId: sri, name: 'Sri', roles: ['learner'], supervisorId: boss },
  { personId: boss, name: 'Wulan', roles: ['supervisor'] },
].map((person) => ({
  ...{ ...person, status: 'active', home: { kind: 'agency', agencyId: someAgency } },
  email: `${person.personId}@contoh.example`,
}));

/** So many sessions, from nine to noon in Jakarta, on days of December. */
const sessionsOn = (days: readonly number[]): readonly Session[] =>
  days.map((day, n) => {
    const date = `2026-12-${String(day).padStart(2, '0')}`;
    const hour = 2 + days.slice(0, n).filter((one) => one === day).length * 4;
    const clock = (at: number) => `${date}T${String(at).padStart(2, '0')}:00:00.000Z`;
    const sessionId = `s${n}` as SessionId;
    return { sessionId, startsAt: clock(hour), endsAt: clock(hour + 3), place: 'Aula' };
  });

async function worldWith(over: Partial<Event>, status: 'PNS' | 'PPPK' = 'PNS') {
  const { budgets, seats: budget } = memoryBudget();
  const stores = memoryProgrammeStores(budget);
  const credit = memoryCreditStore();
  const notices = memoryNoticeStore();
  const certificates = memoryCertificateStore();
  let ms = Date.parse(now);
  // What is said of one thing later has a later moment.
  const clock = {
    now: () => {
      ms += 1;
      return new Date(ms);
    },
  };
  const standing = {
    ...{ agencyId: someAgency, timeZone: 'Asia/Jakarta' as const, assumed: [] },
    statuses: [{ status, from: '2010-01-01' }],
  };
  const parts = {
    credit,
    clock,
    standings: { standingOf: async () => standing, standingsOf: async () => new Map() },
  };
  const queued: string[] = [];
  const deps = {
    ...{ ...stores, ...memoryEvaluationStores(), notices, clock, ids: countedIds(), onMailFailure: () => {} },
    credit: async () => parts,
    mail: { send: async () => undefined },
    organisations: {
      findAgency: async () => ({ name: 'Badan Contoh' }),
      findProvider: async () => ({ name: 'Universitas Contoh' }),
    },
    certificateQueue: {
      send: async (message: { readonly registration?: string }) =>
        void queued.push(message.registration ?? ''),
    },
    people: { find: async (id: string) => people.find(({ personId }) => personId === id) },
  } as unknown as FollowEventsDeps;
  const event = eventOf({ closesAt: '2026-12-01T01:00:00.000Z', ...over });
  await stores.events.save(event);
  await stores.seats.step(undefined, seatAt({ personId: sri }));
  let count = 0;
  const about = (): Fact => {
    count += 1;
    const eventId = `event-attendance-changed:e-1:sri:${count}`;
    return { eventId, type: 'event-attendance-changed', occurredAt: now, event: 'e-1', personId: sri };
  };
  return {
    ...{ ...stores, deps, notices, queued, budgets, certificates, credit },
    /** Notes who was at which sessions, and tells so twice. */
    mark: async (present: readonly number[], sessions = event.sessions) => {
      await markAttendance(
        { ...stores, clock },
        {
          ...{ principal: organiser, eventId: event.eventId, reason: 'Daftar hadir kertas' },
          markings: sessions.map(({ sessionId }, n) => ({
            personId: sri,
            sessionId,
            present: present.includes(n),
          })),
        },
      );
      for (const _ of [1, 2]) await followEvents(deps, about());
    },
    tell: () => followEvents(deps, about()),
    settle: () =>
      settleCertificate(
        {
          ...{ certificates, clock, digest: nodeDigest, ids: countedIds() },
          signer: hmacSigner('a secret for tests of at least 32 characters'),
          completed: {
            find: async () =>
              attendedEvent({ ...deps, credit: parts } as never, { eventId: 'e-1', personId: sri }),
          },
        },
        { registration },
      ),
    line: async () => {
      const ledger = await readLedger(parts, { personId: sri, year: 2026 });
      return ledger?.lines.map(({ computed, recognised, reasons }) => [computed, recognised, ...reasons]);
    },
  };
}

describe('attendance of an event', () => {
  it.each<readonly [string, Partial<EventTerms>, readonly (number | string)[]]>([
    ['T1: a seminar of two days', { sessions: sessionsOn([1, 2]) }, [800, 800]],
    ['two sessions of one day, which is one day', { sessions: sessionsOn([1, 1]) }, [400, 400]],
    [
      'T2: an international workshop of three days',
      { form: 'KL07', abroad: true, sessions: sessionsOn([1, 2, 3]) },
      [2100, 2100],
    ],
    [
      'T5: three sessions of coaching in a month',
      { form: 'NKL01', sessions: sessionsOn([1, 8, 15]) },
      [600, 400, 'cap_month'],
    ],
    [
      'T6: 40 JP of technical training abroad',
      { form: 'KL03', abroad: true, stated: 4000 as Jp, sessions: sessionsOn([1, 2]) },
      [4800, 4800],
    ],
    [
      'T7: three hours of a community of practice on one day',
      { form: 'NKL10', stated: 300 as Jp, sessions: sessionsOn([1]) },
      [300, 200, 'cap_day'],
    ],
  ])('%s becomes JP once, however often it is told', async (_, terms, expected) => {
    const world = await worldWith(terms);
    await world.mark((terms.sessions ?? []).map((__, n) => n));
    expect(await world.line()).toEqual([expected]);
    expect(new Set(world.queued)).toEqual(new Set([registration]));
  });

  it('T9: counts no further than the maximum of a contract', async () => {
    const world = await worldWith({ sessions: sessionsOn([1, 2, 3, 4, 7, 8, 9]) }, 'PPPK');
    await world.mark([0, 1, 2, 3, 4, 5, 6]);
    expect(await world.line()).toEqual([[2800, 2400, 'over_cap']]);
  });

  it('counts nothing yet while more can come, and whole days once it is closed', async () => {
    const world = await worldWith({ sessions: sessionsOn([1, 1, 2]) });
    await world.mark([0, 2]);
    expect(await world.line()).toEqual([]);
    expect((await world.settle()).outcome).toBe('not-completed');
    const event = await world.events.find('e-1' as Event['eventId']);
    if (!event) throw new Error('there is one');
    await world.events.save({ ...event, closedAt: now });
    const closed = {
      type: 'event-changed',
      eventId: 'event-changed:e-1:2',
      occurredAt: now,
      event: 'e-1',
    } as const;
    await followEvents(world.deps, { ...closed, change: 'closed' });
    // Of the first day one session is missing.
    expect(await world.line()).toEqual([[400, 400]]);
    expect((await world.settle()).outcome).toBe('issued');
  });

  it('of a provider becomes JP by the rules of the agency, and a certificate in the provider’s name', async () => {
    const providerId = 'kampus' as ProviderId;
    const sessions = sessionsOn([1, 2]);
    const world = await worldWith({ sessions, owner: { kind: 'provider', providerId }, audience: 'all' });
    const { agencyId: _, ...author } = { ...organiser, roles: ['provider-author'] as const, providerId };
    await markAttendance(
      { ...world, clock: world.deps.clock },
      {
        ...{ principal: author, eventId: 'e-1' as Event['eventId'], reason: 'Daftar hadir' },
        markings: sessions.map(({ sessionId }) => ({ personId: sri, sessionId, present: true })),
      },
    );
    await world.tell();
    expect(await world.line()).toEqual([[800, 800]]);
    const { number } = await world.settle();
    expect(number && (await world.certificates.find(number))).toMatchObject({
      course: { kind: 'event', providerId, providerName: 'Universitas Contoh' },
      jp: 800,
    });
  });

  it('takes JP and certificate back when it is corrected, and gives them again', async () => {
    const world = await worldWith({ sessions: sessionsOn([1, 2]) });
    await world.mark([0, 1]);
    const { number } = await world.settle();
    if (number === undefined) throw new Error('there is a certificate');
    expect((await world.certificates.find(number))?.jp).toBe(800);
    const event = await world.events.find('e-1' as Event['eventId']);
    if (!event) throw new Error('there is one');
    await world.events.save({ ...event, closedAt: now });
    await world.mark([0]);
    expect(await world.line()).toEqual([[400, 400]]);
    expect((await world.settle()).outcome).toBe('renewed');
    expect(await world.certificates.find(number)).toMatchObject({ jp: 400, editions: [{}, { edition: 2 }] });
    await world.mark([]);
    expect(await world.line()).toEqual([[400, 0, 'reversed']]);
    expect((await world.settle()).outcome).toBe('withdrawn');
    await world.mark([0, 1]);
    expect(await world.line()).toEqual([[800, 800]]);
    expect((await world.settle()).outcome).toBe('renewed');
    expect((await world.settle()).outcome).toBe('known');
  });
});

describe('money of seats', () => {
  const lineId = '2026.DL' as BudgetLineId;
  const admin = { ...organiser };
  /** Sri has a seat that her agency pays. */
  const paidWorld = async () => {
    const world = await worldWith({ sessions: sessionsOn([1, 2]) });
    const request = { year: 2026, code: 'DL', title: 'Diklat', source: 'apbn', ceiling: 500_000 } as const;
    await openLine({ budgets: world.budgets, clock: world.deps.clock }, { principal: admin, request });
    const seat = await world.seats.find('e-1' as Event['eventId'], sri);
    if (!seat) throw new Error('there is one');
    const charge: SeatCharge = {
      ...{ agencyId: someAgency, lineId, bookingId: 'b-1', price: 200_000, noShow: 'released' },
      ...{ state: 'committed', since: now, at: now },
    };
    expect(await world.seats.step(seat, { ...seat, charge })).toBe('done');
    const line = () => world.budgets.find({ agencyId: someAgency, lineId: lineId as never });
    expect(await line()).toMatchObject({ committed: 200_000, room: 300_000 });
    return { ...world, line };
  };
  const eventFact = (change: 'closed' | 'cancelled'): Fact => ({
    ...{
      eventId: `event-changed:e-1:${change}`,
      type: 'event-changed',
      occurredAt: now,
      event: 'e-1',
      change,
    },
  });

  it('is spent with the JP of the day that was attended, once', async () => {
    const world = await paidWorld();
    await world.mark([0]);
    expect(await world.line()).toMatchObject({ committed: 200_000, spent: 0 });
    const event = await world.events.find('e-1' as Event['eventId']);
    if (event) await world.events.save({ ...event, closedAt: now });
    for (const _ of [1, 2]) await followEvents(world.deps, eventFact('closed'));
    expect(await world.line()).toMatchObject({ committed: 0, spent: 200_000, people: 1, jp: 400 });
  });

  it('goes back with a closed list on which they were absent, as the agency wants it, and with a cancelled event', async () => {
    for (const over of [{ closedAt: now }, { state: 'cancelled', cancelReason: 'Banjir' }] as const) {
      const world = await paidWorld();
      const event = await world.events.find('e-1' as Event['eventId']);
      if (event) await world.events.save({ ...event, ...over });
      const fact = eventFact('closedAt' in over ? 'closed' : 'cancelled');
      for (const _ of [1, 2]) await followEvents(world.deps, fact);
      expect(await world.line()).toMatchObject({ committed: 0, spent: 0, room: 500_000 });
    }
  });
});

describe('people hear', () => {
  const told = async (world: Awaited<ReturnType<typeof worldWith>>, personId: PersonId) =>
    (await world.notices.list({ personId, limit: 10 })).map(({ kind, params }) => ({ kind, params }));
  const seatFact = (state: SeatState, before?: SeatState): Fact => ({
    ...{ eventId: `event-seat-changed:e-1:sri:${state}`, type: 'event-seat-changed', occurredAt: now },
    ...{ event: 'e-1', personId: sri, state, ...(before && { before }) },
  });
  it('once that a seat is kept for them, as long as it is', async () => {
    const world = await worldWith({});
    const seat = await world.seats.find('e-1' as Event['eventId'], sri);
    const offeredUntil = '2026-12-21T00:00:00.000Z';
    await world.seats.step(seat, seatAt({ personId: sri, state: 'offered', offeredUntil, rev: 1 }));
    for (const _ of [1, 2]) await followEvents(world.deps, seatFact('offered', 'waiting'));
    // It has gone on since.
    await followEvents(world.deps, seatFact('declined', 'requested'));
    const params = { title: eventOf().title, state: 'offered', until: offeredUntil };
    expect(await told(world, sri)).toEqual([{ kind: 'event-seat', params }]);
  });
  it.each([
    ['unfunded', 'requested', 'unfunded'],
    ['confirmed', 'unfunded', 'funded'],
    ['waiting', 'unfunded', 'queued'],
  ] as const)('that they are %s, after they were %s', async (state, before, said) => {
    const world = await worldWith({});
    // Nobody waits beside a free seat.
    await world.seats.step(undefined, seatAt({ personId: 'budi' as PersonId }));
    const seat = await world.seats.find('e-1' as Event['eventId'], sri);
    const place = state === 'waiting' ? { place: now } : {};
    expect(await world.seats.step(seat, seatAt({ personId: sri, state, ...place, rev: 1 }))).toBe('done');
    await followEvents(world.deps, seatFact(state, before));
    const params = { title: eventOf().title, state: said };
    expect(await told(world, sri)).toEqual([{ kind: 'event-seat', params }]);
  });
  it('that somebody of their team asks for an event', async () => {
    const world = await worldWith({});
    const seat = await world.seats.find('e-1' as Event['eventId'], sri);
    await world.seats.step(seat, seatAt({ personId: sri, state: 'requested', rev: 1 }));
    await followEvents(world.deps, seatFact('requested'));
    const params = { title: eventOf().title, learner: 'Sri' };
    expect(await told(world, boss)).toEqual([{ kind: 'event-requested', params }]);
  });
  it.each([
    ['has none', undefined],
    ['is theirs no more', 'mantan' as PersonId],
  ])(
    'that somebody asks whose supervisor %s: every administrator of the agency, and nobody else',
    async (_, supervisorId) => {
      const world = await worldWith({});
      const admins = ['rina' as PersonId, sri];
      const [learning, supervising] = people;
      if (!learning || !supervising) throw new Error('there are two');
      const asking = [
        { ...learning, supervisorId },
        { ...supervising, personId: 'mantan', roles: ['learner'] },
        { ...supervising, personId: 'rina', roles: ['agency-admin'] },
      ];
      const deps = {
        ...world.deps,
        people: {
          find: async (id: string) => asking.find(({ personId }) => personId === id),
          listHolders: async (home: { readonly agencyId?: string }, role: string) =>
            home.agencyId === someAgency && role === 'agency-admin' ? admins : [],
        },
      } as unknown as FollowEventsDeps;
      const seat = await world.seats.find('e-1' as Event['eventId'], sri);
      await world.seats.step(seat, seatAt({ personId: sri, state: 'requested', rev: 1 }));
      for (const _twice of [1, 2]) await followEvents(deps, seatFact('requested'));
      const [notice, ...more] = await world.notices.list({ personId: admins[0] as PersonId, limit: 10 });
      const params = { title: eventOf().title, learner: 'Sri' };
      expect(notice).toMatchObject({ kind: 'event-requested', params, link: '/agency/event-requests' });
      expect(more).toEqual([]);
      for (const other of [sri, boss, 'mantan' as PersonId]) expect(await told(world, other)).toEqual([]);
    },
  );
  it('why an event is cancelled, and the next of a queue gets a seat that somebody left', async () => {
    const world = await worldWith({
      capacity: 2,
      sessions: sessionsOn([24]),
      closesAt: '2026-12-24T01:00:00.000Z',
    });
    const event = await world.events.find('e-1' as Event['eventId']);
    if (!event) throw new Error('there is one');
    await world.seats.step(undefined, seatAt({ personId: boss }));
    const waiting = learner('budi').personId;
    await world.seats.step(undefined, seatAt({ personId: waiting, state: 'waiting', place: '1' }));
    const own = await world.seats.find(event.eventId, boss);
    await world.seats.step(own, seatAt({ personId: boss, state: 'withdrawn', rev: 1 }));
    await followEvents(world.deps, {
      ...{ eventId: 'x', type: 'event-seat-changed', occurredAt: now, event: 'e-1', personId: boss },
      state: 'withdrawn',
    });
    expect((await world.seats.find(event.eventId, waiting))?.state).toBe('offered');
    await world.events.save({ ...event, state: 'cancelled', cancelReason: 'Banjir' });
    const fact = {
      type: 'event-changed',
      eventId: 'event-changed:e-1:9',
      occurredAt: now,
      event: 'e-1',
    } as const;
    for (const _ of [1, 2]) await followEvents(world.deps, { ...fact, change: 'cancelled' });
    const params = { title: event.title, change: 'cancelled', reason: 'Banjir' };
    expect(await told(world, sri)).toEqual([{ kind: 'event-changed', params }]);
  });
});
