import { randomUUID } from 'node:crypto';
import { createSubjectStore } from '@sinau/agreements/dynamo';
import type { CourseId } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { versionOf } from '@sinau/catalogue/testing';
import type { Connection, ConnectionId, JobMessage } from '@sinau/connectors';
import { createAdapterPort } from '@sinau/connectors/adapters';
import {
  createConnectionStore,
  createHealthStore,
  createPackageStore,
  createProviderEnrolmentStore,
  createReconciliationStore,
  createResultStore,
  createSyncStore,
  createTableStore,
} from '@sinau/connectors/dynamo';
import { placeResult, settleResults } from '@sinau/connectors/results';
import {
  rosterThing,
  sampleConnection,
  startFakeMoodle,
  startFakeOneRoster,
} from '@sinau/connectors/testing';
import { recordOutcome } from '@sinau/delivery';
import { createGuestStore } from '@sinau/delivery/dynamo';
import { courseOf as contentCourse, contentOf } from '@sinau/delivery/testing';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createCourseDesk } from '../shared/course-desk.ts';
import { actorsOf } from '../shared/delivery-addresses.ts';
import { createSessionParts } from '../shared/delivery-parts.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createEntitlements } from '../shared/entitlements.ts';
import { createPlaceParts } from '../shared/place-parts.ts';
import type { ConnectorParts } from './compose.ts';
import { pollResultsJob } from './poll-results-job.ts';
import { reconcileJob } from './reconcile-job.ts';

const long = '2026-01-02T01:00:00.000Z';

