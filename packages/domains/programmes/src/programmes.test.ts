import { createHmac } from 'node:crypto';
import type { AgencyId, PersonId, Signer } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { attendedOf, isSettled } from './attended.ts';
import {
  cancelEvent,
  changeEvent,
  closeAttendance,
  publishEvent,
  removeDraft,
  reopenAttendance,
} from './change-event.ts';
import { checkIn, openDoor, showCode } from './check-in.ts';
import { clashesOf, overlaps } from './clash.ts';
import { decideRequest, listAgencyRequests, listRequests } from './decide-request.ts';
import {
  CapacityTooSmall,
  CodeExpired,
  CodeOfOtherSession,
  CodeUnknown,
  CodeUsed,
  EventClashes,
  EventFixed,
  EventIncomplete,
  EventNotFound,
  NotRegistered,
  OfferOver,
  OutsideWindow,
  OwnAttendance,
  RegistrationClosed,
} from './errors.ts';
import type { Event, EventId, SessionId } from './event.ts';
import { lapseOffers, leaveEvent } from './give-seat-back.ts';
import { makeEvent } from './make-event.ts';
import { markAttendance } from './mark-attendance.ts';
import { StepLocked } from './paths/errors.ts';
import type { RegistrationGate } from './ports.ts';
import { listEvents, listOwnEvents, readEvent } from './read-events.ts';
import { seatByHand } from './seat-by-hand.ts';
import { confirmOffer, register } from './take-seat.ts';
import {
  eventOf,
  learner,
  memoryProgrammeStores,
  organiser,
  seatAt,
  someAgency,
  someTerms,
} from './testing/index.ts';
import { localDayOf, localTimeOf, minutesAhead, momentOf } from './zone.ts';

const signer: Signer = {
  sign: (purpose, text) => createHmac('sha256', 'key').update(`${purpose} ${text}`).digest('base64url'),
  verify: (purpose, text, signature) => signer.sign(purpose, text) === signature,
};

const [budi, ani, citra] = [learner('budi'), learner('ani'), learner('citra')];
const boss = learner('sari', { roles: ['learner', 'supervisor'] });
const day1 = 'hari-1' as SessionId;
const day2 = 'hari-2' as SessionId;

/** Of the paths of nobody. */
const noGate: RegistrationGate = { requireOpen: async () => {} };

async function worldWith(over: Partial<Event> = {}, at = '2026-11-10T00:00:00.000Z') {
  const stores = memoryProgrammeStores();
  const event = eventOf(over);
  await stores.events.save(event);
  let now = at;
  let count = 0;
  const deps = {
    ...stores,
    signer,
    clock: { now: () => new Date(now) },
    ids: {
      uuid: () => {
        count += 1;
        return `id-${count}`;
      },
      token: () => 't',
    },
    gate: noGate,
    forms: {
      unitOf: async ({ form }: { readonly form: string }) =>
        form === 'KL06' ? ('day' as const) : form === 'KL03' ? ('programme_jp' as const) : undefined,
    },
    people: {
      placeOf: async (personId: PersonId) =>
        personId === 'joko'
          ? { agencyId: 'bps' as AgencyId, unitIds: ['u-9'] }
          : { agencyId: someAgency, unitIds: ['u-1', 'u-0'], supervisorId: boss.personId },
      teamOf: async () => [budi.personId, ani.personId],
    },
  };
  const { eventId } = event;
  return {
    ...{ deps, eventId, event },
    at: (moment: string) => {
      now = moment;
    },
    stateOf: async (name: string) => (await stores.seats.find(eventId, name as PersonId))?.state,
    join: (principal: typeof budi) => register(deps, { principal, eventId, despite: false }),
  };
}

