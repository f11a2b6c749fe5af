import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EndedStore } from '../close-ended.ts';

/** What every such store keeps. Ids are fresh in every test, so that the store need not be empty. */
export function endedStoreContract(adapter: string, open: () => Promise<EndedStore>): void {
  describe(`store of ended registrations on ${adapter}`, () => {
    it('lists what was noted until it is forgotten, each once', async () => {
      const store = await open();
      const [one, other] = [randomUUID(), randomUUID()];
      for (const registration of [one, one, other]) await store.note(registration);
      const mine = async () => (await store.list(1000)).filter((id) => id === one || id === other).toSorted();
      expect(await mine()).toEqual([one, other].toSorted());
      await store.forget(one);
      await store.forget(one);
      expect(await mine()).toEqual([other]);
      expect((await store.list(1)).length).toBe(1);
    });
  });
}
