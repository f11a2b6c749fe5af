import { randomUUID } from 'node:crypto';
import { createSubjectStore } from '@sinau/agreements/dynamo';
import type { CourseId } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { courseOf, moduleOf, versionOf } from '@sinau/catalogue/testing';
import { type Connection, type ConnectionId, endRun, type JobMessage } from '@sinau/connectors';
import { createAdapterPort, readTable } from '@sinau/connectors/adapters';
import {
  createConnectionStore,
  createHealthStore,
  createPackageStore,
  createReconciliationStore,
  createResultStore,
  createSyncStore,
  createTableStore,
} from '@sinau/connectors/dynamo';
import { resultIdOf } from '@sinau/connectors/results';
import { confirmTable, uploadTable } from '@sinau/connectors/tables';
import { sampleConnection } from '@sinau/connectors/testing';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createOutbound } from '@sinau/platform/outbound';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import type { ConnectorParts } from './compose.ts';
import { reconcileJob } from './reconcile-job.ts';

const long = '2026-01-02T01:00:00.000Z';
type Kind = 'file' | 'oneroster-csv' | 'webhook' | 'xapi';

/** The same, and how often it was asked. */
function counting(dynamo: Dynamo): { readonly dynamo: Dynamo; readonly reads: () => number } {
  let reads = 0;
  const counted = new Proxy(dynamo, {
    get(of, name: keyof Dynamo) {
      const method = of[name] as (...given: readonly unknown[]) => unknown;
      if (name !== 'get' && name !== 'query' && name !== 'batchGet') return method;
      return (...given: readonly unknown[]) => {
        reads += 1;
        return method(...given);
      };
    },
  });
  return { dynamo: counted, reads: () => reads };
}

