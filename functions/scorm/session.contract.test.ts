import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRegistrationStore, createScormStore } from '@sinau/delivery/dynamo';
import { commitOf, packageOf, scoItem, scormWorld } from '@sinau/delivery/testing';
import { getDocument, queryStatements, type StoreDeps } from '@sinau/lrs';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { attemptIdOf, attemptIri, type ScormCourse } from '@sinau/scorm';
import { parseStatementQuery } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { createLaunchDocuments } from '../shared/launch-documents.ts';
import { createRecordWriter, lmsAuthority } from '../shared/record-writer.ts';
import { createScormDocuments } from './scorm-documents.ts';

const visit = { itemId: 'I1', visit: 1 } as const;
const core = (lesson_status: string, more: object = {}) => ({ core: { lesson_status, ...more } });

// Rows, statements and documents are one truth: what a learner did in SCORM content is kept whole or not at all.
withTables((engine, tables) => {
  async function running(course: ScormCourse = packageOf('1.2', scoItem('I1'))) {
    const { dynamo, lms, lrs: table } = tables();
    const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
    const stores = createRecordStore({
      ...{ dynamo, table, sleep, ...system },
      objects: createMemoryObjectStore(),
      settings: localSettings,
      horizon: soleHorizon({ clock: systemClock }),
    });
    const lrs = {
      ...stores,
      ...system,
      visibility: { agenciesOf: async (all) => all.map(() => []) },
    } satisfies StoreDeps & object;
    const registration = randomUUID();
    const bodies = createMemoryObjectStore();
    const world = scormWorld(course, {
      registration,
      registrations: createRegistrationStore({ dynamo, table: lms }),
      records: createRecordWriter(lrs, {
        authority: lmsAuthority('https://sinau.example'),
        version: '1.0.3',
      }),
      scorm: createScormStore({ dynamo, table: lms, bodies, ...system }),
      documents: { ...createScormDocuments(lrs), ...createLaunchDocuments(lrs) },
      ids: systemIds,
    });
    const read = async () => {
      const parameters = new Map([
        ['registration', registration],
        ['ascending', 'true'],
        ['limit', '0'],
      ]);
      const query = parseStatementQuery(parameters, '1.0.3');
      if (!query.ok || query.query.kind !== 'list') throw new Error('not a query');
      const page = await queryStatements(lrs, {
        store: 'national',
        reader: { kind: 'all' },
        filter: query.query.filter,
        maxLimit: 5000,
      });
      return page.statements.map(({ statement }) => statement);
    };
    const verbs = async () =>
      (await read()).map(({ verb, context }) => {
        const profile = JSON.stringify(context?.contextActivities?.category ?? []).includes('/xapi/scorm');
        return `${profile ? 'scorm:' : ''}${verb.id.split('/').at(-1)}`;
      });
    const key = { registration, moduleId: 'm1' };
    const state = async (activityId: string, documentId: string) => {
      const agent = { account: world.deps.actors.accountOf('sri' as never) };
      const owner = { resource: 'state', activityId, agent, registration } as const;
      const found = await getDocument(lrs, { store: 'national', owner, documentId });
      return found && (JSON.parse(new TextDecoder().decode(found.bytes)) as Record<string, unknown>);
    };
    return { ...world, ...(await world.open()), read, verbs, key, registration, state, bodies };
  }

  describe(`SCORM content on ${engine}`, () => {
    it('stores the SCO, the package, the AU, block and course in this order', async () => {
      const { page, verbs, read } = await running();
      const passed = core('passed', {
        score: { raw: '85', min: '0', max: '100' },
        session_time: '0000:03:00',
      });
      const interactions = [{ id: 'q1', type: 'choice', student_response: 'a,b', result: 'wrong' }];
      await page.send({
        ...visit,
        commit: commitOf({ ...passed, interactions }),
        end: 'terminated',
        leave: 'exit',
      });
      expect(await verbs()).toEqual([
        'launched',
        'initialized',
        'scorm:initialized',
        'scorm:responded',
        'scorm:scored',
        'scorm:completed',
        'scorm:passed',
        'scorm:terminated',
        'scorm:completed',
        'completed',
        'passed',
        'terminated',
        'satisfied',
        'satisfied',
      ]);
      const all = await read();
      // E10: vouched for by the LMS alone, whatever content says.
      for (const { authority } of all) expect(authority).toMatchObject({ account: { name: 'lms' } });
      const responded = all.find(({ verb }) => verb.id.endsWith('/responded'));
      expect(responded).toMatchObject({
        object: { definition: { interactionType: 'choice' } },
        result: { response: 'a[,]b', success: false },
      });
    });

    it('stores one message that arrives ten times at once a single time', async () => {
      const { page, verbs } = await running();
      const message = page.next({ ...visit, commit: commitOf(core('completed')), end: 'terminated' });
      const answers = await Promise.all(Array.from({ length: 10 }, () => page.resend(message)));
      for (const answer of answers) {
        expect(answer).toMatchObject({ outcome: 'stored', course: { completion: 'completed' } });
      }
      const told = await verbs();
      for (const once of ['scorm:initialized', 'scorm:terminated', 'completed']) {
        expect(told.filter((verb) => verb === once)).toHaveLength(1);
      }
    });

    it('messages that arrive in any order leave the last one', async () => {
      const { page, deps, key } = await running();
      const messages = Array.from({ length: 6 }, (_, n) =>
        page.next({ ...visit, commit: commitOf({ ...core('incomplete'), suspend_data: `n=${n}` }) }),
      );
      await Promise.all(messages.toReversed().map((message) => page.resend(message)));
      expect((await deps.scorm.readItem(key, 'I1'))?.data.suspendData).toBe('n=5');
      expect((await deps.scorm.readPackage(key))?.sequence).toBe(6);
    });

    it('two tabs race for one item: what is stored is of one of them, whole', async () => {
      const { page: first, start, deps, key } = await running();
      const second = await start();
      const tell = (page: typeof first, mark: string) =>
        Array.from({ length: 4 }, (_, n) =>
          page.next({
            ...visit,
            commit: commitOf({
              core: { lesson_status: 'incomplete', lesson_location: mark },
              suspend_data: mark + n,
            }),
          }),
        );
      const outcomes = await Promise.allSettled([
        ...tell(first, 'first').map((message) => first.resend(message)),
        ...tell(second, 'second').map((message) => second.resend(message)),
      ]);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected')
          expect(outcome.reason).toMatchObject({ code: 'delivery.scorm-replaced' });
      }
      const kept = await deps.scorm.readItem(key, 'I1');
      expect([kept?.data.location, kept?.data.suspendData, kept?.place.run]).toEqual([
        'second',
        'second3',
        2,
      ]);
    });

    it('R13: 64,000 characters with é, 20 interactions and a closed tab: nothing is lost', async () => {
      const { page, open, state, registration, bodies } = await running(packageOf('2004', scoItem('I1')));
      const suspendData = 'é'.repeat(64_000);
      const interactions = Object.fromEntries(
        Array.from({ length: 20 }, (_, n) => [
          n,
          { id: `q${n}`, type: 'fill-in', learner_response: 'é', result: 'correct' },
        ]),
      );
      const cmi = {
        suspend_data: suspendData,
        location: 'é7',
        interactions,
        completion_status: 'incomplete',
      };
      await page.send({ ...visit, commit: commitOf({ ...cmi, session_time: 'PT90S' }), end: 'left' });
      const { page: next, launched } = await open();
      const seed = next.seedOf('I1')?.seed as { cmi: Record<string, unknown> };
      expect(seed.cmi.suspend_data).toBe(suspendData);
      expect(seed.cmi).toMatchObject({ location: 'é7', entry: 'resume', total_time: 'PT1M30S' });
      expect(Object.keys(seed.cmi.interactions as object)).toHaveLength(20);
      const sco = `${launched.activityId}/item/I1`;
      const attempt = attemptIri(sco, attemptIdOf(nodeDigest, { registration, sco, attempt: 1 }));
      const kept = await state(attempt, 'https://w3id.org/xapi/scorm/attempt-state/suspend-data');
      expect(kept?.suspend_data).toBe(suspendData);
      // Suspended shorter, the data is in its row again and the large one is gone.
      const commit = commitOf({ ...cmi, suspend_data: 'short', exit: 'suspend', session_time: 'PT30S' });
      await next.send({ ...visit, commit, end: 'terminated' });
      const left: string[] = [];
      for await (const one of bodies.list('scorm/')) left.push(one.key);
      expect(left).toEqual([]);
      const { page: last } = await open();
      expect(last.seedOf('I1')?.seed).toMatchObject({ cmi: { suspend_data: 'short', total_time: 'PT2M' } });
      expect(await state(sco, 'https://w3id.org/xapi/scorm/activity-state')).toEqual({ attempts: [attempt] });
    });

    it('E9: nothing of a session is stored after another launch, however they race', async () => {
      const { page, verbs, launch } = await running();
      await page.send({ ...visit, commit: commitOf(core('incomplete')) });
      const commits = Array.from({ length: 5 }, (_, n) =>
        page.next({ ...visit, commit: commitOf({ ...core('incomplete'), comments: 'x'.repeat(n + 1) }) }),
      );
      await Promise.allSettled([...commits.map((message) => page.resend(message)), launch()]);
      const told = await verbs();
      expect(told.slice(told.indexOf('abandoned'))).toEqual(['abandoned', 'launched']);
      await expect(page.send({ leave: 'exit' })).rejects.toMatchObject({ code: 'delivery.session-ended' });
    });

    it('1.2 failed satisfies nothing, and passes in the next try', async () => {
      const { page, verbs } = await running();
      await page.send({
        ...visit,
        commit: commitOf(core('failed', { score: { raw: '10' } })),
        end: 'terminated',
      });
      expect(await verbs()).not.toContain('satisfied');
      const passed = commitOf(core('passed', { score: { raw: '90' } }));
      await page.send({ itemId: 'I1', visit: 2, commit: passed, end: 'terminated', leave: 'exit' });
      const told = await verbs();
      expect(told.slice(-4)).toEqual(['passed', 'terminated', 'satisfied', 'satisfied']);
      expect(told).not.toContain('failed');
    });

    it('browse leaves no trace but its beginning and end', async () => {
      const { open, verbs, deps, key } = await running();
      const before = await verbs();
      const { page } = await open({ mode: 'Browse' });
      await page.send({ ...visit, commit: commitOf(core('passed')), end: 'terminated', leave: 'exit' });
      expect((await verbs()).slice(before.length)).toEqual([
        'abandoned',
        'launched',
        'initialized',
        'terminated',
      ]);
      expect(await deps.scorm.readItem(key, 'I1')).toBeUndefined();
    });

    it('a commit of a thousand answers is told whole', async () => {
      const { page, verbs } = await running();
      const interactions = Array.from({ length: 1000 }, (_, n) => ({
        ...{ id: `q${n}`, type: 'choice', student_response: 'a', result: 'correct' },
      }));
      await page.send({
        ...visit,
        commit: commitOf({ ...core('completed'), interactions }),
        end: 'terminated',
      });
      const told = await verbs();
      expect(told.filter((verb) => verb === 'scorm:responded').length).toBe(1000);
      expect(told.at(-1)).toBe('satisfied');
    });
  });
});