describe('terms', () => {
  const make = async (over: Partial<typeof someTerms>) => {
    const { deps } = await worldWith();
    return makeEvent(deps, { principal: organiser, terms: { ...someTerms, ...over } });
  };
  it('make a draft that nobody else sees', async () => {
    const { deps } = await worldWith();
    const { eventId } = await makeEvent(deps, { principal: organiser, terms: someTerms });
    await expect(readEvent(deps, { principal: budi, eventId })).rejects.toThrow(EventNotFound);
    await publishEvent(deps, { principal: organiser, eventId });
    expect((await readEvent(deps, { principal: budi, eventId })).event.title).toBe(someTerms.title);
    await expect(removeDraft(deps, { principal: organiser, eventId })).rejects.toThrow(EventFixed);
  });
  it('of an event for other units are read by the office that holds it, which takes no seat by that', async () => {
    const { deps, eventId, join } = await worldWith({ audience: 'units', unitIds: ['u-7'] });
    const asked = { principal: organiser, eventId };
    expect(await readEvent(deps, asked)).toMatchObject({ isForThem: false, event: { eventId } });
    await expect(join(organiser)).rejects.toThrow(EventNotFound);
    for (const principal of [
      budi,
      boss,
      learner('x', { roles: ['agency-admin'], agencyId: 'bps' as AgencyId }),
    ])
      await expect(readEvent(deps, { principal, eventId })).rejects.toThrow(EventNotFound);
    const ours = await worldWith({ audience: 'units', unitIds: ['u-1'] });
    expect(await readEvent(ours.deps, { principal: budi, eventId: ours.eventId })).toMatchObject({
      isForThem: true,
    });
    const draft = await worldWith({ state: 'draft' });
    await expect(readEvent(draft.deps, asked)).rejects.toThrow(EventNotFound);
  });
  it.each([
    ['a form without a rule', { form: 'KL12' }],
    ['a programme without its JP', { form: 'KL03' }],
    ['JP where days count', { stated: 400 as never }],
    ['registration that ends before it begins', { closesAt: someTerms.opensAt }],
    ['units without any', { audience: 'units' as const }],
    ['an online event without links', { mode: 'online' as const }],
    ['sessions one over the other', { sessions: [...someTerms.sessions].toReversed() }],
  ])('refuse %s', async (_, over) => {
    await expect(make(over)).rejects.toThrow(EventIncomplete);
  });
  it('lie within five years from now, and from when somebody began to plan it', async () => {
    const on = (year: number) => {
      const sessions = someTerms.sessions.map((one) => ({
        ...one,
        startsAt: one.startsAt.replace(/^\d{4}/, String(year)),
        endsAt: one.endsAt.replace(/^\d{4}/, String(year)),
      }));
      const [last] = sessions.toReversed();
      return { sessions, opensAt: `${year - 1}-11-10T00:00:00.000Z`, closesAt: last?.endsAt ?? '' };
    };
    for (const year of [9999, 2032, 2020])
      await expect(make(on(year))).rejects.toMatchObject({
        issues: someTerms.sessions.map((_, n) => ({ path: `/sessions/${n}`, message: expect.any(String) })),
      });
    for (const year of [2030, 2022]) await expect(make(on(year))).resolves.toMatchObject({ state: 'draft' });
    // One that goes on for years keeps its first days, and is moved no further than others.
    const { deps, at, eventId } = await worldWith({ ...on(2026), createdAt: '2026-11-01T00:00:00.000Z' });
    at('2029-11-10T00:00:00.000Z');
    const [first, ...later] = on(2026).sessions;
    const next = on(2030).sessions.slice(1);
    const changing = (sessions: typeof later, rev: number) =>
      changeEvent(deps, {
        ...{ principal: organiser, eventId, rev },
        terms: { ...someTerms, ...on(2026), sessions: first ? [first, ...later, ...sessions] : [] },
      });
    const renamed = next.map((one, n) => ({ ...one, sessionId: `lain-${n}` as SessionId }));
    await changing(renamed, 1);
    const far = renamed.map((one) => ({
      ...{ ...one, sessionId: 'jauh' as SessionId },
      ...{ startsAt: '2040-12-01T01:00:00.000Z', endsAt: '2040-12-01T02:00:00.000Z' },
    }));
    await expect(changing([...renamed, ...far], 2)).rejects.toBeInstanceOf(EventIncomplete);
  });
  it('can be changed where a day that stands already lies further back, which no other day may', async () => {
    const [first, last] = someTerms.sessions;
    if (!first || !last) throw new Error('there are two');
    const old = { ...first, startsAt: '2019-03-01T02:00:00.000Z', endsAt: '2019-03-01T05:00:00.000Z' };
    const { deps, eventId } = await worldWith({
      sessions: [old, last],
      createdAt: '2026-11-01T00:00:00.000Z',
    });
    const change = (rev: number, sessions: typeof someTerms.sessions, title: string) =>
      changeEvent(deps, {
        ...{ principal: organiser, eventId, rev },
        terms: { ...someTerms, sessions, title },
      });
    await change(1, [old, last], 'Nama lain');
    const older = {
      ...old,
      sessionId: 'lain' as SessionId,
      startsAt: '2018-03-01T02:00:00.000Z',
      endsAt: '2018-03-01T05:00:00.000Z',
    };
    await expect(change(2, [older, old, last], 'Nama lain')).rejects.toMatchObject({
      issues: [{ path: '/sessions/0' }],
    });
  });
  it('are nobody’s but of who holds events', async () => {
    const { deps } = await worldWith();
    await expect(makeEvent(deps, { principal: budi, terms: someTerms })).rejects.toThrow(EventNotFound);
  });
});