withTables((engine, tables) => {
  /** A course of the provider that takes results, and a connection of this kind through which it is spoken of. */
  async function world(kind: Kind) {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    const providerId = randomUUID() as ProviderId;
    const courseId = randomUUID() as CourseId;
    const connectionId = randomUUID() as ConnectionId;
    const externalCourseId = { webhook: courseId, xapi: '77', file: courseId, 'oneroster-csv': 'kelas-7' }[
      kind
    ];
    const { sealedSecrets: _, moodle: __, baseUrl: ___, ...bare } = sampleConnection();
    const connection: Connection = {
      ...{ ...bare, connectionId, providerId, kind },
      ...(kind === 'xapi' && { xapi: { courses: [{ externalCourseId, courseId }] } }),
    };
    const connections = createConnectionStore(stores);
    await connections.create(connection);
    const module = moduleOf({ kind: 'external', completion: { by: 'completed' } } as never);
    await createCourseStore(stores).change({
      course: courseOf({
        ...{ courseId, providerId, status: 'published', publishedVersion: 1 },
        ...(kind === 'oneroster-csv' && { source: { connectionId, externalId: externalCourseId } as never }),
      }),
      version: versionOf({ courseId, modules: [module] }),
    });
    const item = (present: boolean) => ({
      ...{ connectionId, providerId, externalId: externalCourseId, courseId, present, generation: 1 },
      ...{
        content: { title: 'Etika', description: '', languages: [], competencies: [] },
        hash: 'h',
        seenAt: long,
      },
    });
    const sync = createSyncStore(stores);
    if (kind === 'oneroster-csv') await sync.saveItem({ ...item(true), rev: 1 });
    const enrolments = createEnrolmentStore(stores);
    const subjects = createSubjectStore(stores);
    const enrol = async (enrolledAt = long) => {
      const [personId, registration] = [randomUUID() as PersonId, randomUUID() as Registration];
      const subject = nodeDigest.sha256(personId);
      const after = {
        ...{ enrolmentId: randomUUID() as EnrolmentId, registration, personId, courseId, version: 1 },
        ...{ state: 'active' as const, enrolledAt, counted: true as const },
      };
      await enrolments.move({ after });
      await subjects.keepSubjects(providerId, [{ personId, subject }]);
      return { registration, subject };
    };
    const results = createResultStore({ ...stores, digest: nodeDigest });
    /** A result that came through the connection, and is placed. */
    const say = async ({ registration, subject }: Awaited<ReturnType<typeof enrol>>) => {
      const event = {
        ...{ providerId, source: 'webhook' as const, eventId: randomUUID(), receivedAt: long },
        sent: { text: '', contentType: 'application/json' },
        about: { kind: 'external' as const, connectionId, externalCourseId, subject },
        result: { kind: 'completion' as const, completed: false, occurredAt: long },
      };
      await results.take(event);
      const seen = await results.find(resultIdOf(nodeDigest, event));
      const place = { registration, moduleId: 'm1' };
      if (seen) await results.decide(seen, { state: 'placed', place, at: long });
    };
    const sent: { readonly message: JobMessage; readonly delaySeconds?: number | undefined }[] = [];
    const clock = fixedClock();
    const on = counting(dynamo);
    const counted = { dynamo: on.dynamo, table };
    const files = { tables: createTableStore(stores), packages: createPackageStore(stores) };
    const parts = {
      ...{ connections, clock, ids: systemIds, stores: counted, health: createHealthStore(stores) },
      adapters: createAdapterPort({
        ...{ ...files, clock, outbound: createOutbound(), ltiIssuer: 'https://sinau.example' },
        box: { open: () => Promise.reject(new Error('there is no secret')) },
      }),
      log: { info: () => undefined },
      queue: {
        send: async (message: JobMessage, options?: { readonly delaySeconds?: number }) =>
          void sent.push({ message, delaySeconds: options?.delaySeconds }),
      },
      parts: { dynamo: on.dynamo, objects: () => createMemoryObjectStore() },
      env: {
        ...{
          LMS_TABLE: table,
          CONTENT_BUCKET: 'content',
          SIGNING_SECRET: 'a secret for tests, 32 characters',
        },
        ...{ PORTAL_ORIGIN: 'https://sinau.example', ISSUER_URL: 'https://sinau.example' },
        CONTENT_ORIGIN_TEMPLATE: 'https://{hash}.content.sinau.example',
      },
    };
    const job = reconcileJob(parts as unknown as ConnectorParts);
    const store = createReconciliationStore(stores);
    const work = (more: object = {}) =>
      job.prepare({ kind: 'reconcile', connectionId, ...more } as JobMessage).run();
    const compare = async () => {
      clock.advance(60_000);
      await work();
      const [run] = await store.listRuns(connectionId, 1);
      const { mismatches } = await store.list(connectionId, { limit: 100 });
      return { run, kinds: mismatches.map((one) => one.kind).toSorted(), mismatches };
    };
    const principal: PersonPrincipal = {
      ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['provider-author'] },
      providerId,
    };
    /** A table of enrolments, confirmed as whole or not. */
    const roster = async (lines: readonly string[], isWhole: boolean) => {
      const nothing = async () => undefined;
      const deps = {
        ...{ connections, tables: files.tables, clock, ids: systemIds, files: { read: readTable } },
        followUp: { readCatalogue: nothing, takeResults: nothing, compare: nothing },
      };
      const at = { principal, connectionId, kind: 'enrolments' as const };
      const bytes = Buffer.from(['Peserta,ID kursus,Status', ...lines, ''].join('\n'));
      const done = await uploadTable(deps, { ...at, name: 'peserta.csv', bytes });
      if (done.outcome === 'refused') throw new Error(done.finding.problem);
      await confirmTable(deps, { ...at, tableId: done.preview.table.tableId, isWhole });
    };
    const due = async () => (await job.due?.()) ?? [];
    /** As the worker notes the end of a run. */
    const planned = () => endRun({ connections, clock }, { connectionId, kind: 'reconcile' });
    const withdraw = () => sync.saveItem({ ...item(false), rev: 2 });
    return {
      ...{ connectionId, externalCourseId, enrol, say, compare, roster, withdraw, work, store, sent, clock },
      ...{ reads: on.reads, health: parts.health, due, planned },
    };
  }

  describe.each(['webhook', 'xapi', 'file', 'oneroster-csv'] as const)(
    `a comparison with a provider that is not asked (%s), on ${engine}`,
    (kind) => {
      it('finds who was never spoken of, once somebody in the course was, and nobody before', async () => {
        const { enrol, say, compare, health, connectionId } = await world(kind);
        const [silent, spoken] = [await enrol(), await enrol()];
        expect(await compare()).toMatchObject({ kinds: [], run: { state: 'done', courses: 1, learners: 2 } });
        await say(spoken);
        const { kinds, mismatches } = await compare();
        expect(kinds).toEqual(['silent-there']);
        expect(mismatches).toMatchObject([{ subject: silent.subject, registration: silent.registration }]);
        await say(silent);
        expect((await compare()).kinds).toEqual([]);
        // Nobody was asked, so nobody has failed to answer.
        expect((await health.read(connectionId)).last).toEqual({});
      });
    },
  );

  describe(`a comparison with a table of enrolments, on ${engine}`, () => {
    it('holds nothing against who is not in it unless it is whole, nor against who came later', async () => {
      const { enrol, compare, roster, externalCourseId, clock } = await world('file');
      const [missing, ended, there] = [await enrol(), await enrol(), await enrol()];
      const lines = [
        `${ended.subject},${externalCourseId},selesai`,
        `${there.subject},${externalCourseId},aktif`,
        `budi@example.go.id,${externalCourseId},aktif`,
      ];
      await roster(lines, false);
      expect((await compare()).kinds).toEqual(['ended-there']);
      await roster(lines, true);
      const { mismatches, kinds } = await compare();
      expect(kinds).toEqual(['ended-there', 'ours-not-theirs']);
      expect(mismatches.find((one) => one.kind === 'ours-not-theirs')?.subject).toBe(missing.subject);
      expect(JSON.stringify(mismatches)).not.toContain('@');
      // A table of another course says nothing of this one.
      await roster([`${there.subject},lain,aktif`], true);
      expect((await compare()).kinds).toEqual([]);
      await roster(lines, true);
      clock.advance(5 * 3_600_000);
      await enrol(new Date(clock.now().getTime() - 2 * 3_600_000).toISOString());
      expect((await compare()).kinds).toEqual(['ended-there', 'ours-not-theirs']);
    });
  });

  describe(`a comparison, on ${engine}`, () => {
    it('tells once of a course that is gone from the catalogue', async () => {
      const { enrol, compare, withdraw } = await world('oneroster-csv');
      await enrol();
      await enrol();
      expect((await compare()).kinds).toEqual([]);
      await withdraw();
      const { kinds, mismatches } = await compare();
      expect(kinds).toEqual(['course-gone']);
      expect(mismatches).toMatchObject([{ learners: 2 }]);
    });

    it('that began before a table came is waited for, and does not stand for it', async () => {
      const { work, store, sent, clock, connectionId } = await world('file');
      const at = (n: number) => new Date(clock.now().getTime() + n * 1_000).toISOString();
      const under = { connectionId, runId: 'earlier', state: 'running' as const, rev: 1, counts: {} };
      await store.begin(
        { ...under, startedAt: at(-60), updatedAt: at(0), courses: 0, learners: 0 },
        at(-9999),
      );
      const freshAt = at(0);
      await work({ freshAt });
      expect(sent).toMatchObject([{ message: { freshAt, waits: 1 }, delaySeconds: 60 }]);
      await work({ freshAt, waits: 60 });
      expect(sent).toHaveLength(1);
      // One that began since stands for it.
      await work({ freshAt: at(-120) });
      expect(sent).toHaveLength(1);
      const earlier = await store.findRun(connectionId, 'earlier');
      if (earlier) await store.saveRun({ ...earlier, state: 'done' });
      await work({ freshAt });
      expect((await store.listRuns(connectionId, 5)).map(({ state }) => state)).toEqual(['done', 'done']);
    });

    it('is given to who was made before its kind had an hour, and once only', async () => {
      const { due, clock, connectionId, planned } = await world('file');
      const mine = async () => (await due()).filter((one) => one.connectionId === connectionId);
      const minutes = async () => {
        const found = [];
        for (let n = 0; n < 60; n += 1) {
          found.push(...(await mine()));
          clock.advance(60_000);
        }
        return found;
      };
      expect(await minutes()).toEqual([{ kind: 'reconcile', connectionId }]);
      await planned();
      expect(await minutes()).toEqual([]);
    });

    it('costs two reads for one more learner, however many there are', async () => {
      const { enrol, compare, reads } = await world('webhook');
      const costOf = async (learners: number) => {
        for (let n = 0; n < learners; n += 1) await enrol();
        const before = reads();
        await compare();
        return reads() - before;
      };
      const [few, more] = [await costOf(20), await costOf(60)];
      // Names and results of each; pages and pseudonyms are shared by up to a hundred.
      expect((more - few) / 60).toBeLessThanOrEqual(2.1);
      expect(few).toBeLessThan(20 * 2 + 50);
    });
  });
});
