import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Event, EventId } from '../event.ts';
import type { Seat } from '../seat.ts';
import type { ProgrammeStores } from './memory-programme-stores.ts';
import { eventOf, seatAt } from './samples.ts';

/** What every adapter of events and seats keeps. */
export function programmeStoresContract(adapter: string, open: () => Promise<ProgrammeStores>): void {
  describe(`programmes on ${adapter}`, () => {
    let stores: ProgrammeStores;
    let event: Event;
    beforeEach(async () => {
      stores = await open();
      const agencyId = randomUUID() as AgencyId;
      event = eventOf({ eventId: randomUUID() as EventId, owner: { kind: 'agency', agencyId } });
    });
    const person = (name: string) => `${name}-${event.eventId}` as PersonId;
    const seatOf = (name: string, over: Partial<Seat> = {}) =>
      seatAt({ eventId: event.eventId, personId: person(name), ...over });
    const waitingOf = (name: string, place: string) => seatOf(name, { state: 'waiting', place });

    it('writes an event only over what was read, and lists it for its owner and for whom it is open', async () => {
      const { events } = stores;
      const draft: Event = { ...event, state: 'draft' };
      const outcomes = await Promise.all([events.save(draft), events.save(draft)]);
      expect(outcomes.toSorted()).toEqual(['changed', 'saved']);
      const agencyId = event.owner.kind === 'agency' ? event.owner.agencyId : ('' as AgencyId);
      const asked = { limit: 10, from: '2026-11-20T00:00:00.000Z' };
      expect((await events.listOpen(agencyId, asked)).events).toEqual([]);
      expect(await events.save({ ...event, rev: 1 })).toBe('saved');
      const later = eventOf({
        ...{ ...event, eventId: randomUUID() as EventId, rev: 0 },
        sessions: event.sessions.slice(0, 1),
      });
      expect(await events.save(later)).toBe('saved');
      const both = [
        { ...later, rev: 1 },
        { ...event, rev: 2 },
      ];
      expect((await events.listOpen(agencyId, asked)).events).toEqual(both);
      expect(
        (await events.listOpen(agencyId, { ...asked, from: '2026-12-01T06:00:00.000Z' })).events,
      ).toEqual(both.slice(1));
      const first = await events.listOf(event.owner, { limit: 1 });
      expect(first.events).toEqual(both.slice(1));
      const rest = await events.listOf(event.owner, { limit: 5, after: first.next ?? '' });
      expect(rest.events).toEqual(both.slice(0, 1));
      expect(await events.findMany([event.eventId, event.eventId, 'none' as EventId])).toEqual([both[1]]);
      expect(await events.save({ ...event, state: 'cancelled', cancelReason: 'Banjir', rev: 2 })).toBe(
        'saved',
      );
      expect((await events.listOpen(agencyId, asked)).events).toEqual(both.slice(0, 1));
    });

    it('takes a draft away as it was read', async () => {
      const { events } = stores;
      await events.save({ ...event, state: 'draft' });
      expect(await events.remove({ ...event, state: 'draft', rev: 2 })).toBe('changed');
      expect(await events.remove({ ...event, state: 'draft', rev: 1 })).toBe('removed');
      expect(await events.find(event.eventId)).toBeUndefined();
    });

    it('lists what ended in a span, the first to end first', async () => {
      const { events } = stores;
      const agencyId = `span-${event.eventId}` as AgencyId;
      const held = (n: number) => ({
        ...event,
        ...{ eventId: `${event.eventId}-${n}` as EventId, owner: { kind: 'agency' as const, agencyId } },
        sessions: event.sessions.map((session) => ({
          ...session,
          ...{ startsAt: `2026-10-0${n}T02:00:00.000Z`, endsAt: `2026-10-0${n}T05:00:00.000Z` },
        })),
      });
      for (const n of [3, 1, 2]) await events.save(held(n));
      const asked = { from: '2026-10-01T05:00:00.001Z', until: '2026-10-03T05:00:00.000Z', limit: 10 };
      const ids = async (over: { readonly until?: string }) => {
        const { until: _, ...open } = asked;
        const { events: found } = await events.listOpen(agencyId, { ...open, ...over });
        return found.map(({ eventId }) => eventId);
      };
      expect(await ids({ until: asked.until })).toEqual([held(2).eventId]);
      expect(await ids({})).toEqual([held(2).eventId, held(3).eventId]);
    });

    it('L7: gives the last seat to one of fifty who ask at once', async () => {
      const { events, seats } = stores;
      await events.save({ ...event, capacity: 1 });
      const names = Array.from({ length: 50 }, (_, n) => `p${n}`);
      const outcomes = await Promise.all(names.map((name) => seats.step(undefined, seatOf(name))));
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(49);
      expect(await seats.counts(event.eventId)).toEqual({ capacity: 1, taken: 1, waiting: 0 });
    }, 60_000);

    it('keeps the order of those who wait, and lets nobody overtake them or wait beside a free seat', async () => {
      const { events, seats } = stores;
      await events.save({ ...event, capacity: 1 });
      expect(await seats.step(undefined, waitingOf('ani', '1'))).toBe('free');
      expect(await seats.step(undefined, seatOf('budi'))).toBe('done');
      expect(await seats.step(undefined, waitingOf('citra', '2'))).toBe('done');
      expect(await seats.step(undefined, waitingOf('ani', '1'))).toBe('done');
      expect((await seats.firstWaiting(event.eventId))?.personId).toBe(person('ani'));
      expect(await seats.waitingBefore(event.eventId, '2')).toBe(1);
      const left = await seats.find(event.eventId, person('budi'));
      expect(await seats.step(left, { ...seatOf('budi'), state: 'withdrawn', rev: 1 })).toBe('done');
      expect(await seats.counts(event.eventId)).toEqual({ capacity: 1, taken: 0, waiting: 2 });
      expect(await seats.step(undefined, seatOf('dewi'))).toBe('full');
      const ani = await seats.firstWaiting(event.eventId);
      const { place: _, ...rest } = waitingOf('ani', '1');
      const offeredUntil = '2026-11-12T00:00:00.000Z';
      const offered: Seat = { ...rest, state: 'offered', offeredUntil, rev: 1 };
      expect(await seats.step(ani, offered)).toBe('done');
      expect(await seats.counts(event.eventId)).toEqual({ capacity: 1, taken: 1, waiting: 1 });
      expect((await seats.firstWaiting(event.eventId))?.personId).toBe(person('citra'));
      const due = await seats.dueOffers('2026-11-12T00:00:00.001Z', 1_000);
      expect(due).toContainEqual({ eventId: event.eventId, personId: person('ani') });
      const { offeredUntil: __, ...kept } = offered;
      expect(await seats.step({ ...offered, rev: 2 }, { ...kept, state: 'confirmed', rev: 2 })).toBe('done');
      const over = await seats.dueOffers('2026-11-12T00:00:00.001Z', 1_000);
      expect(over).not.toContainEqual({ eventId: event.eventId, personId: person('ani') });
      expect(await seats.counts(event.eventId)).toEqual({ capacity: 1, taken: 1, waiting: 1 });
    });

    it('gives a seat by hand past those who wait, and never more than there are', async () => {
      const { events, seats } = stores;
      await events.save({ ...event, capacity: 1 });
      await seats.step(undefined, seatOf('budi'));
      await seats.step(undefined, waitingOf('ani', '1'));
      const byHand = seatOf('citra', { walkIn: true, by: person('rina'), reason: 'Menggantikan' });
      expect(await seats.step(undefined, byHand)).toBe('full');
      await events.save({ ...event, capacity: 2, rev: 1 });
      expect(await seats.step(undefined, seatOf('citra'))).toBe('full');
      expect(await seats.step(undefined, byHand)).toBe('done');
      expect(await seats.find(event.eventId, person('citra'))).toEqual({ ...byHand, rev: 1 });
      expect(await seats.counts(event.eventId)).toEqual({ capacity: 2, taken: 2, waiting: 1 });
      const ani = await seats.find(event.eventId, person('ani'));
      await events.save({ ...event, capacity: 3, rev: 2 });
      const { place: _, ...rest } = waitingOf('ani', '1');
      const seated: Seat = { ...rest, state: 'confirmed', walkIn: true, rev: 1 };
      expect(await seats.step(ani, seated)).toBe('done');
      expect(await seats.counts(event.eventId)).toEqual({ capacity: 3, taken: 3, waiting: 0 });
      expect(await seats.firstWaiting(event.eventId)).toBeUndefined();
    });

    it('has no fewer seats than are taken, and takes nobody when it is not open', async () => {
      const { events, seats } = stores;
      await events.save({ ...event, state: 'draft' });
      expect(await seats.step(undefined, seatOf('ani'))).toBe('shut');
      await events.save({ ...event, rev: 1 });
      await seats.step(undefined, seatOf('ani'));
      await seats.step(undefined, seatOf('budi'));
      expect(await events.save({ ...event, capacity: 1, rev: 2 })).toBe('full');
      expect(await events.save({ ...event, capacity: 3, rev: 2 })).toBe('saved');
      expect(await events.save({ ...event, capacity: 3, state: 'cancelled', rev: 3 })).toBe('saved');
      expect(await seats.step(undefined, seatOf('citra'))).toBe('shut');
    });

    it('moves a seat only from what was read, with its marks', async () => {
      const { events, seats } = stores;
      await events.save(event);
      await seats.step(undefined, seatOf('ani'));
      const [session] = event.sessions;
      const mark = {
        sessionId: session?.sessionId ?? ('' as never),
        present: true,
        at: 'now',
        way: 'code',
      } as const;
      const before = await seats.find(event.eventId, person('ani'));
      const marked: Seat = { ...seatOf('ani'), marks: [{ ...mark, slot: 7 }], rev: 1 };
      const outcomes = await Promise.all([seats.step(before, marked), seats.step(before, marked)]);
      expect(outcomes.toSorted()).toEqual(['changed', 'done']);
      expect(await seats.find(event.eventId, person('ani'))).toEqual({ ...marked, rev: 2 });
      await seats.step(undefined, seatOf('budi'));
      const page = await seats.listOf(event.eventId, { limit: 1 });
      expect(page.seats.map(({ personId }) => personId)).toEqual([person('ani')]);
      const rest = await seats.listOf(event.eventId, { limit: 5, after: page.next ?? '' });
      expect(rest.seats.map(({ personId }) => personId)).toEqual([person('budi')]);
    });

    it('knows what somebody has of several events, and forgets it with its place', async () => {
      const { events, seats } = stores;
      const other = eventOf({ ...event, eventId: randomUUID() as EventId });
      await events.save({ ...event, capacity: 1 });
      await events.save(other);
      await seats.step(undefined, seatOf('budi'));
      await seats.step(undefined, waitingOf('ani', '1'));
      await seats.step(undefined, { ...seatOf('ani'), eventId: other.eventId });
      const all = await seats.ofPerson(person('ani'));
      expect(all.map(({ state }) => state).toSorted()).toEqual(['confirmed', 'waiting']);
      for (const seat of all) expect(await seats.forget(seat)).toBe('forgotten');
      expect(await seats.ofPerson(person('ani'))).toEqual([]);
      expect(await seats.counts(event.eventId)).toEqual({ capacity: 1, taken: 1, waiting: 0 });
      expect(await seats.counts(other.eventId)).toEqual({ capacity: 2, taken: 0, waiting: 0 });
      expect(await seats.firstWaiting(event.eventId)).toBeUndefined();
    });

    it('knows which seats of people of an agency wait for a word, the oldest first, as long as they do', async () => {
      const { events, seats } = stores;
      const agencyId = `asks-${event.eventId}` as AgencyId;
      const asks = (name: string, day: number, over: Partial<Seat> = {}) =>
        seatOf(name, { agencyId, state: 'requested', since: `2026-11-${day}T00:00:00.000Z`, ...over });
      const asked = async (of = agencyId) => (await seats.requestedOf(of)).map(({ personId }) => personId);
      await events.save(event);
      expect(await asked()).toEqual([]);
      await seats.step(undefined, asks('ani', 12));
      await seats.step(undefined, asks('budi', 11));
      await seats.step(undefined, asks('citra', 10));
      await seats.step(undefined, asks('dewi', 10, { agencyId: `other-${event.eventId}` as AgencyId }));
      await seats.step(undefined, seatOf('eko', { agencyId }));
      expect(await asked()).toEqual([person('citra'), person('budi'), person('ani')]);
      const [first] = await seats.requestedOf(agencyId);
      expect(first).toEqual({ ...asks('citra', 10), rev: 1 });
      const since = '2026-11-13T00:00:00.000Z';
      const citra: Seat = { ...asks('citra', 10), rev: 1 };
      expect(await seats.step(citra, { ...citra, state: 'declined', reason: 'Penuh', since })).toBe('done');
      const budi: Seat = { ...asks('budi', 11), rev: 1 };
      expect(await seats.step(budi, { ...budi, state: 'confirmed', since })).toBe('done');
      expect(await asked()).toEqual([person('ani')]);
      // Asked once more, and gone with whoever asked.
      const again: Seat = { ...citra, since, rev: 2 };
      expect(await seats.step({ ...again, state: 'declined' }, again)).toBe('done');
      expect(await asked()).toEqual([person('ani'), person('citra')]);
      expect(await seats.forget({ ...again, rev: 3 })).toBe('forgotten');
      expect(await asked()).toEqual([person('ani')]);
    });

    it('knows of which events people of an agency have asked for a seat', async () => {
      const { events, seats } = stores;
      const agencyId = randomUUID() as AgencyId;
      const [first, second] = [event, eventOf({ ...event, eventId: randomUUID() as EventId })];
      for (const one of [first, second]) await events.save(one);
      for (const name of ['ani', 'budi']) await seats.step(undefined, seatOf(name, { agencyId }));
      const { agencyId: _, ...nobodys } = seatOf('citra');
      await seats.step(undefined, { ...nobodys, eventId: second.eventId });
      const use = { eventId: first.eventId, attended: 0 };
      expect(await seats.eventsWith(agencyId)).toEqual([{ ...use, confirmed: 2 }]);
      const ani = await seats.find(event.eventId, person('ani'));
      if (ani) await seats.forget(ani);
      expect(await seats.eventsWith(agencyId)).toEqual([{ ...use, confirmed: 1 }]);
      const budi = await seats.find(event.eventId, person('budi'));
      const [session] = event.sessions;
      const mark = (present: boolean) => ({
        ...{ sessionId: session?.sessionId ?? ('' as never), present, at: 'now', way: 'staff' as const },
      });
      const steps = [[mark(true)], [mark(true), mark(true)], [mark(true), mark(true), mark(false)]];
      let before = budi;
      for (const [n, marks] of steps.entries()) {
        if (!before) throw new Error('there is one');
        expect(await seats.step(before, { ...before, marks })).toBe('done');
        before = await seats.find(event.eventId, person('budi'));
        expect(await seats.eventsWith(agencyId)).toEqual([{ ...use, confirmed: 1, attended: n < 2 ? 1 : 0 }]);
      }
      if (before) await seats.step(before, { ...before, state: 'removed' });
      expect(await seats.eventsWith(agencyId)).toEqual([{ ...use, confirmed: 0 }]);
      expect(await seats.eventsWith(randomUUID() as AgencyId)).toEqual([]);
    });

    it('keeps the rule of an agency for events of providers, over what was read alone', async () => {
      const { rules } = stores;
      const agencyId = randomUUID() as AgencyId;
      const rule = { agencyId, approval: 'supervisor', by: person('rina'), at: 'now', rev: 0 } as const;
      expect(await rules.find(agencyId)).toBeUndefined();
      const outcomes = await Promise.all([rules.save(rule), rules.save(rule)]);
      expect(outcomes.toSorted()).toEqual(['changed', 'saved']);
      expect(await rules.find(agencyId)).toEqual({ ...rule, rev: 1 });
      expect(await rules.save({ ...rule, approval: 'event', rev: 1 })).toBe('saved');
      expect(await rules.find(agencyId)).toMatchObject({ approval: 'event', rev: 2 });
    });

    it('has one address of a calendar for a person, whose owner it tells', async () => {
      const { calendars } = stores;
      const [personId, createdAt] = [person('ani'), '2026-11-01T00:00:00.000Z'];
      const [first, second] = [randomUUID(), randomUUID()];
      expect(await calendars.addressOf(personId)).toBeUndefined();
      await calendars.replace({ personId, calendarId: first, createdAt });
      expect(await calendars.ownerOf(first)).toBe(personId);
      await calendars.replace({ personId, calendarId: second, createdAt });
      expect(await calendars.ownerOf(first)).toBeUndefined();
      expect(await calendars.addressOf(personId)).toEqual({ personId, calendarId: second, createdAt });
      await calendars.end(personId);
      expect(await calendars.ownerOf(second)).toBeUndefined();
      expect(await calendars.addressOf(personId)).toBeUndefined();
    });
  });
}
