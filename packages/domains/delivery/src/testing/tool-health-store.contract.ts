import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { LtiClientId, ToolHealth, ToolHealthStore } from '../lti/index.ts';

/** What every store of tools' health keeps. Ids are fresh in every test, so that the stores need not be empty. */
export function toolHealthStoreContract(adapter: string, open: () => Promise<ToolHealthStore>): void {
  const fresh = () => randomUUID() as LtiClientId;
  const down: ToolHealth = {
    last: { login: '2026-03-02T01:00:00.000Z' },
    down: { since: '2026-03-02T02:00:00.000Z', because: 'timeout', probes: 1 },
    probeAt: '2026-03-02T02:01:00.000Z',
  };

  describe(`health of tools on ${adapter}`, () => {
    it('is fresh at first, then what was made of it; nothing made leaves it alone', async () => {
      const [store, clientId] = [await open(), fresh()];
      expect(await store.find(clientId)).toEqual({ last: {} });
      expect(await store.update(clientId, () => down)).toEqual(down);
      expect(await store.update(clientId, () => undefined)).toEqual(down);
      expect(await store.find(clientId)).toEqual(down);
      expect(await store.findMany([clientId, fresh(), clientId])).toEqual(new Map([[clientId, down]]));
      await store.update(clientId, ({ last }) => ({ last }));
      expect(await store.find(clientId)).toEqual({ last: down.last });
    });

    it('counts who was led there, before and after anything else is known, until that is taken back', async () => {
      const [store, clientId] = [await open(), fresh()];
      await store.noteLed(clientId, '2026-03-02T01:00:00.000Z');
      await store.noteLed(clientId, '2026-03-02T01:05:00.000Z');
      const unanswered = { count: 2, since: '2026-03-02T01:00:00.000Z' };
      expect(await store.find(clientId)).toEqual({ last: {}, unanswered });
      await store.update(clientId, (health) => ({ ...health, ...down }));
      expect(await store.find(clientId)).toEqual({ ...down, unanswered });
      await store.update(clientId, () => ({ last: {} }));
      await store.noteLed(clientId, '2026-03-02T03:00:00.000Z');
      expect((await store.find(clientId)).unanswered).toEqual({
        count: 1,
        since: '2026-03-02T03:00:00.000Z',
      });
    });

    it('of two who change it at once both do', async () => {
      const [store, clientId] = [await open(), fresh()];
      const add = (sign: 'token' | 'choice') =>
        store.update(clientId, ({ last }) => ({ last: { ...last, [sign]: '2026-03-02T01:00:00.000Z' } }));
      await Promise.all([add('token'), add('choice')]);
      expect(Object.keys((await store.find(clientId)).last).toSorted()).toEqual(['choice', 'token']);
    });

    it('lists those that are down, and no longer than they are', async () => {
      const [store, first, second] = [await open(), fresh(), fresh()];
      await store.update(second, () => ({
        ...down,
        down: { ...down.down, since: '2026-03-02T03:00:00.000Z' } as never,
      }));
      await store.update(first, () => down);
      const own = async () => (await store.listDown()).filter((one) => [first, second].includes(one));
      expect(await own()).toEqual([first, second]);
      await store.update(first, ({ last }) => ({ last }));
      expect(await own()).toEqual([second]);
    });

    it('keeps who waits, once a person and tool, until they were told', async () => {
      const [store, clientId] = [await open(), fresh()];
      const wait = (personId: string, partId = '1') => ({
        ...{ clientId, personId, courseId: 'k1', partId, askedAt: '2126-03-02T01:00:00.000Z' },
      });
      for (const one of [wait('siti'), wait('siti', '2'), wait('budi')]) await store.keepWait(one);
      const found = (await store.listWaits(clientId, 9)).toSorted((a, b) =>
        a.personId < b.personId ? -1 : 1,
      );
      expect(found).toEqual([wait('budi'), wait('siti', '2')]);
      expect(await store.listWaits(clientId, 1)).toHaveLength(1);
      expect(await store.hasWait(clientId, 'siti' as PersonId)).toBe(true);
      await store.removeWait(wait('siti'));
      expect(await store.hasWait(clientId, 'siti' as PersonId)).toBe(false);
      expect(await store.listWaits(fresh(), 9)).toEqual([]);
    });

    it('P2: finds what one person waits for, of every tool, and nothing of others', async () => {
      const [store, first, second] = [await open(), fresh(), fresh()];
      const [personId, other] = [randomUUID() as PersonId, randomUUID() as PersonId];
      const wait = (clientId: LtiClientId, whose: PersonId) => ({
        ...{ clientId, personId: whose, courseId: 'k1', partId: '1', askedAt: '2126-03-02T01:00:00.000Z' },
      });
      const own = [wait(first, personId), wait(second, personId)];
      for (const one of [...own, wait(first, other)]) await store.keepWait(one);
      const found = await store.listWaitsOf(personId);
      expect(new Set(found.map(({ clientId }) => clientId))).toEqual(new Set([first, second]));
      expect(found).toHaveLength(2);
      for (const one of found) await store.removeWait(one);
      expect(await store.listWaitsOf(personId)).toEqual([]);
      expect(await store.listWaitsOf(other)).toHaveLength(1);
    });
  });
}
