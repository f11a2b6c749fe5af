import { type Course, type CourseId, checklist, type Decision, decideReview } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import type { AdapterPort, Connection, ConnectionId, StartSettings } from '@sinau/connectors';
import { createSyncStore } from '@sinau/connectors/dynamo';
import {
  decideItem,
  findingsNow,
  type ItemDecision,
  runBatch,
  runSync,
  type SyncParty,
} from '@sinau/connectors/sync';
import { externalCourse, type Script, sampleConnection, scriptedAdapter } from '@sinau/connectors/testing';
import type { PersonId, Principal } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createCourseDesk } from '../shared/course-desk.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';

const author: SyncParty = { kind: 'person', id: 'author-a', name: 'Sari Wulandari' };
const reviewer: Principal = {
  ...{ kind: 'person', personId: 'reviewer' as PersonId, name: 'Budi', roles: ['reviewer'] },
};

withTables((engine, tables) => {
  function world(script: Script, acceptance: 'person' | 'all' = 'person', start?: StartSettings) {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    const courses = createCourseStore(stores);
    const content = createContentRoom({ content: createMemoryObjectStore() });
    const enrolments = createEnrolmentStore(stores);
    const connectionId = systemIds.uuid() as ConnectionId;
    const connection = sampleConnection({ connectionId, acceptance });
    const settings: { kind: Connection['kind']; completion?: Connection['completion'] } = { kind: 'moodle' };
    const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
    const catalogue = { ...system, courses, content, activityBase: 'https://sinau.example/activities' };
    const batches: string[] = [];
    const adapters: AdapterPort = { adapterOf: async () => scriptedAdapter(script) };
    const sync = createSyncStore(stores);
    const deps = {
      ...{ ...system, sync, adapters, connections: { find: async () => connection } },
      desk: createCourseDesk({
        ...catalogue,
        jobs: createImportJobStore(stores),
        closing: (courseId) => enrolments.closing(courseId),
        allowLoopback: false,
        settingsOf: async () => ({ ...(start && { start }), ...settings }) as Connection,
      }),
      queueBatch: async ({ batchId }: { readonly batchId: string }) => void batches.push(batchId),
    };
    const item = async (externalId: string) => {
      const found = await sync.findItem(connectionId, externalId);
      if (!found) throw new Error('no such item');
      return found;
    };
    const course = async (externalId: string): Promise<Course> => {
      const found = await courses.find(((await item(externalId)).courseId ?? '') as CourseId);
      if (!found) throw new Error('no such course');
      return found;
    };
    return {
      ...{ deps, settings, script, catalogue, courses, content, connection, item, course },
      run: () => runSync(deps, { connectionId }),
      runBatches: async () => {
        for (const batchId of batches.splice(0)) await runBatch(deps, { connectionId, batchId });
      },
      decide: async (externalId: string, decision: ItemDecision['decision'], more?: Partial<ItemDecision>) =>
        decideItem(deps, {
          ...{ connectionId, externalId, by: author },
          decision: {
            ...{ decision, rev: (await item(externalId)).rev, take: [], keep: [], submit: false },
            ...more,
          },
        }),
      publish: async (externalId: string) => {
        const found = await course(externalId);
        const { courseId, inReview: version = 0, rev } = found;
        const checked = [...checklist];
        const decision = { outcome: 'approve', rev, checked } satisfies Decision;
        await decideReview(catalogue, { principal: reviewer, courseId, version, decision });
      },
    };
  }

  describe(`courses that are taken over on ${engine}`, () => {
    const whole = externalCourse('a', {
      ...{ title: 'Analisis Kebijakan', jp: 12.5, price: 150_000, seats: 40, competencies: ['Analisis'] },
      ...{
        startsAt: '2026-04-01T00:00:00.000Z',
        endsAt: '2026-06-30T00:00:00.000Z',
        languages: ['id', 'en'],
      },
      classesFrom: '2026-04-13',
    });

    it('become a draft with everything the provider says, and a page that leads there', async () => {
      const made = world({ courses: [whole] });
      await made.run();
      await made.decide('a', 'accept');
      const course = await made.course('a');
      expect(course).toMatchObject({
        status: 'draft',
        title: { und: 'Analisis Kebijakan' },
        source: { connectionId: made.connection.connectionId, externalId: 'a' },
        admission: {
          ...{ mode: 'open', seats: 40, opensAt: whole.startsAt, closesAt: whole.endsAt },
          classesFrom: '2026-04-13',
        },
        draft: {
          jp: 1250,
          details: { price: 150_000, competencies: ['Analisis'], languages: ['id', 'en'] },
          modules: [{ kind: 'external', completion: { by: 'completed' } }],
        },
      });
      const [module] = course.draft.modules;
      const content = await made.content.readPackage(module?.originHash ?? '');
      expect(content).toMatchObject({ kind: 'external', page: { url: whole.url } });
    });

    it('tell the first day of their classes, and follow it when it moves, also once they are published', async () => {
      const made = world({ courses: [whole] });
      await made.run();
      await made.decide('a', 'accept', { submit: true });
      await made.publish('a');
      made.script.courses = [{ ...whole, classesFrom: '2026-05-04' }];
      await made.run();
      expect((await made.item('a')).waiting?.fields).toEqual(['classesFrom']);
      await made.decide('a', 'accept');
      const moved = await made.course('a');
      expect(moved).toMatchObject({ status: 'published', admission: { classesFrom: '2026-05-04' } });
      const { classesFrom: _, ...silent } = whole;
      made.script.courses = [silent];
      await made.run();
      await made.decide('a', 'accept');
      expect((await made.course('a')).admission).not.toHaveProperty('classesFrom');
    });

    const tool: StartSettings = { clientId: 'tool-1', deploymentId: 'd-1' };

    it('start in a tool that is told the number of the course, which stays whatever its address becomes', async () => {
      const made = world({ courses: [whole] }, 'person', { ...tool, parameter: 'id' });
      await made.run();
      await made.decide('a', 'accept');
      const before = await made.course('a');
      expect(before.draft.modules).toMatchObject([
        { kind: 'lti', completion: { by: 'pass', passMark: 0.7 }, moveOn: 'Passed' },
      ]);
      const [module] = before.draft.modules;
      expect(await made.content.readPackage(module?.originHash ?? '')).toEqual({
        kind: 'lti',
        placement: {
          ...{ clientId: 'tool-1', deploymentId: 'd-1', custom: { id: 'a' } },
          lineItem: { scoreMaximum: 100, label: 'Analisis Kebijakan' },
        },
      });
      made.script.courses = [{ ...whole, url: 'https://moodle.kampus.example/baru' }];
      await made.run();
      await made.decide('a', 'accept');
      const after = await made.course('a');
      expect(after.draft.modules).toEqual(before.draft.modules);
      // Said again, it is no change, and no author has edited it.
      made.script.courses = [{ ...whole, url: 'https://moodle.kampus.example/lagi', seats: 41 }];
      await made.run();
      await made.decide('a', 'accept');
      expect((await made.course('a')).admission.seats).toBe(41);
    });

    it('start in a tool at their address, which moves with it and keeps the link that learners have results in', async () => {
      const made = world({ courses: [whole] }, 'person', tool);
      await made.run();
      await made.decide('a', 'accept');
      const placementNow = async () => {
        const [module] = (await made.course('a')).draft.modules;
        const content = await made.content.readPackage(module?.originHash ?? '');
        return [module?.moduleId, content?.kind === 'lti' && content.placement.url];
      };
      const [moduleId, url] = await placementNow();
      expect(url).toBe(whole.url);
      made.script.courses = [{ ...whole, url: 'https://moodle.kampus.example/baru' }];
      await made.run();
      await made.decide('a', 'accept');
      expect(await placementNow()).toEqual([moduleId, 'https://moodle.kampus.example/baru']);
      await made.decide('a', 'undo');
      expect(await placementNow()).toEqual([moduleId, whole.url]);
    });

    it('have no module where the tool is to lead to an address and none is known', async () => {
      const { url: _, ...addressless } = whole;
      const made = world({ courses: [addressless] }, 'person', tool);
      await made.run();
      await made.decide('a', 'accept');
      expect((await made.course('a')).draft.modules).toEqual([]);
    });

    it('are handed to reviewers with it, and learners see a change only after another review', async () => {
      const made = world({ courses: [whole] });
      await made.run();
      await made.decide('a', 'accept', { submit: true });
      await made.publish('a');
      made.script.courses = [
        { ...whole, title: 'Judul baru', url: 'https://moodle.kampus.example/baru', seats: 50 },
      ];
      await made.run();
      await made.decide('a', 'accept');
      const course = await made.course('a');
      expect(course).toMatchObject({
        status: 'published',
        title: { und: 'Analisis Kebijakan' },
        draft: { title: { und: 'Judul baru' } },
        admission: { seats: 50 },
      });
      const [module] = course.draft.modules;
      expect(await made.content.readPackage(module?.originHash ?? '')).toMatchObject({
        page: { url: 'https://moodle.kampus.example/baru' },
      });
      await made.decide('a', 'undo');
      expect((await made.course('a')).draft).toMatchObject({ title: { und: 'Analisis Kebijakan' } });
    });

    it('let no newcomer in after a withdrawal, and come back as they stood', async () => {
      const made = world({ courses: [whole, externalCourse('b')] });
      await made.run();
      await made.decide('a', 'accept', { submit: true });
      await made.publish('a');
      made.script.courses = [externalCourse('b')];
      await made.run();
      await made.decide('a', 'accept');
      expect((await made.course('a')).status).toBe('retired');
      await made.decide('a', 'undo');
      expect((await made.course('a')).status).toBe('published');
      await made.decide('a', 'accept');
      made.script.courses = [{ ...whole, price: 90_000 }, externalCourse('b')];
      await made.run();
      expect((await made.item('a')).waiting).toMatchObject({ change: 'returned', fields: ['price'] });
      await made.decide('a', 'accept');
      expect(await made.course('a')).toMatchObject({
        status: 'published',
        draft: { details: { price: 90_000 } },
      });
    });

    it('are removed with their files when the acceptance is taken back, and made anew after it', async () => {
      const made = world({ courses: [whole] });
      await made.run();
      await made.decide('a', 'accept');
      const before = await made.course('a');
      await made.decide('a', 'undo');
      expect(await made.courses.find(before.courseId)).toBeUndefined();
      await made.decide('a', 'accept');
      expect((await made.course('a')).courseId).not.toBe(before.courseId);
    });

    it('are all taken over by the rule of the connection', async () => {
      const courses = Array.from({ length: 30 }, (_, n) => externalCourse(`c${n}`));
      const made = world({ courses }, 'all');
      await made.run();
      await made.runBatches();
      for (const { externalId, title } of courses) {
        expect((await made.course(externalId)).title).toEqual({ und: title });
      }
    });

    it('stay as an author has edited them until somebody decides', async () => {
      const made = world({ courses: [whole] });
      await made.run();
      await made.decide('a', 'accept');
      const course = await made.course('a');
      await made.courses.replace({
        ...course,
        draft: { ...course.draft, title: { id: 'Judul saya', en: 'My title' } },
        rev: course.rev + 1,
      });
      made.script.courses = [{ ...whole, title: 'Judul baru' }];
      await made.run();
      await expect(made.decide('a', 'accept')).rejects.toMatchObject({ code: 'connectors.conflict' });
      await made.decide('a', 'accept', { take: ['title'] });
      expect((await made.course('a')).draft.title).toEqual({ id: 'Judul baru', en: 'My title' });
    });

    it('count as done by a pass where the provider tells scores alone, and by its word where it says it', async () => {
      const untracked = { ...externalCourse('b'), tellsCompletion: false as const };
      const made = world({ courses: [whole, untracked] });
      await made.run();
      await made.decide('a', 'accept');
      await made.decide('b', 'accept');
      const ruleOf = async (id: string) => (await made.course(id)).draft.modules.map((one) => one.completion);
      expect(await ruleOf('a')).toEqual([{ by: 'completed' }]);
      expect(await ruleOf('b')).toEqual([{ by: 'pass', passMark: 0.7 }]);
      // Once it is told otherwise, whoever looks sees that the course waits for a word that never comes.
      const now = async (kind: Connection['kind']) =>
        findingsNow(made.deps, { ...made.connection, kind }, await made.item('a'));
      expect(await now('moodle')).toEqual([]);
      expect(await now('oneroster')).toEqual(['completion-out-of-reach']);
      made.script.courses = [{ ...whole, tellsCompletion: false as const }, untracked];
      await made.run();
      expect(await now('moodle')).toEqual(['completion-out-of-reach']);
    });

    it('of a table wait until somebody has chosen what counts as done, and take what was chosen', async () => {
      const made = world({ courses: [whole] });
      made.settings.kind = 'file';
      await made.run();
      const file = { ...made.connection, kind: 'file' as const };
      expect(await findingsNow(made.deps, file, await made.item('a'))).toEqual(['completion-unchosen']);
      await expect(made.decide('a', 'accept')).rejects.toMatchObject({
        code: 'connectors.completion-unchosen',
      });
      expect(await made.item('a')).toMatchObject({ waiting: { change: 'new' } });
      expect(await made.item('a')).not.toHaveProperty('inHand');
      made.settings.completion = { by: 'pass', passMark: 0.6 };
      await made.decide('a', 'accept');
      expect((await made.course('a')).draft.modules).toMatchObject([
        { completion: { by: 'pass', passMark: 0.6 }, moveOn: 'Passed' },
      ]);
    });
  });
});
