import { randomUUID } from 'node:crypto';
import { createAgreementStore } from '@sinau/agreements/dynamo';
import { sampleAgreement } from '@sinau/agreements/testing';
import type { Connection, ConnectionId, JobMessage } from '@sinau/connectors';
import { createAdapterPort, readTable } from '@sinau/connectors/adapters';
import { createConnectionStore, createResultStore, createTableStore } from '@sinau/connectors/dynamo';
import { versionOf } from '@sinau/connectors/results';
import { confirmTable, uploadTable } from '@sinau/connectors/tables';
import { memoryPackageStore, sampleConnection } from '@sinau/connectors/testing';
import type { Person } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { withTables } from '@sinau/platform/testing';
import { outcomeOf } from '@sinau/rostering';
import { describe, expect, it } from 'vitest';
import type { ConnectorParts } from './compose.ts';
import { takeTableJob } from './take-table-job.ts';

const at = '2026-03-02T01:00:00.000Z';

withTables((engine, tables) => {
  async function world() {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    const providerId = randomUUID() as ProviderId;
    const { sealedSecrets: _, moodle: __, ...bare } = sampleConnection();
    const connectionId = randomUUID() as ConnectionId;
    const connection: Connection = { ...bare, connectionId, providerId, kind: 'file' };
    const connections = createConnectionStore(stores);
    await connections.create(connection);
    const clock = fixedClock();
    const sent: JobMessage[] = [];
    const compared: JobMessage[] = [];
    const queue = { send: async (message: JobMessage) => void sent.push(message) };
    const parts = {
      ...{ connections, stores, queue, tables: createTableStore(stores), clock },
      ...{
        parts: { dynamo },
        env: { LMS_TABLE: table, SIGNING_SECRET: 'a secret for tests, 32 characters' },
      },
    };
    const principal: PersonPrincipal = {
      ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['provider-author'] },
      providerId,
    };
    const job = takeTableJob(parts as unknown as ConnectorParts);
    const deps = {
      ...{ ...parts, ids: systemIds, files: { read: readTable } },
      followUp: {
        readCatalogue: async () => undefined,
        compare: async () => undefined,
        takeResults: (
          __: Connection,
          table: { readonly tableId: string; readonly mapping: object; readonly confirmedAt: string },
        ) => {
          const { tableId, mapping, confirmedAt } = table;
          return queue.send({ kind: 'take-table', connectionId, tableId, mapping, confirmedAt, from: 0 });
        },
      },
    };
    const confirm = async (kind: 'results' | 'catalogue', text: string) => {
      const file = { principal, connectionId, kind, name: 'tabel.csv', bytes: Buffer.from(text) };
      const done = await uploadTable(deps, file);
      if (done.outcome === 'refused') throw new Error(done.finding.problem);
      await confirmTable(deps, { principal, connectionId, kind, tableId: done.preview.table.tableId });
    };
    const work = async () => {
      for (let next = sent.shift(); next; next = sent.shift()) {
        if (next.kind === 'reconcile') compared.push(next);
        else await job.prepare(next).run();
      }
    };
    return { providerId, stores, parts, connection, confirm, work, compared, sent, clock };
  }

  async function employee(stores: Parameters<typeof createPeopleStore>[0], providerId: ProviderId) {
    const employeeNumber = String(10n ** 17n + BigInt(Math.floor(Math.random() * 1e15)));
    const person: Person = {
      ...{ personId: randomUUID() as PersonId, name: 'Siti Rahma', email: `${randomUUID()}@example.go.id` },
      ...{ status: 'active', roles: ['learner'], home: { kind: 'agency', agencyId: randomUUID() as never } },
      employeeNumbers: [{ kind: 'NIP', value: employeeNumber, validFrom: '2015-03-01' }],
      ...{ sessionGeneration: 0, invitedAt: at, rev: 1 },
    };
    await createPeopleStore(stores).add(person);
    const agreement = sampleAgreement({
      providerId,
      attributes: ['employee-number'],
      validUntil: '9999-01-01T00:00:00.000Z',
    });
    const agreements = createAgreementStore(stores);
    await agreements.add(agreement);
    await agreements.settle({ providerId, changed: [agreement], inForce: { terms: [agreement], rev: 0 } });
    return employeeNumber;
  }

  describe(`a confirmed table, on ${engine}`, () => {
    it('gets into the inbox row by row over several messages, once however often it is sent', async () => {
      const { stores, providerId, confirm, work, compared, connection } = await world();
      const number = await employee(stores, providerId);
      const rows = Array.from({ length: 620 }, (_, n) => `orang-${n},7,2026-02-01,${n % 100}`);
      const text = `NIP,ID kursus,Tanggal,Nilai\n${number},7,2026-02-01,85\n${rows.join('\n')}\n`;
      for (let n = 0; n < 2; n += 1) {
        await confirm('results', text);
        await work();
      }
      // Each table once, when all of it is in the inbox.
      expect(compared).toMatchObject([
        { connectionId: connection.connectionId, freshAt: at },
        { connectionId: connection.connectionId, freshAt: at },
      ]);
      const inbox = createResultStore({ ...stores, digest: nodeDigest });
      const found = [];
      for (let after: string | undefined, n = 0; n < 20; n += 1) {
        const page = await inbox.list({ providerId, limit: 100, ...(after !== undefined && { after }) });
        found.push(...page.results);
        if (page.next === undefined) break;
        after = page.next;
      }
      expect(found).toHaveLength(621);
      const subjects = found.map(({ event }) => ('subject' in event.about ? event.about.subject : undefined));
      // The pseudonym, by the agreement; the number itself is nowhere.
      expect(subjects.filter((one) => /^[\da-f]{64}$/.test(one ?? ''))).toHaveLength(1);
      expect(JSON.stringify(found)).not.toContain(number);
    });

    it('corrects a grade of the same day, in whatever order tables are worked off, and back again', async () => {
      const { stores, providerId, confirm, work, sent, clock } = await world();
      const learners = Array.from({ length: 12 }, (_, n) => `orang-${n}`);
      const table = (grades: readonly number[]) =>
        `Peserta,ID kursus,Tanggal,Nilai\n${grades.flatMap((grade) => learners.map((one) => `${one},7,2026-02-01,${grade}`)).join('\n')}\n`;
      const inbox = createResultStore({ ...stores, digest: nodeDigest });
      const standing = async () => {
        const { results } = await inbox.list({ providerId, limit: 100 });
        return learners.map((one) => {
          const own = results.filter(({ event }) => 'subject' in event.about && event.about.subject === one);
          return outcomeOf(own.map(versionOf), { by: 'score' }).score?.what.given;
        });
      };
      // Of the table that is confirmed last the later row; the one before it is worked off behind it.
      for (const grades of [[55], [70, 85]]) {
        await confirm('results', table(grades));
        clock.advance(60_000);
      }
      sent.reverse();
      await work();
      expect(await standing()).toEqual(learners.map(() => 85));
      await confirm('results', table([55]));
      await work();
      expect(await standing()).toEqual(learners.map(() => 55));
    });

    it('is the catalogue that the worker reads', async () => {
      const { parts, connection, confirm } = await world();
      await confirm('catalogue', 'ID kursus,Judul\n1,Etika\n2,Data\n');
      const port = createAdapterPort({
        ...{ tables: parts.tables, packages: memoryPackageStore() },
        ...{ clock: parts.clock, outbound: createOutbound() },
        ltiIssuer: 'https://sinau.example',
        box: { open: () => Promise.reject(new Error('there is no secret')) },
      });
      const titles: string[] = [];
      for await (const { title } of (await port.adapterOf(connection)).readCourses()) titles.push(title);
      expect(titles).toEqual(['Etika', 'Data']);
    });
  });
});
