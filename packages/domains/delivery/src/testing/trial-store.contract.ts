import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { TrialStore } from '../trial.ts';

/** What every trial store keeps. Ids are fresh in every test, so that the store need not be empty. */
export function trialStoreContract(adapter: string, open: () => Promise<TrialStore>): void {
  describe(`trial store on ${adapter}`, () => {
    it('keeps one registration a person, course and version, the last one', async () => {
      const store = await open();
      const at = { personId: randomUUID() as PersonId, courseId: 'c1', version: 2 };
      expect(await store.find(at)).toBeUndefined();
      await store.put(at, 'r1');
      await store.put(at, 'r2');
      expect(await store.find(at)).toBe('r2');
      for (const other of [{ version: 1 }, { courseId: 'c2' }, { personId: randomUUID() as PersonId }]) {
        expect(await store.find({ ...at, ...other })).toBeUndefined();
      }
    });
  });
}
