import { randomUUID } from 'node:crypto';
import { type CourseId, checklist, decideReview } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import type { AdapterPort, ConnectionId } from '@sinau/connectors';
import { createSyncStore } from '@sinau/connectors/dynamo';
import {
  type BatchRequest,
  decideItem,
  previewBatch,
  runBatch,
  runSync,
  type SyncParty,
  startBatch,
} from '@sinau/connectors/sync';
import { externalCourse, type Script, sampleConnection, scriptedAdapter } from '@sinau/connectors/testing';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import type { PersonId, Principal, ProviderId } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { Crashed, crashAfter, createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createCourseDesk } from '../shared/course-desk.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';

const author: SyncParty = { kind: 'person', id: 'author-a', name: 'Sari Wulandari' };
const reviewer: Principal = {
  ...{ kind: 'person', personId: 'reviewer' as PersonId, name: 'Budi', roles: ['reviewer'] },
};
const ids = Array.from({ length: 40 }, (_, n) => `c${String(n).padStart(2, '0')}`);

withTables((engine, tables) => {
  function world(script: Script, acceptance: 'person' | 'all' = 'person') {
    const { dynamo, lms: table } = tables();
    const objects = createMemoryObjectStore();
    const connectionId = systemIds.uuid() as ConnectionId;
    const providerId = randomUUID() as ProviderId;
    const connection = sampleConnection({ connectionId, providerId, acceptance });
    const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
    const adapters: AdapterPort = { adapterOf: async () => scriptedAdapter(script) };
    const batches: string[] = [];
    /** A worker of its own; one that dies sees it in every store alike. */
    const worker = (on: Dynamo) => {
      const stores = { dynamo: on, table };
      const enrolments = createEnrolmentStore(stores);
      const catalogue = {
        ...{
          ...system,
          courses: createCourseStore(stores),
          content: createContentRoom({ content: objects }),
        },
        activityBase: 'https://sinau.example/activities',
      };
      const desk = createCourseDesk({
        ...{ ...catalogue, jobs: createImportJobStore(stores), allowLoopback: false },
        closing: (courseId) => enrolments.closing(courseId),
        settingsOf: async () => connection,
      });
      const queueBatch = async ({ batchId }: { readonly batchId: string }) => void batches.push(batchId);
      const connections = { find: async () => connection };
      return {
        ...system,
        adapters,
        connections,
        desk,
        queueBatch,
        enrolments,
        catalogue,
        sync: createSyncStore(stores),
      };
    };
    const alive = worker(dynamo);
    const { sync, catalogue, enrolments } = alive;
    const courseOf = async (externalId: string) => {
      const courseId = (await sync.findItem(connectionId, externalId))?.courseId ?? '';
      return catalogue.courses.find(courseId as CourseId);
    };
    return {
      ...{ ...alive, script, connection, connectionId, providerId, objects, courseOf },
      run: () => runSync(alive, { connectionId }),
      start: (...lists: BatchRequest['lists']) =>
        startBatch(alive, { connection, by: author, request: { lists, submit: false } }),
      /** Until nothing is left to do. */
      work: async () => {
        for (let batchId = batches.shift(); batchId !== undefined; batchId = batches.shift()) {
          while ((await runBatch(alive, { connectionId, batchId })) === 'more');
        }
      },
      dieAfter: async (writes: number, batchId: string) => {
        const dying = worker(crashAfter(dynamo, writes).dynamo);
        await expect(runBatch(dying, { connectionId, batchId })).rejects.toThrow(Crashed);
      },
      resume: async (batchId: string) => {
        while ((await runBatch(alive, { connectionId, batchId })) === 'more');
        return sync.findBatch(connectionId, batchId);
      },
      decide: async (externalId: string, decision: 'accept' | 'undo', submit = false) => {
        const rev = (await sync.findItem(connectionId, externalId))?.rev ?? 0;
        const about = { connectionId, externalId, by: author };
        await decideItem(alive, { ...about, decision: { decision, rev, take: [], keep: [], submit } });
      },
      publish: async (externalId: string) => {
        const course = await courseOf(externalId);
        if (course?.inReview === undefined) throw new Error('it was not submitted');
        const decision = { outcome: 'approve' as const, rev: course.rev, checked: [...checklist] };
        const { courseId, inReview: version } = course;
        await decideReview(catalogue, { principal: reviewer, courseId, version, decision });
      },
      enrol: async (externalId: string) => {
        const courseId = (await courseOf(externalId))?.courseId ?? '';
        const personId = randomUUID() as PersonId;
        const after = {
          ...{ enrolmentId: randomUUID() as EnrolmentId, registration: randomUUID() as Registration },
          ...{ personId, courseId, version: 1, state: 'active' as const, counted: true as const },
          enrolledAt: '2026-03-02T01:00:00.000Z',
        };
        expect(await enrolments.move({ after, capacity: 9 })).toBe('done');
        return { personId, courseId };
      },
      files: async () => {
        const keys = [];
        for await (const { key } of objects.list('')) keys.push(key);
        return keys;
      },
      listed: async () => {
        const page = await catalogue.courses.listOfProvider(providerId, { limit: 100 });
        return page.courses.map(({ source }) => source?.externalId).toSorted();
      },
    };
  }

  describe(`a whole catalogue that is taken over, on ${engine}`, () => {
    // A course takes three writes here, beside the pages of the batch; the last points lie in its second page.
    it.each([1, 2, 3, 4, 5, 6, 7, 9, 14, 33, 77, 80, 101])(
      'R3: is there once, without a file too many, when its worker died after %i writes',
      async (writes) => {
        const made = world({ courses: ids.map((id) => externalCourse(id)) });
        await made.run();
        const { batchId } = await made.start('new');
        await made.dieAfter(writes, batchId);
        expect(await made.resume(batchId)).toMatchObject({
          ...{ state: 'done', counts: { accepted: ids.length, conflict: 0, left: 0, failed: 0 } },
        });
        expect(await made.listed()).toEqual(ids);
        expect(await made.files()).toHaveLength(ids.length);
        for (const id of ['c00', 'c07', 'c24', 'c39']) {
          const lines = await made.sync.listAudit(made.connectionId, id);
          expect(lines.map(({ action }) => action)).toEqual(['accept']);
          expect((await made.courseOf(id))?.draft.modules).toHaveLength(1);
        }
      },
    );

    it('is compared again without a write to any course or item, and followed where it changed', async () => {
      const script = { courses: ids.map((id) => externalCourse(id)) };
      const made = world(script, 'all');
      await made.run();
      await made.work();
      const revs = async () => {
        const items = await made.sync.findItems(made.connectionId, ids);
        const courses = await Promise.all(ids.map(made.courseOf));
        return [
          ...items.map(({ externalId, rev }) => `${externalId} ${rev}`).toSorted(),
          ...courses.map((course) => `${course?.source?.externalId} ${course?.rev}`),
        ];
      };
      const before = await revs();
      expect((await made.run())?.counts).toMatchObject({ same: ids.length, changed: 0, new: 0 });
      await made.work();
      expect(await revs()).toEqual(before);
      const changed = new Set(['c03', 'c21']);
      script.courses = ids.map((id) => externalCourse(id, changed.has(id) ? { title: 'Judul baru' } : {}));
      expect((await made.run())?.counts).toMatchObject({ changed: 2, same: ids.length - 2 });
      await made.work();
      const after = await revs();
      const moved = after.filter((one, n) => one !== before[n]).map((one) => one.slice(0, 3));
      expect(new Set(moved)).toEqual(changed);
      expect((await made.courseOf('c21'))?.draft.title).toEqual({ und: 'Judul baru' });
    });

    it('loses what was withdrawn when a person says so: nobody new gets in, and who learns stays', async () => {
      const script = { courses: ids.map((id) => externalCourse(id)) };
      const made = world(script, 'all');
      await made.run();
      await made.work();
      const learning = ['c01', 'c04'];
      for (const id of learning) {
        script.courses = script.courses.map((one) => (one.externalId === id ? { ...one, price: 5 } : one));
      }
      await made.run();
      for (const id of learning) await made.decide(id, 'accept', true);
      for (const id of learning) await made.publish(id);
      const enrolled = await Promise.all(learning.map(made.enrol));
      script.courses = script.courses.slice(12);
      expect((await made.run())?.counts).toMatchObject({ withdrawn: 12 });
      await made.work();
      // The rule leaves withdrawals to people.
      expect((await made.courseOf('c01'))?.status).toBe('published');
      const learnersOf = async (courseId: string) => (await made.enrolments.seatsOf(courseId)).taken;
      const lists = ['withdrawn' as const];
      expect(
        await previewBatch({ sync: made.sync, learnersOf }, { connection: made.connection, lists }),
      ).toMatchObject({ courses: 12, learning: { courses: 2, learners: 2, asked: 12 } });
      const { batchId } = await made.start('withdrawn');
      await made.dieAfter(17, batchId);
      expect(await made.resume(batchId)).toMatchObject({ counts: { accepted: 12, left: 0 } });
      for (const id of ids.slice(0, 12)) expect((await made.courseOf(id))?.status).toBe('retired');
      for (const { personId, courseId } of enrolled) {
        expect(await made.enrolments.findCurrent(personId, courseId)).toMatchObject({ state: 'active' });
      }
      await made.decide('c01', 'undo');
      expect((await made.courseOf('c01'))?.status).toBe('published');
    });
  });
});