describe('registration', () => {
  it('L7: gives seats while there are any, then places in the queue, and a seat that becomes free to the first', async () => {
    const { deps, eventId, join, stateOf, at } = await worldWith({ capacity: 1 });
    expect((await join(budi)).state).toBe('confirmed');
    expect((await join(ani)).state).toBe('waiting');
    at('2026-11-10T00:00:01.000Z');
    expect((await join(citra)).state).toBe('waiting');
    expect((await join(ani)).state).toBe('waiting');
    expect((await readEvent(deps, { principal: citra, eventId })).ahead).toBe(1);
    await leaveEvent(deps, { principal: budi, eventId });
    expect([await stateOf('ani'), await stateOf('citra')]).toEqual(['offered', 'waiting']);
    await confirmOffer(deps, { principal: ani, eventId });
    await confirmOffer(deps, { principal: ani, eventId });
    expect(await stateOf('ani')).toBe('confirmed');
  });
  it.each(['none', 'supervisor'] as const)(
    'answers taps that come at once as one, with approval by %s',
    async (approval) => {
      const world = await worldWith({ capacity: 1, approval });
      const taps = await Promise.all([budi, budi, budi, budi].map(world.join));
      const states = new Set(taps.map(({ state, rev }) => `${state} ${rev}`));
      expect(states).toEqual(new Set([approval === 'none' ? 'confirmed 1' : 'requested 1']));
      // Somebody else has the seat, or the end of the queue: one of each.
      const others = await Promise.all([ani, ani, citra].map(world.join));
      const waits = approval === 'none' ? 'waiting' : 'requested';
      expect(others.map(({ state }) => state)).toEqual([waits, waits, waits]);
      expect(await world.deps.seats.counts(world.eventId)).toMatchObject(
        approval === 'none' ? { taken: 1, waiting: 2 } : { taken: 0, waiting: 0 },
      );
    },
  );

  it('passes a seat on when the offer was not answered', async () => {
    const { deps, eventId, join, stateOf, at } = await worldWith({ capacity: 1 });
    await join(budi);
    await join(ani);
    at('2026-11-10T00:00:01.000Z');
    await join(citra);
    await leaveEvent(deps, { principal: budi, eventId });
    at('2026-11-11T00:00:01.000Z');
    await expect(confirmOffer(deps, { principal: ani, eventId })).rejects.toThrow(OfferOver);
    expect(await lapseOffers(deps, { limit: 10 })).toBe(1);
    expect([await stateOf('ani'), await stateOf('citra')]).toEqual(['lapsed', 'offered']);
    expect(await lapseOffers(deps, { limit: 10 })).toBe(0);
  });
  it('asks the gate of whoever registers by themselves and has no seat yet; a seat by hand asks nobody', async () => {
    const { deps, eventId, join, stateOf, at } = await worldWith();
    await join(ani);
    const asked: string[] = [];
    const gate: RegistrationGate = {
      requireOpen: async (one) => {
        asked.push(`${one.personId} ${one.eventId}`);
        throw new StepLocked([{ id: 'Kursus etika' }]);
      },
    };
    const shut = (principal: typeof budi) =>
      register({ ...deps, gate }, { principal, eventId, despite: true });
    await expect(shut(budi)).rejects.toThrow('Finish first: Kursus etika.');
    expect(await stateOf('budi')).toBeUndefined();
    expect((await shut(ani)).state).toBe('confirmed');
    const stranger = learner('joko', { agencyId: 'bps' as AgencyId });
    await expect(shut(stranger)).rejects.toThrow(EventNotFound);
    expect(asked).toEqual([`budi ${eventId}`]);
    at('2026-12-01T01:35:00.000Z');
    const byHand = { principal: organiser, personId: budi.personId, reason: 'Menggantikan rekan' };
    await seatByHand(deps, { ...byHand, eventId });
    expect(await stateOf('budi')).toBe('confirmed');
  });
  it('is only open in its time, and only for whom the event is', async () => {
    const { deps, eventId, join, at } = await worldWith();
    await expect(join(learner('joko', { agencyId: 'bps' as AgencyId }))).rejects.toThrow(EventNotFound);
    at('2026-10-30T00:00:00.000Z');
    await expect(join(budi)).rejects.toThrow(RegistrationClosed);
    at('2026-12-01T01:00:00.000Z');
    await expect(join(budi)).rejects.toThrow(RegistrationClosed);
    expect(await listEvents(deps, { principal: learner('joko') })).toEqual([]);
    expect((await listEvents(deps, { principal: budi })).map((one) => one.eventId)).toEqual([eventId]);
  });
  it('goes by units where an event is for some', async () => {
    const within = await worldWith({ audience: 'units', unitIds: ['u-0'] });
    expect((await within.join(budi)).state).toBe('confirmed');
    const outside = await worldWith({ audience: 'units', unitIds: ['u-2'] });
    await expect(outside.join(budi)).rejects.toThrow(EventNotFound);
  });
  it('L8: says that another event is at that time, and lets who knows it', async () => {
    const { deps, join } = await worldWith();
    await join(budi);
    const [session] = someTerms.sessions;
    const inside = {
      ...{ sessionId: 'x' as SessionId, place: 'B', startsAt: '2026-12-01T03:00:00.000Z' },
      endsAt: '2026-12-01T04:00:00.000Z',
    };
    const other = eventOf({ eventId: 'e-2' as EventId, sessions: [inside] });
    await deps.events.save(other);
    const asked = { principal: budi, eventId: other.eventId };
    await expect(register(deps, { ...asked, despite: false })).rejects.toThrow(EventClashes);
    expect((await readEvent(deps, asked)).clashes.map(({ eventId }) => eventId)).toEqual(['e-1']);
    expect((await register(deps, { ...asked, despite: true })).state).toBe('confirmed');
    expect(session && overlaps(session, inside)).toBe(true);
  });
  it('C7: asks the supervisor where the event wants it, who never decides about themselves', async () => {
    const { deps, eventId, join, stateOf } = await worldWith({ approval: 'supervisor', capacity: 1 });
    expect((await join(budi)).state).toBe('requested');
    await join(ani);
    const [first] = await listRequests(deps, { principal: boss });
    expect(first?.seat.personId).toBe('budi');
    const decide = (name: string, reason?: string) =>
      decideRequest(deps, {
        principal: boss,
        eventId,
        personId: name as PersonId,
        ...(reason && { reason }),
      });
    await decide('budi');
    await decide('ani', 'Sudah ikut tahun lalu');
    expect([await stateOf('budi'), await stateOf('ani')]).toEqual(['confirmed', 'declined']);
    await join(boss);
    await expect(decide('sari')).rejects.toThrow(EventNotFound);
    const own = { principal: budi, eventId, personId: budi.personId };
    await expect(decideRequest(deps, own)).rejects.toThrow(EventNotFound);
  });
  it('asks the agency where there is no supervisor, or one who has not answered for long', async () => {
    const { deps: known, eventId, join, stateOf, at } = await worldWith({ approval: 'supervisor' });
    const alone = new Set<PersonId>([citra.personId, organiser.personId]);
    const placeOf = async (personId: PersonId) => {
      const { supervisorId, ...place } = (await known.people.placeOf(personId)) as {
        supervisorId?: PersonId;
      };
      return { ...place, ...(!alone.has(personId) && supervisorId && { supervisorId }) } as never;
    };
    const deps = { ...known, people: { ...known.people, placeOf } };
    const listed = async (principal: typeof organiser) =>
      (await listAgencyRequests(deps, { principal })).map(({ seat }) => seat.personId);
    const decide = (principal: typeof organiser, { personId }: typeof organiser, reason?: string) =>
      decideRequest(deps, { principal, eventId, personId, ...(reason && { reason }) });
    for (const one of [citra, budi, organiser])
      await register(deps, { principal: one, eventId, despite: false });
    const foreign = learner('eko', { roles: ['learner', 'agency-admin'], agencyId: 'bps' as AgencyId });
    const second = learner('dian', { roles: ['learner', 'agency-admin'] });
    expect(await listed(organiser)).toEqual(['citra']);
    expect(await listed(second)).toEqual(['citra', 'rina']);
    for (const nobody of [foreign, boss, learner('ani')]) {
      expect(await listed(nobody)).toEqual([]);
      await expect(decide(nobody, citra)).rejects.toThrow(EventNotFound);
    }
    // Whom a supervisor decides about is no matter of the agency yet; and nobody decides about themselves.
    await expect(decide(organiser, budi)).rejects.toThrow(EventNotFound);
    await expect(decide(organiser, organiser)).rejects.toThrow(EventNotFound);
    await decide(organiser, citra);
    await decide(second, organiser, 'Sudah ikut tahun lalu');
    expect([await stateOf('citra'), await stateOf('rina')]).toEqual(['confirmed', 'declined']);
    // The supervisor has lost the role meanwhile.
    alone.add(budi.personId);
    expect(await listed(organiser)).toEqual(['budi']);
    alone.delete(budi.personId);
    at('2026-11-23T20:00:00.000Z');
    expect(await listed(organiser)).toEqual(['budi']);
    await decide(organiser, budi);
    expect([await stateOf('budi'), await listed(second)]).toEqual(['confirmed', []]);
    await join(ani);
    at('2026-12-01T02:00:00.000Z');
    alone.add(ani.personId);
    expect(await listed(organiser)).toEqual([]);
  });
  it('ends with the event: nobody comes into one that was cancelled', async () => {
    const { deps, eventId, join } = await worldWith();
    await join(budi);
    await cancelEvent(deps, { principal: organiser, eventId, reason: 'Banjir' });
    await expect(join(ani)).rejects.toThrow(RegistrationClosed);
    const [own] = await listOwnEvents(deps, budi);
    expect(own?.event.cancelReason).toBe('Banjir');
  });
});