withTables((engine, tables) => {
  /** A course that a university has brought, whose learners it enrols by itself. */
  async function world(given: {
    readonly connection: Partial<Connection>;
    readonly externalCourseId: string;
    readonly secret: string;
    readonly tellsCompletion?: false;
  }) {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    const { externalCourseId } = given;
    const [providerId, courseId] = [randomUUID() as ProviderId, randomUUID() as CourseId];
    const connectionId = randomUUID() as ConnectionId;
    const { moodle: _, ...bare } = sampleConnection();
    const connection: Connection = { ...bare, connectionId, providerId, ...given.connection };
    const connections = createConnectionStore(stores);
    await connections.create(connection);
    const objects = createMemoryObjectStore();
    const room = createContentRoom({ content: objects });
    const courses = createCourseStore(stores);
    const desk = createCourseDesk({
      ...{ courses, content: room, jobs: createImportJobStore(stores), clock: systemClock, ids: systemIds },
      ...{ digest: nodeDigest, activityBase: 'https://sinau.example/activities', allowLoopback: false },
      closing: (id) => createEnrolmentStore(stores).closing(id),
      settingsOf: (id) => connections.find(id),
    });
    const content = {
      ...{ title: 'Etika', description: '', languages: [], competencies: [] },
      url: 'https://kampus.example/kursus',
    };
    // As a decision on what the provider offers makes it, and learners get it: nobody sets a rule by hand.
    const told = given.tellsCompletion === false && { tellsCompletion: given.tellsCompletion };
    const offered = { connectionId, providerId, externalId: externalCourseId, courseId, content };
    await desk.make({ ...offered, ...told });
    const drafted = await courses.find(courseId);
    const [module] = drafted?.draft.modules ?? [];
    if (!drafted || !module) throw new Error('no course was made');
    await courses.change({
      course: { ...drafted, status: 'published', publishedVersion: 1, rev: drafted.rev + 1 },
      version: versionOf({ courseId, originHash: module.originHash, modules: [module] }),
    });
    await createSyncStore(stores).saveItem({
      ...{ connectionId, providerId, externalId: externalCourseId, courseId, present: true, generation: 1 },
      ...{ content, hash: 'h', seenAt: long, rev: 1 },
    });
    const providerEnrolments = createProviderEnrolmentStore(stores);
    await providerEnrolments.saveSettings(connectionId, {
      ...{ enrols: false, giveUpAfterHours: 72, whenFull: 'wait' },
    });
    const enrolments = createEnrolmentStore(stores);
    const subjects = createSubjectStore(stores);
    /** Enrolled here alone; the university knows the pseudonym from the first start. */
    const enrol = async (of = providerId) => {
      const [personId, registration] = [randomUUID() as PersonId, randomUUID() as Registration];
      const subject = nodeDigest.sha256(personId);
      await enrolments.move({
        after: {
          ...{ enrolmentId: randomUUID() as EnrolmentId, registration, personId, courseId, version: 1 },
          ...{ state: 'active' as const, enrolledAt: long, counted: true as const },
        },
      });
      await subjects.keepSubjects(of, [{ personId, subject }]);
      return { registration, subject };
    };
    const clock = fixedClock();
    const { moduleId } = module;
    const { structure } = contentOf(contentCourse([[module.moveOn ?? 'Completed']]), { moduleId } as never);
    await room.writeStructure(module.originHash, structure);
    const env = {
      ...{ LMS_TABLE: table, CONTENT_BUCKET: 'content', SIGNING_SECRET: 'a secret for tests, 32 characters' },
      ...{ PORTAL_ORIGIN: 'https://sinau.example', ISSUER_URL: 'https://sinau.example' },
      CONTENT_ORIGIN_TEMPLATE: 'https://{hash}.content.sinau.example',
    };
    const files = { tables: createTableStore(stores), packages: createPackageStore(stores) };
    const sent: JobMessage[] = [];
    const parts = {
      ...{ connections, clock, ids: systemIds, stores, env, health: createHealthStore(stores) },
      adapters: createAdapterPort({
        ...{ ...files, clock, outbound: createOutbound({ allowLoopback: true }) },
        ltiIssuer: 'https://sinau.example',
        box: { open: async () => JSON.stringify({ current: given.secret }) },
      }),
      log: { info: () => undefined },
      queue: { send: async (message: JobMessage) => void sent.push(message) },
      parts: { dynamo, objects: () => objects },
    } as unknown as ConnectorParts;
    const results = createResultStore({ ...stores, digest: nodeDigest });
    const session = createSessionParts(parts);
    const entitlements = createEntitlements({ enrolments, guests: createGuestStore(stores) });
    const placing = createPlaceParts({ ...stores, content: session.content });
    const delivery = {
      ...{ ...session, entitlements, actors: actorsOf(env.ISSUER_URL) },
      records: {
        write: async (change: {
          readonly companion: { readonly writes: Parameters<typeof dynamo.transactWrite>[0] };
        }) => {
          const done = await dynamo.transactWrite(change.companion.writes);
          if (done.outcome !== 'done') return 'companion-refused' as const;
          return 'stored' as const;
        },
      },
    };
    const deps = {
      ...placing,
      outcomes: { record: (outcome: never) => recordOutcome(delivery as never, outcome) },
    };
    /** A round of questions, and what others do about what came. */
    const poll = async () => {
      await pollResultsJob(parts).prepare({ kind: 'poll-results', connectionId }).run();
      const { results: all } = await results.list({ providerId, limit: 100 });
      for (const { resultId } of all) {
        await placeResult(deps, { resultId });
        const { decision } = (await results.find(resultId)) ?? {};
        if (decision?.state === 'placed') await settleResults(deps, decision.place);
      }
      return all.length;
    };
    const scoreOf = async (registration: string) =>
      (await session.registrations.read(registration))?.aus[0]?.score;
    const isDone = async (registration: string) =>
      (await session.registrations.read(registration))?.courseSatisfiedAt !== undefined;
    const compare = async () => {
      for (let n = 0; n < 5; n += 1) {
        const before = sent.length;
        clock.advance(60_000);
        const message = n === 0 ? { kind: 'reconcile' as const, connectionId } : sent.at(-1);
        if (message) await reconcileJob(parts).prepare(message).run();
        if (sent.length === before) break;
      }
      const { mismatches } = await createReconciliationStore(stores).list(connectionId, { limit: 100 });
      return mismatches
        .map(({ kind, learners = 0 }) => (learners > 0 ? `${kind} ${learners}` : kind))
        .toSorted();
    };
    return { enrol, poll, scoreOf, isDone, module, compare, enrolments };
  }

  describe(`learners whom the university enrols by itself, on ${engine}`, () => {
    it('are asked for at a server of OneRoster by our pseudonym, from enrolment here to score here', async () => {
      const server = await startFakeOneRoster(2);
      try {
        const { site, origin: baseUrl, tokenUrl } = server;
        const { enrol, poll, scoreOf, isDone, module, compare } = await world({
          ...{ externalCourseId: 'class-1', secret: site.secret },
          connection: { kind: 'oneroster', baseUrl, oneRoster: { tokenUrl, clientId: site.clientId } },
        });
        const [sri, foreign] = [await enrol(), await enrol('another' as ProviderId)];
        site.users.push(
          rosterThing('u-1', { identifier: sri.subject, username: 'sri', enabledUser: 'true' }),
          // What somebody is called for another provider names nobody here.
          rosterThing('u-2', { identifier: foreign.subject, username: 'budi', enabledUser: 'true' }),
          rosterThing('u-3', { identifier: '2210511', username: 'mahasiswa', enabledUser: 'true' }),
        );
        site.enrolled.set('class-1', ['u-1', 'u-2', 'u-3']);
        site.lineItems.push(
          rosterThing('l-1', { ...{ title: 'Akhir', class: { sourcedId: 'class-1' } }, resultValueMax: 100 }),
        );
        for (const [n, score] of [
          ['1', 85],
          ['2', 90],
          ['3', 95],
        ] as const)
          site.results.push(
            rosterThing(`r-${n}`, {
              ...{ lineItem: { sourcedId: 'l-1' }, student: { sourcedId: `u-${n}` } },
              ...{
                class: { sourcedId: 'class-1' },
                scoreStatus: 'fully graded',
                score,
                scoreDate: '2026-02-01',
              },
            }),
          );
        expect(await poll()).toBe(1);
        expect(await scoreOf(sri.registration)).toBe(0.85);
        // No word of completion comes from there, so a pass is what completes.
        expect(module.completion).toEqual({ by: 'pass', passMark: 0.7 });
        expect(await isDone(sri.registration)).toBe(true);
        expect(await scoreOf(foreign.registration)).toBeUndefined();
        // The one who is known by no name there is missing; of the others there is the number.
        expect(await compare()).toEqual(['others-there 2', 'ours-not-theirs']);
      } finally {
        await server.close();
      }
    });

    it('are asked for at a Moodle that enrols by itself, by the ID number of their accounts', async () => {
      const moodle = await startFakeMoodle();
      try {
        const { enrol, poll, scoreOf, compare, enrolments } = await world({
          ...{ externalCourseId: '4', secret: moodle.site.token },
          connection: { kind: 'moodle', baseUrl: moodle.baseUrl },
        });
        const sri = await enrol();
        const [account, student] = [
          moodle.addUser({ idnumber: sri.subject }),
          moodle.addUser({ idnumber: '221' }),
        ];
        const seat = { courseid: 4, roleid: 5, by: 'manual' as const, gradedAt: 1_769_900_000 };
        moodle.site.enrolments.push(
          { ...seat, userid: account.id, grade: 75 },
          { ...seat, userid: student.id, grade: 99 },
        );
        expect(await poll()).toBe(1);
        expect(await scoreOf(sri.registration)).toBe(0.75);
        expect(await compare()).toEqual(['others-there 1']);
        // Who came through here and is enrolled here no more is no student of theirs.
        const left = await enrolments.findByRegistration(sri.registration);
        if (left) await enrolments.move({ before: left, after: { ...left, state: 'cancelled' } as never });
        expect(await compare()).toEqual(['others-there 1', 'theirs-not-ours']);
      } finally {
        await moodle.close();
      }
    });

    const whole = { timecompleted: 1_769_990_000, completed: true };
    it.each([
      ['follows no completion: a final grade that passes completes', { tells: false, grade: 75, done: true }],
      ['follows no completion: one below the mark does not', { tells: false, grade: 60, done: false }],
      ['says who is done: a grade alone does not complete', { tells: true, grade: 75, done: false }],
      ['says who is done: its word completes', { tells: true, grade: 60, done: true, said: whole }],
    ])('of a Moodle course that %s', async (_what, { tells, grade, done, ...more }) => {
      const moodle = await startFakeMoodle();
      try {
        const course = moodle.site.courses.get(4);
        if (!tells) Object.assign(course ?? {}, { enablecompletion: 0 });
        const { enrol, poll, isDone } = await world({
          ...{ externalCourseId: '4', secret: moodle.site.token },
          connection: { kind: 'moodle', baseUrl: moodle.baseUrl },
          ...(!tells && { tellsCompletion: false as const }),
        });
        const sri = await enrol();
        const { id } = moodle.addUser({ idnumber: sri.subject });
        moodle.site.enrolments.push({
          ...{ courseid: 4, roleid: 5, by: 'manual', userid: id, grade, gradedAt: 1_769_900_000 },
          ...('said' in more && more.said),
        });
        await poll();
        expect(await isDone(sri.registration)).toBe(done);
      } finally {
        await moodle.close();
      }
    });
  });
});
