import { randomUUID } from 'node:crypto';
import type { AdapterPort, Connection, ConnectionId, JobMessage } from '@sinau/connectors';
import { createAdapterPort, createPackageAdapter, readPackageFile } from '@sinau/connectors/adapters';
import {
  createConnectionStore,
  createPackageStore,
  createResultStore,
  createSyncStore,
} from '@sinau/connectors/dynamo';
import { sendPackage } from '@sinau/connectors/packages';
import { memoryTableStore, packageBytes, sampleConnection, samplePackage } from '@sinau/connectors/testing';
import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import type { ConnectorParts } from './compose.ts';
import { syncJob } from './sync-job.ts';
import { takePackageJob } from './take-package-job.ts';

const ids = 'sourcedId,status,dateLastModified';
/** People of ours and one of the university's own, all with a score. */
function peopleOf(count: number) {
  const ours = Array.from({ length: count }, (_, n) => [`user-${n}`, n.toString(16).padStart(64, '0')]);
  const all = [...ours, ['stranger', '198503122009011004']];
  return {
    users: [`${ids},identifier`, ...all.map(([id, identifier]) => `${id},,,${identifier}`)],
    lineItems: [`${ids},title,classSourcedId,resultValueMax`, 'item-1,,,Nilai akhir,class-1,100'],
    results: [
      `${ids},lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate`,
      ...all.map(([id], n) => `result-${id},,,item-1,${id},fully graded,${n % 100},2026-12-20`),
    ],
  };
}

withTables((engine, tables) => {
  async function world() {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    const providerId = randomUUID() as ProviderId;
    const { sealedSecrets: _, moodle: __, ...bare } = sampleConnection();
    const connectionId = randomUUID() as ConnectionId;
    const connection: Connection = { ...bare, connectionId, providerId, kind: 'oneroster-csv' };
    const connections = createConnectionStore(stores);
    await connections.create(connection);
    const sent: JobMessage[] = [];
    const queue = { send: async (message: JobMessage) => void sent.push(message) };
    const parts = {
      ...{ connections, stores, queue, packages: createPackageStore(stores), clock: fixedClock() },
      ...{
        parts: { dynamo, objects: () => createMemoryObjectStore() },
        env: { LMS_TABLE: table, ISSUER_URL: 'https://sinau.example' },
      },
    };
    const principal: PersonPrincipal = {
      ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['provider-author'] },
      providerId,
    };
    const deps = {
      ...{ ...parts, ids: systemIds, digest: nodeDigest, packageFiles: { read: readPackageFile } },
      packageFollowUp: {
        readCatalogue: async () => undefined,
        compare: async () => undefined,
        takeResults: (___: Connection, { packageId }: { readonly packageId: string }) =>
          queue.send({ kind: 'take-package', connectionId, packageId, from: 0 }),
      },
    };
    const send = async (files: Parameters<typeof packageBytes>[0]) => {
      const bytes = packageBytes(files);
      const done = await sendPackage(deps, { principal, connectionId, name: 'ganjil.zip', bytes });
      if (done.outcome === 'refused') throw new Error(JSON.stringify(done.findings));
    };
    const job = takePackageJob(parts as unknown as ConnectorParts);
    const compared: unknown[] = [];
    const work = async () => {
      let messages = 0;
      for (let next = sent.shift(); next; next = sent.shift()) {
        if (next.kind === 'reconcile') compared.push(next.connectionId);
        else await job.prepare(next).run();
        messages += next.kind === 'reconcile' ? 0 : 1;
      }
      return messages;
    };
    const inbox = async () => {
      const store = createResultStore({ ...stores, digest: nodeDigest });
      return (await store.list({ providerId, limit: 100 })).results;
    };
    return { stores, parts, connection, send, sent, work, inbox, compared };
  }

  describe(`a package that was taken, on ${engine}`, () => {
    it('gets its scores into the inbox, once however often it is sent, and nobody else’s', async () => {
      const { send, work, inbox, compared, connection } = await world();
      const files = { ...samplePackage(2), ...peopleOf(12) };
      await send(files);
      expect(await work()).toBe(1);
      await send(files);
      await work();
      expect(compared).toEqual([connection.connectionId, connection.connectionId]);
      const found = await inbox();
      expect(found).toHaveLength(12);
      expect(JSON.stringify(found)).not.toContain('198503122009011004');
      expect(JSON.stringify(found)).not.toContain('stranger');
    });

    it('is read after the one before it, where it came while that was read', async () => {
      const { parts, connection, send, sent } = await world();
      await send(samplePackage(3));
      const { connectionId } = connection;
      let reading = false;
      const adapters: AdapterPort = {
        async adapterOf() {
          const adapter = createPackageAdapter(parts.packages, connectionId);
          return {
            ...adapter,
            async *readCourses() {
              for await (const course of adapter.readCourses()) yield course;
              if (!reading) await send(samplePackage(4));
              reading = true;
            },
          };
        },
      };
      const job = syncJob({
        ...parts,
        adapters,
        log: { info: () => undefined },
      } as unknown as ConnectorParts);
      const message = { kind: 'sync' as const, connectionId };
      await job.prepare(message).run();
      expect(sent).toEqual([message]);
      await job.prepare(message).run();
      expect(sent).toEqual([message]);
      const [last] = await createSyncStore(parts.stores).listRuns(connectionId, 1);
      expect(last?.counts).toMatchObject({ read: 4, new: 1, same: 3 });
    });

    it('is the catalogue that the worker reads, and goes with its connection', async () => {
      const { stores, parts, connection, send } = await world();
      await send(samplePackage(3));
      const port = createAdapterPort({
        ...{ tables: memoryTableStore(), packages: parts.packages, clock: parts.clock },
        ...{ outbound: createOutbound(), ltiIssuer: 'https://sinau.example' },
        box: { open: () => Promise.reject(new Error('there is no secret')) },
      });
      const titles: string[] = [];
      for await (const { title } of (await port.adapterOf(connection)).readCourses()) titles.push(title);
      expect(titles).toEqual(['Kelas 1', 'Kelas 2', 'Kelas 3']);
      const slot = await parts.packages.findSlot(connection.connectionId);
      const contentId = slot?.contents.classes?.contentId ?? '';
      await createConnectionStore(stores).delete(connection);
      expect(await parts.packages.findSlot(connection.connectionId)).toBeUndefined();
      expect(await parts.packages.readRows(connection.connectionId, contentId)).toBeUndefined();
    });
  });
});