describe('changes', () => {
  const changed = (world: Awaited<ReturnType<typeof worldWith>>, over: Partial<typeof someTerms>, rev = 1) =>
    changeEvent(world.deps, {
      principal: organiser,
      eventId: world.eventId,
      terms: { ...someTerms, ...over },
      rev,
    });
  it('give more seats to those who wait, and take none away', async () => {
    const world = await worldWith({ capacity: 1 });
    await world.join(budi);
    await world.join(ani);
    await changed(world, { capacity: 2 });
    expect(await world.stateOf('ani')).toBe('offered');
    await expect(changed(world, { capacity: 1 }, 2)).rejects.toThrow(CapacityTooSmall);
  });
  it('note a new timetable, and move no session that has begun', async () => {
    const world = await worldWith();
    const [first, second] = someTerms.sessions;
    if (!first || !second) throw new Error('there are two sessions');
    const moved = { ...second, place: 'Aula lantai 3' };
    await changed(world, { sessions: [first, moved] });
    expect((await world.deps.events.find(world.eventId))?.movedAt).toBe('2026-11-10T00:00:00.000Z');
    world.at('2026-12-01T03:00:00.000Z');
    await expect(changed(world, { sessions: [moved] }, 2)).rejects.toThrow(EventFixed);
    await expect(changed(world, { abroad: true }, 2)).rejects.toThrow(EventFixed);
    const later = { ...second, startsAt: '2026-12-03T02:00:00.000Z', endsAt: '2026-12-03T05:00:00.000Z' };
    await changed(world, { sessions: [first, later] }, 2);
  });
});

