import type { ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { Connection, ConnectionId } from '../connection.ts';
import type { ConnectionStore } from '../ports.ts';
import { sampleConnection } from './sample-connection.ts';

const ids = () => crypto.randomUUID() as ConnectionId;
const freshProvider = () => `provider-${crypto.randomUUID()}` as ProviderId;

export function connectionStoreContract(name: string, open: () => Promise<ConnectionStore>): void {
  describe(`connection store: ${name}`, () => {
    const made = async (given: Partial<Connection> = {}) => {
      const store = await open();
      const connection = sampleConnection({ connectionId: ids(), providerId: freshProvider(), ...given });
      await store.create(connection);
      return { store, connection };
    };

    it('gives back what was made, to whoever names it and in the list of its provider alone', async () => {
      const { store, connection } = await made();
      const { baseUrl: _, sealedSecrets: __, ...bare } = sampleConnection();
      const file: Connection = {
        ...bare,
        ...{ connectionId: ids(), providerId: connection.providerId, kind: 'file' },
        createdAt: '2026-03-01T01:00:00.000Z',
      };
      await store.create(file);
      await store.create(sampleConnection({ connectionId: ids(), providerId: freshProvider() }));
      expect(await store.find(connection.connectionId)).toEqual(connection);
      expect(await store.find(ids())).toBeUndefined();
      expect(await store.listOfProvider(connection.providerId)).toEqual([file, connection]);
      expect(await store.listOfProvider(freshProvider())).toEqual([]);
      expect(await store.listAll()).toEqual(expect.arrayContaining([file, connection]));
    });

    it('lists what is due, the longest due first, and nothing of one that is paused', async () => {
      const runs = (nextAt: string) => ({ runs: { sync: { nextAt } } });
      const { store, connection: second } = await made(runs('2020-01-01T00:02:00.000Z'));
      const first = sampleConnection({
        connectionId: ids(),
        runs: {
          sync: { nextAt: '2030-01-01T00:00:00.000Z' },
          'poll-results': { nextAt: '2020-01-01T00:01:00.000Z' },
        },
      });
      const paused = sampleConnection({
        ...{ connectionId: ids(), state: 'paused' },
        ...runs('2020-01-01T00:00:00.000Z'),
      });
      const later = sampleConnection({ connectionId: ids(), ...runs('2020-01-01T00:03:00.000Z') });
      for (const one of [first, paused, later]) await store.create(one);
      const due = await store.listDue('2020-01-01T00:02:00.000Z', 100);
      const mine = [first, paused, later, second].map(({ connectionId }) => connectionId);
      expect(due.map(({ connectionId }) => connectionId).filter((id) => mine.includes(id))).toEqual([
        first.connectionId,
        second.connectionId,
      ]);
      expect(await store.listDue('2020-01-01T00:02:00.000Z', 1)).toHaveLength(1);
      await store.update(second.connectionId, (found) => ({ ...found, state: 'paused' }));
      const left = await store.listDue('2020-01-01T00:02:00.000Z', 100);
      expect(left.map(({ connectionId }) => connectionId)).not.toContain(second.connectionId);
      for (const one of [first, later, second]) await store.delete(one);
    });

    it('loses no change of many that are made at once', async () => {
      const { store, connection } = await made({ rev: 0 });
      const change = () =>
        store.update(connection.connectionId, (found) => ({ ...found, rev: found.rev + 1 }));
      await Promise.all([change(), change(), change()]);
      expect(await store.find(connection.connectionId)).toMatchObject({ rev: 3 });
    });

    it('leaves everything as it is when a change is none or is refused', async () => {
      const { store, connection } = await made();
      expect(await store.update(connection.connectionId, () => undefined)).toEqual(connection);
      const refused = store.update(connection.connectionId, () => {
        throw new RangeError('refused');
      });
      await expect(refused).rejects.toThrow(RangeError);
      expect(await store.find(connection.connectionId)).toEqual(connection);
      expect(await store.update(ids(), (found) => found)).toBeUndefined();
    });

    it('takes an optional value away when the change leaves it out', async () => {
      const { store, connection } = await made();
      await store.update(connection.connectionId, ({ sealedSecrets: _, ...rest }) => rest);
      expect(await store.find(connection.connectionId)).not.toHaveProperty('sealedSecrets');
    });

    it('deletes one without a trace, twice if asked, and no other', async () => {
      const { store, connection } = await made();
      const other = sampleConnection({ connectionId: ids(), providerId: connection.providerId });
      await store.create(other);
      for (let n = 0; n < 2; n += 1) await store.delete(connection);
      expect(await store.find(connection.connectionId)).toBeUndefined();
      expect(await store.listOfProvider(connection.providerId)).toEqual([other]);
      expect(await store.update(connection.connectionId, (found) => found)).toBeUndefined();
    });
  });
}
