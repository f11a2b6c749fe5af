import { randomUUID } from 'node:crypto';
import { DomainError, type PersonId } from '@sinau/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRequest } from '../decide-request.ts';
import type { Event, EventId } from '../event.ts';
import { lapseOffers, leaveEvent, removeParticipant } from '../give-seat-back.ts';
import { promoteWaiting } from '../promote-waiting.ts';
import { holdsSeat } from '../seat.ts';
import { confirmOffer, register } from '../take-seat.ts';
import type { ProgrammeStores } from './memory-programme-stores.ts';
import { eventOf, learner, organiser, someAgency } from './samples.ts';

const actions = ['register', 'leave', 'confirm', 'remove', 'approve', 'decline'] as const;
const action = fc.record({ who: fc.nat(6), what: fc.constantFrom(...actions) });
const history = fc.array(
  fc.record({
    hours: fc.nat(30),
    together: fc.array(action, { maxLength: 7 }),
    seats: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** L7: whatever people do at the same time, no seat is given twice and none stays free while somebody waits. */
export function seatHistoriesContract(
  adapter: string,
  open: () => Promise<ProgrammeStores>,
  runs: number,
): void {
  describe(`random histories of seats on ${adapter}`, () => {
    it.each(['none', 'supervisor'] as const)(
      'L7: keep taken ≤ capacity, and the order of the queue, with approval by %s',
      async (approval) => {
        await fc.assert(
          fc.asyncProperty(history, async (rounds) => {
            const world = await worldOf(await open(), approval);
            for (const { hours, together, seats } of rounds) {
              await world.resize(seats);
              await Promise.all(together.map(({ who, what }) => world.act(who, what)));
              await world.pass(hours);
              await world.check();
            }
          }),
          { numRuns: runs },
        );
      },
      120_000,
    );
  });
}

async function worldOf({ events, seats }: ProgrammeStores, approval: Event['approval']) {
  const event = eventOf({ eventId: randomUUID() as EventId, approval, capacity: 2 });
  await events.save(event);
  const { eventId } = event;
  const names = Array.from({ length: 7 }, (_, n) => `p${n}-${eventId}`);
  const boss = learner(`boss-${eventId}`, { roles: ['supervisor'] });
  let ms = Date.parse('2026-11-10T00:00:00.000Z');
  const deps = {
    gate: { requireOpen: async () => {} },
    ...{ events, seats },
    people: {
      placeOf: async () => ({ agencyId: someAgency, unitIds: [], supervisorId: boss.personId }),
      teamOf: async () => names as unknown as readonly PersonId[],
    },
    clock: {
      now: () => {
        ms += 1;
        return new Date(ms);
      },
    },
  };
  const run = (name: string, what: (typeof actions)[number]): Promise<unknown> => {
    const principal = learner(name);
    const { personId } = principal;
    switch (what) {
      case 'register':
        return register(deps, { principal, eventId, despite: true });
      case 'leave':
        return leaveEvent(deps, { principal, eventId });
      case 'confirm':
        return confirmOffer(deps, { principal, eventId });
      case 'remove':
        return removeParticipant(deps, {
          ...{ principal: organiser, eventId, personId, reason: 'Penggantian peserta' },
        });
      case 'approve':
        return decideRequest(deps, { principal: boss, eventId, personId });
      case 'decline':
        return decideRequest(deps, { principal: boss, eventId, personId, reason: 'Ada tugas lain' });
    }
  };
  return {
    act: async (who: number, what: (typeof actions)[number]) => {
      // Refused is refused; what stays is looked at.
      await run(names[who] ?? '', what).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
    },
    resize: async (capacity: number) => {
      const read = await events.find(eventId);
      if (read) await events.save({ ...read, capacity });
    },
    pass: async (hours: number) => {
      ms += hours * 3_600_000;
      await lapseOffers(deps, { limit: 1_000 });
      await promoteWaiting(deps, { eventId });
    },
    check: async () => {
      const { seats: all } = await seats.listOf(eventId, { limit: 100 });
      const { capacity, taken, waiting } = await seats.counts(eventId);
      expect(taken).toBe(all.filter(({ state }) => holdsSeat(state)).length);
      expect(waiting).toBe(all.filter(({ state }) => state === 'waiting').length);
      expect(taken).toBeLessThanOrEqual(capacity);
      expect(waiting > 0 && taken < capacity).toBe(false);
      const queue = all
        .filter(({ state }) => state === 'waiting')
        .toSorted((a, b) => ((a.place ?? '') < (b.place ?? '') ? -1 : 1));
      expect((await seats.firstWaiting(eventId))?.personId).toBe(queue[0]?.personId);
    },
  };
}