describe('check-in', () => {
  const morning = '2026-12-01T02:00:10.000Z';
  async function atTheDoor(over: Partial<Event> = {}) {
    const world = await worldWith(over);
    await world.join(budi);
    world.at(morning);
    const { deps, eventId } = world;
    const codeOf = async (sessionId: SessionId) =>
      (await showCode(deps, { principal: organiser, eventId, sessionId })).code;
    const scan = async (code: string, principal = budi, sessionId = day1) =>
      openDoor(deps, { principal, eventId, sessionId, code });
    const tap = (ticket: string, principal = budi, sessionId = day1) =>
      checkIn(deps, { principal, eventId, sessionId, ticket });
    return { ...world, codeOf, scan, tap };
  }
  it('takes a code that is shown now, once', async () => {
    const { codeOf, scan, tap } = await atTheDoor();
    const door = await scan(await codeOf(day1));
    expect(door.state).toBe('ready');
    expect(await tap(door.ticket)).toBe('checked-in');
    expect(await tap(door.ticket)).toBe('in');
    expect((await scan(await codeOf(day1))).state).toBe('in');
  });
  it('L9: refuses a picture of a code, and one that was made up', async () => {
    const { codeOf, scan, at } = await atTheDoor();
    const code = await codeOf(day1);
    at('2026-12-01T02:00:50.000Z');
    expect((await scan(code)).state).toBe('ready');
    at('2026-12-01T02:01:10.000Z');
    await expect(scan(code)).rejects.toThrow(CodeExpired);
    const [slot = ''] = code.split('.');
    await expect(scan(`${Number(slot) + 2}.${code.split('.')[1]}`)).rejects.toThrow(CodeUnknown);
    for (const wrong of ['', 'x.y', `${slot}.aaaaaaaaaaaaaaaa`])
      await expect(scan(wrong)).rejects.toThrow(CodeUnknown);
  });
  it('L9: refuses the code of another session, and what opens for another person', async () => {
    const { codeOf, scan, tap, join } = await atTheDoor();
    await expect(scan(await codeOf(day2))).rejects.toThrow(CodeOfOtherSession);
    const { ticket } = await scan(await codeOf(day1));
    await expect(join(ani)).rejects.toThrow(RegistrationClosed);
    await expect(tap(ticket, ani)).rejects.toThrow(CodeUnknown);
    await expect(scan(await codeOf(day1), ani)).rejects.toThrow(NotRegistered);
  });
  it('L9: refuses whoever comes before or after the window', async () => {
    const { codeOf, scan, at } = await atTheDoor();
    at('2026-12-01T01:29:59.000Z');
    await expect(scan(await codeOf(day1))).rejects.toThrow(OutsideWindow);
    at('2026-12-01T01:30:00.000Z');
    expect((await scan(await codeOf(day1))).state).toBe('ready');
    at('2026-12-01T05:15:00.000Z');
    await expect(scan(await codeOf(day1))).rejects.toThrow(OutsideWindow);
  });
  it('L9: keeps what an organiser said before every code, with who and why', async () => {
    const { deps, eventId, codeOf, scan, tap } = await atTheDoor();
    const { ticket } = await scan(await codeOf(day1));
    await tap(ticket);
    const mark = async (present: boolean, principal = organiser, personId = budi.personId) => {
      const { marks } = await markAttendance(deps, {
        ...{ principal, eventId, reason: 'Pulang sebelum mulai' },
        markings: [{ personId, sessionId: day1, present }],
      });
      return marks;
    };
    expect(await mark(false)).toBe(1);
    expect(await mark(false)).toBe(0);
    await expect(tap(ticket)).rejects.toThrow(CodeUsed);
    const seat = await deps.seats.find(eventId, budi.personId);
    expect(seat?.marks.at(-1)).toMatchObject({ present: false, by: 'rina', reason: 'Pulang sebelum mulai' });
    expect(await mark(true)).toBe(1);
    await expect(mark(true, budi)).rejects.toThrow(EventNotFound);
    await expect(mark(true, organiser, organiser.personId)).rejects.toThrow(OwnAttendance);
    await expect(mark(true, organiser, ani.personId)).rejects.toThrow(NotRegistered);
    const otherOffice = learner('x', { roles: ['agency-admin'], agencyId: 'bps' as AgencyId });
    await expect(mark(true, otherOffice)).rejects.toThrow(EventNotFound);
  });
  it('C7: takes a list with the organiser on it as long as it says nothing new of them', async () => {
    const { deps, eventId } = await atTheDoor();
    const { personId } = organiser;
    await deps.seats.step(undefined, seatAt({ personId }));
    const mark = async (present: boolean, by = organiser) => {
      const { marks } = await markAttendance(deps, {
        ...{ principal: by, eventId, reason: 'Daftar hadir kertas' },
        markings: [
          { personId: budi.personId, sessionId: day1, present: true },
          { personId, sessionId: day1, present },
        ],
      });
      return marks;
    };
    await expect(mark(true)).rejects.toThrow(OwnAttendance);
    expect((await deps.seats.find(eventId, budi.personId))?.marks).toEqual([]);
    expect(await mark(false)).toBe(1);
    // A colleague notes it; after that the list says it, and taking it out is theirs as well.
    expect(await mark(true, learner('dewi', { roles: ['agency-admin'] }))).toBe(1);
    expect(await mark(true)).toBe(0);
    await expect(mark(false)).rejects.toThrow(OwnAttendance);
    expect((await deps.seats.find(eventId, personId))?.marks).toHaveLength(1);
  });
  it('notes a list without whoever gave their seat back, and nothing of one with somebody who never had a seat', async () => {
    const { deps, eventId, join, at } = await worldWith({ capacity: 3 });
    for (const one of [budi, ani]) await join(one);
    await leaveEvent(deps, { principal: budi, eventId });
    at('2026-12-01T02:00:00.000Z');
    const mark = (...people: readonly (typeof budi)[]) =>
      markAttendance(deps, {
        ...{ principal: organiser, eventId, reason: 'Daftar hadir kertas' },
        markings: people.map(({ personId }) => ({ personId, sessionId: day1, present: true })),
      });
    const marksOf = async ({ personId }: typeof budi) =>
      (await deps.seats.find(eventId, personId))?.marks.length;
    await expect(mark(ani, citra)).rejects.toThrow(NotRegistered);
    expect(await marksOf(ani)).toBe(0);
    expect(await mark(budi, ani)).toEqual({ marks: 1, withoutSeat: [budi.personId] });
    expect([await marksOf(budi), await marksOf(ani)]).toEqual([0, 1]);
  });
  it('counts days of which every session was attended, when nothing more can come', async () => {
    const { deps, eventId, event, codeOf, scan, tap, at } = await atTheDoor();
    await tap((await scan(await codeOf(day1))).ticket);
    const seat = await deps.seats.find(eventId, budi.personId);
    const attended = attendedOf(event, seat ?? { marks: [] });
    expect(attended).toEqual({ days: ['2026-12-01'], sessions: ['2026-12-01'], isComplete: false });
    expect(isSettled(event, attended)).toBe(false);
    await expect(closeAttendance(deps, { principal: organiser, eventId })).rejects.toThrow(EventFixed);
    at('2026-12-02T06:00:00.000Z');
    await closeAttendance(deps, { principal: organiser, eventId });
    const closed = await deps.events.find(eventId);
    expect(closed && isSettled(closed, attended)).toBe(true);
    await reopenAttendance(deps, { principal: organiser, eventId });
    expect((await deps.events.find(eventId))?.closedAt).toBeUndefined();
  });
});

