import { randomUUID } from 'node:crypto';
import type { AgencyId, AtomicCompanion, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Enrolment, EnrolmentId, Registration } from '../enrolment.ts';
import type { EnrolmentStore } from '../ports.ts';
import { raiseWaiting } from '../raise-waiting.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString();

interface World {
  readonly enrolments: EnrolmentStore;
  /** A right that can be used once; the writes that use it, as the store's own adapter commits them. */
  right(): AtomicCompanion;
}

/** Who is put before others in a waiting list, on every store. */
export function raiseWaitingContract(adapter: string, open: () => Promise<World>): void {
  describe(`raiseWaiting on ${adapter}`, () => {
    let world: World;
    let courseId: string;
    beforeEach(async () => {
      world = await open();
      courseId = randomUUID();
    });

    function enrolment(over: Partial<Enrolment> = {}): Enrolment {
      return {
        ...{ enrolmentId: randomUUID() as EnrolmentId, personId: randomUUID() as PersonId, courseId },
        ...{ version: 1, registration: randomUUID() as Registration, state: 'active', enrolledAt: at(0) },
        ...over,
      };
    }

    async function stored(over: Partial<Enrolment>): Promise<Enrolment> {
      const after = enrolment(over);
      expect(await world.enrolments.move({ after, capacity: 1 })).toBe('done');
      return after;
    }

    /** One holds the seat, and others wait since the minutes given. */
    async function full(...minutes: readonly number[]): Promise<readonly Enrolment[]> {
      await stored({ counted: true });
      const waiting: Enrolment[] = [];
      for (const minute of minutes) {
        waiting.push(await stored({ state: 'waiting', waitingSince: at(minute) }));
      }
      return waiting;
    }

    const raise = (one: Enrolment, along?: AtomicCompanion) =>
      raiseWaiting(world, { ...one, ...(along && { along }) });

    async function placesOf(waiting: readonly Enrolment[]): Promise<readonly number[]> {
      return Promise.all(
        waiting.map(async ({ registration }) => {
          const found = await world.enrolments.findByRegistration(registration);
          return found ? world.enrolments.waitingBefore(found, 9) : -1;
        }),
      );
    }

    it('7.4: puts whoever has a right before all but those of whom the course is required', async () => {
      const [first, second, third, fourth] = await full(1, 2, 3, 4);
      if (!first || !second || !third || !fourth) throw new Error('four wait');
      const all = [first, second, third, fourth];
      const assignment = { as: 'agency' as const, agencyId: 'a' as AgencyId, at: at(8) };
      const before = second;
      await world.enrolments.move({ before, after: { ...second, assignment } });
      expect(await raise(fourth)).toEqual({ ...fourth, waitingRaised: true });
      expect(await placesOf(all)).toEqual([2, 0, 3, 1]);
      await raise(third);
      // Among those who were raised, by arrival.
      expect(await placesOf(all)).toEqual([3, 0, 1, 2]);
      expect(await world.enrolments.seatsOf(courseId)).toEqual({ taken: 1, waiting: 4 });
    });

    it('uses a right once, of fifty who ask at once, and the person stands in the list once', async () => {
      const [first, second] = await full(1, 2);
      if (!first || !second) throw new Error('two wait');
      const right = world.right();
      const tries = await Promise.allSettled(Array.from({ length: 50 }, () => raise(second, right)));
      const done = tries.filter((one) => one.status === 'fulfilled' && one.value !== undefined);
      expect(done).toHaveLength(1);
      expect(await placesOf([first, second])).toEqual([1, 0]);
      expect(await world.enrolments.seatsOf(courseId)).toEqual({ taken: 1, waiting: 2 });
    }, 60_000);

    it('raises nobody by a right that was used for another, and keeps a right that gains nothing', async () => {
      const [first, second, third] = await full(1, 2, 3);
      if (!first || !second || !third) throw new Error('three wait');
      const right = world.right();
      expect(await raise(third, right)).toBeDefined();
      expect(await raise(second, right)).toBeUndefined();
      expect(await placesOf([first, second, third])).toEqual([1, 2, 0]);
      const kept = world.right();
      await expect(raise(third, kept)).rejects.toMatchObject({ code: 'enrolment.already-ahead' });
      expect(await raise(second, kept)).toBeDefined();
    });

    it('refuses whoever has a seat, has left, is required to come, and a stranger', async () => {
      const [first, second] = await full(1, 2);
      if (!first || !second) throw new Error('two wait');
      const right = world.right();
      const assignment = { as: 'agency' as const, agencyId: 'a' as AgencyId, at: at(8) };
      await world.enrolments.move({ before: first, after: { ...first, assignment } });
      await expect(raise(first, right)).rejects.toMatchObject({ code: 'enrolment.already-ahead' });
      const holder = await stored({ courseId: randomUUID() });
      await expect(raise(holder, right)).rejects.toMatchObject({ code: 'enrolment.not-waiting' });
      const stranger = { ...second, personId: randomUUID() as PersonId };
      await expect(raise(stranger, right)).rejects.toMatchObject({ code: 'enrolment.not-found' });
      await world.enrolments.move({
        ...{ before: second, after: { ...second, state: 'withdrawn', withdrawnAt: at(9) } },
      });
      await expect(raise(second, right)).rejects.toMatchObject({ code: 'enrolment.not-waiting' });
      // None of them has used it.
      const another = await stored({ state: 'waiting', waitingSince: at(10) });
      expect(await raise(another, right)).toBeDefined();
    });

    it('either raises or seats whoever is given the seat in that moment, and the right is whole or used', async () => {
      const [first] = await full(1);
      if (!first) throw new Error('one waits');
      const right = world.right();
      const seated: Enrolment = { ...first, state: 'active', counted: true };
      const [raised, promoted] = await Promise.allSettled([
        raise(first, right),
        world.enrolments.move({ before: first, after: seated, capacity: 2 }),
      ]);
      const found = await world.enrolments.findByRegistration(first.registration);
      const other = await stored({ state: 'waiting', waitingSince: at(3), courseId: await taken() });
      const isWhole = (await raise(other, right)) !== undefined;
      if (raised.status === 'fulfilled') expect(isWhole).toBe(false);
      else expect([found?.state, isWhole]).toEqual(['active', true]);
      if (promoted.status === 'fulfilled' && promoted.value === 'done') expect(found?.state).toBe('active');
    });

    /** Another course, whose only seat is held. */
    async function taken(): Promise<string> {
      const { courseId: other } = await stored({ counted: true, courseId: randomUUID() });
      return other;
    }
  });
}
