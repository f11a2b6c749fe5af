import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlanningStore } from '../ports.ts';

const changedAt = '2026-11-28T01:00:00.000Z';
const at = (time: string) => `2026-11-${time}:00.000Z`;

/** What every adapter of plans keeps. */
export function planningStoreContract(adapter: string, open: () => Promise<PlanningStore>): void {
  describe(`plans on ${adapter}`, () => {
    let store: PlanningStore;
    let personId: PersonId;
    let count = 0;
    beforeEach(async () => {
      store = await open();
      count += 1;
      personId = `sri-${count}` as PersonId;
    });

    it('writes a plan only over the one that was read', async () => {
      const plan = { personId, days: [1, 3], minutes: 90, changedAt, rev: 0 };
      expect(await store.find(personId)).toBeUndefined();
      const outcomes = await Promise.all([store.save(plan), store.save(plan)]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      const stopped = { ...plan, stopped: true as const, rev: 1 };
      expect(await store.save(stopped)).toBe('saved');
      expect(await store.save({ ...stopped, minutes: 15 })).toBe('conflict');
      expect(await store.find(personId)).toEqual({ ...stopped, rev: 2 });
    });

    it('notes a session once, and of two ends the later one', async () => {
      const session = { sessionId: 's1', from: at('23T01:00'), to: at('23T01:00') };
      const ends = [at('23T01:30'), at('23T01:10'), at('23T01:30')];
      for (const to of [session.to, ...ends]) await store.noteSession(personId, { ...session, to });
      expect(await store.allSessionsOf(personId)).toEqual([{ ...session, to: at('23T01:30') }]);
    });

    it('gives what began in a span, in order, to its person alone', async () => {
      const begun = ['30T01:00', '23T01:00', '22T23:59', '29T23:59'];
      for (const [n, from] of begun.entries()) {
        await store.noteSession(personId, { sessionId: `s${n}`, from: at(from), to: at(from) });
      }
      const span = { from: at('23T01:00'), until: at('30T01:00') };
      expect((await store.sessionsOf(personId, span)).map(({ sessionId }) => sessionId)).toEqual([
        's1',
        's3',
      ]);
      expect(await store.sessionsOf(`${personId}x` as PersonId, span)).toEqual([]);
    });

    it('forgets everything of somebody, and nothing of another', async () => {
      const other = `${personId}x` as PersonId;
      for (const one of [personId, other]) {
        await store.save({ personId: one, days: [1], minutes: 30, changedAt, rev: 0 });
        await store.noteSession(one, { sessionId: 's1', from: at('23T01:00'), to: at('23T01:05') });
      }
      expect(await store.forget(personId)).toBe(2);
      expect(await store.find(personId)).toBeUndefined();
      expect(await store.allSessionsOf(personId)).toEqual([]);
      expect(await store.find(other)).toBeDefined();
      expect(await store.forget(personId)).toBe(0);
    });
  });
}