describe('time', () => {
  it('L8: finds one within another, the other way round, and days that follow each other, and lets what touches be', () => {
    const at = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
    const long = at('2026-12-01T02:00:00.000Z', '2026-12-01T05:00:00.000Z');
    const inside = at('2026-12-01T03:00:00.000Z', '2026-12-01T04:00:00.000Z');
    const touching = at('2026-12-01T05:00:00.000Z', '2026-12-01T06:00:00.000Z');
    expect([overlaps(long, inside), overlaps(inside, long), overlaps(long, long)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([overlaps(long, touching), overlaps(touching, long)]).toEqual([false, false]);
    const between = eventOf({
      eventId: 'e-2' as EventId,
      sessions: [{ sessionId: day1, ...at('2026-12-01T06:00:00.000Z', '2026-12-01T23:00:00.000Z') }],
    });
    expect(clashesOf(eventOf(), [between, eventOf()])).toEqual([]);
  });
  it('is told by clocks of the place, also where they change', () => {
    expect(momentOf('2026-12-01T09:00', 'Asia/Makassar')).toBe('2026-12-01T01:00:00.000Z');
    expect(localTimeOf('2026-12-01T01:00:00.000Z', 'Asia/Jayapura')).toBe('2026-12-01T10:00');
    expect(localDayOf('2026-12-01T16:00:00.000Z', 'Asia/Jayapura')).toBe('2026-12-02');
    expect(momentOf('2026-07-01T09:00', 'Europe/Amsterdam')).toBe('2026-07-01T07:00:00.000Z');
    expect(momentOf('2026-12-01T09:00', 'Europe/Amsterdam')).toBe('2026-12-01T08:00:00.000Z');
    expect(minutesAhead(Date.parse('2026-12-01T00:00:00.000Z'), 'Asia/Kolkata')).toBe(330);
  });
});

describe('somebody who comes without a seat', () => {
  const byHand = (personId: PersonId, reason = 'Menggantikan rekan') => ({
    ...{ principal: organiser, eventId: 'e-1' as EventId, personId, reason },
  });

  it('gets one by hand from when the door opens, past the queue, with a name and a reason', async () => {
    const { deps, at } = await worldWith({ capacity: 2 });
    for (const principal of [budi, ani, citra]) {
      await register(deps, { principal, eventId: 'e-1' as EventId, despite: false });
    }
    await leaveEvent(deps, { principal: budi, eventId: 'e-1' as EventId });
    await expect(seatByHand(deps, byHand(citra.personId))).rejects.toThrow(EventFixed);
    at('2026-12-01T01:35:00.000Z');
    await lapseOffers(deps, { limit: 10 });
    await seatByHand(deps, byHand(citra.personId));
    const seat = await deps.seats.find('e-1' as EventId, citra.personId);
    expect(seat).toMatchObject({
      state: 'confirmed',
      walkIn: true,
      by: 'rina',
      reason: 'Menggantikan rekan',
    });
    expect(seat).not.toHaveProperty('offeredUntil');
    await seatByHand(deps, byHand(citra.personId, 'Sekali lagi'));
    expect((await deps.seats.find('e-1' as EventId, citra.personId))?.reason).toBe('Menggantikan rekan');
    await expect(seatByHand(deps, byHand(budi.personId))).rejects.toThrow('Every seat is taken');
    const reason = 'Daftar hadir kertas';
    const markings = [{ personId: citra.personId, sessionId: day1, present: true }];
    expect(
      await markAttendance(deps, { principal: organiser, eventId: 'e-1' as EventId, markings, reason }),
    ).toEqual({ marks: 1, withoutSeat: [] });
  });

  it('is never the organiser, nobody of another agency, and nobody once the attendance is closed', async () => {
    const { deps, at } = await worldWith();
    at('2026-12-02T06:00:00.000Z');
    await expect(seatByHand(deps, byHand(organiser.personId))).rejects.toThrow(OwnAttendance);
    await expect(seatByHand(deps, byHand('joko' as PersonId))).rejects.toThrow(EventNotFound);
    await closeAttendance(deps, { principal: organiser, eventId: 'e-1' as EventId });
    await expect(seatByHand(deps, byHand(budi.personId))).rejects.toThrow(EventFixed);
  });
});
