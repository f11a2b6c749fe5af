import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FactsStore } from '../ports.ts';

/** What every adapter of people's facts keeps. */
export function factsStoreContract(adapter: string, open: () => Promise<FactsStore>): void {
  describe(`facts on ${adapter}`, () => {
    let store: FactsStore;
    let personId: PersonId;
    let count = 0;
    beforeEach(async () => {
      store = await open();
      count += 1;
      personId = `sri-${count}` as PersonId;
    });

    it('writes only over what was read, each person for themselves', async () => {
      const next = {
        ...{ personId, facts: { education: 's2', leadership: false } as const },
        ...{ changedAt: '2026-11-28T01:00:00.000Z', rev: 0 },
      };
      expect(await store.find(personId)).toBeUndefined();
      const outcomes = await Promise.all([store.save(next), store.save(next)]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await store.find(personId)).toEqual({ ...next, rev: 1 });
      expect(await store.save({ ...next, facts: {}, rev: 1 })).toBe('saved');
      expect(await store.save({ ...next, rev: 1 })).toBe('conflict');
      expect(await store.find(personId)).toEqual({ ...next, facts: {}, rev: 2 });
      expect(await store.find(`${personId}x` as PersonId)).toBeUndefined();
    });

    it('forgets, and begins anew after that', async () => {
      const next = { personId, facts: {}, changedAt: '2026-11-28T01:00:00.000Z', rev: 0 };
      await store.save(next);
      expect(await store.forget(personId)).toBe(true);
      expect(await store.forget(personId)).toBe(false);
      expect(await store.find(personId)).toBeUndefined();
      expect(await store.save(next)).toBe('saved');
    });
  });
}
