import { randomUUID } from 'node:crypto';
import { createSubjectStore } from '@sinau/agreements/dynamo';
import type { CourseId } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { courseOf, moduleOf, versionOf } from '@sinau/catalogue/testing';
import type { JobMessage } from '@sinau/connectors';
import {
  createConnectionStore,
  createHealthStore,
  createReconciliationStore,
  createResultStore,
} from '@sinau/connectors/dynamo';
import { resultIdOf } from '@sinau/connectors/results';
import { createGradeStore, createLtiToolStore, createRegistrationStore } from '@sinau/delivery/dynamo';
import type { LtiClientId, LtiTool } from '@sinau/delivery/lti';
import { courseOf as contentCourse, contentOf, sampleTool } from '@sinau/delivery/testing';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { elsewhereParameters } from '@sinau/lti';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import type { ConnectorParts } from './compose.ts';
import { reconcileJob } from './reconcile-job.ts';

const long = '2026-01-02T01:00:00.000Z';

withTables((engine, tables) => {
  /** A course whose second version has no part of the tool any more. */
  async function world(over: Partial<LtiTool> = {}) {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    const [providerId, courseId] = [randomUUID() as ProviderId, randomUUID() as CourseId];
    const clientId = randomUUID() as LtiClientId;
    const tool = sampleTool({ clientId, providerId, ...over });
    await createLtiToolStore(stores).add(tool);
    await createOrganisationStore(stores).addProvider({
      ...{ providerId, name: 'Kampus', kind: 'university', createdAt: long },
    });
    const placement = { clientId, deploymentId: 'd1', url: 'https://alat.example', custom: {} };
    const link = { ...placement, lineItem: { label: 'Nilai', scoreMaximum: 100 } };
    const launchParameters = elsewhereParameters({
      title: { id: 'Kuliah' },
      content: { kind: 'lti', placement: link },
    });
    const objects = createMemoryObjectStore();
    const room = createContentRoom({ content: objects });
    const { structure } = contentOf(contentCourse([['CompletedOrPassed']], { launchParameters }));
    const { structure: plain } = contentOf(contentCourse([['CompletedOrPassed']]));
    const [withTool, without] = ['1', '2'].map((n) => nodeDigest.sha256(courseId + n).slice(0, 32));
    await room.writeStructure(withTool ?? '', structure);
    await room.writeStructure(without ?? '', plain);
    const part = moduleOf({
      ...{ kind: 'lti', completion: { by: 'pass', passMark: 0.7 }, originHash: withTool ?? '' },
    } as never);
    const course = courseOf({ courseId, providerId, status: 'published', publishedVersion: 1 });
    const courses = createCourseStore(stores);
    await courses.change({
      course,
      version: versionOf({ courseId, originHash: withTool ?? '', modules: [part] }),
    });
    await courses.change({
      course: { ...course, latestVersion: 2, rev: 2 } as never,
      version: versionOf({
        ...{ courseId, version: 2, originHash: without ?? '' },
        modules: [moduleOf({ moduleId: 'm2', originHash: without ?? '' })],
      }),
    });
    const enrolments = createEnrolmentStore(stores);
    const subjects = createSubjectStore(stores);
    const enrol = async (state: 'active' | 'cancelled' = 'active', version = 1) => {
      const [personId, registration] = [randomUUID() as PersonId, randomUUID() as Registration];
      const subject = nodeDigest.sha256(personId);
      const after = {
        ...{ enrolmentId: randomUUID() as EnrolmentId, registration, personId, courseId, version },
        ...{ state: 'active' as const, enrolledAt: long, counted: true as const },
      };
      await enrolments.move({ after });
      if (state === 'cancelled')
        await enrolments.move({ before: after, after: { ...after, state: 'cancelled' } as never });
      await subjects.keepSubjects(providerId, [{ personId, subject }]);
      return { registration, subject, personId };
    };
    type Learner = Awaited<ReturnType<typeof enrol>>;
    const results = createResultStore({ ...stores, digest: nodeDigest });
    const grades = createGradeStore(stores);
    /** As the tool sends it: a score of a hundred. */
    const score = async ({ registration, subject }: Learner, given: number | undefined, minute = 0) => {
      const at = new Date(Date.parse(long) + minute * 60_000).toISOString();
      const item = { courseId, clientId, lineItemId: 'm1', userId: subject };
      const known = await grades.findScore(item, subject);
      const progress = { said: String(minute), activity: 'Completed', grading: 'FullyGraded' } as const;
      const standing = { progress } as never;
      await grades.saveScore({ ...item, registration, standing, rev: known?.rev ?? 0 }, { isDeclared: true });
      const said =
        given === undefined
          ? { given: 0, isFinal: false, withdrawn: true as const }
          : { given, isFinal: true };
      const event = {
        ...{ providerId, source: 'ags' as const, eventId: `${minute}`, receivedAt: at },
        sent: { text: '{}', contentType: 'application/json' },
        about: { kind: 'registration' as const, registration, moduleId: 'm1' },
        result: { kind: 'score' as const, maximum: 100, occurredAt: at, ...said },
      };
      await results.take(event);
      const seen = await results.find(resultIdOf(nodeDigest, event));
      const place = { registration, moduleId: 'm1' };
      if (seen) await results.decide(seen, { state: 'placed', place, at });
    };
    const registrations = createRegistrationStore(stores);
    /** What stands here of the part. */
    const stands = async ({ registration, personId }: Learner, verdict: object) => {
      const base = { registration, personId, courseId, version: 1, aus: { 0: verdict } };
      const saved = await registrations.save({
        ...{ ...base, actor: { homePage: 'https://sinau.example', name: personId } },
        ...{ satisfaction: { blocks: [], course: false }, createdAt: long, rev: 0 },
      } as never);
      expect(saved).toBe('saved');
    };
    const clock = fixedClock();
    const sent: JobMessage[] = [];
    const connections = createConnectionStore(stores);
    const job = reconcileJob({
      ...{ connections, clock, ids: systemIds, stores, health: createHealthStore(stores) },
      adapters: { adapterOf: () => Promise.reject(new Error('nobody is asked')) },
      log: { info: () => undefined },
      queue: { send: async (message: JobMessage) => void sent.push(message) },
      parts: { dynamo, objects: () => objects },
      env: {
        ...{
          LMS_TABLE: table,
          CONTENT_BUCKET: 'content',
          SIGNING_SECRET: 'a secret for tests, 32 characters',
        },
        ...{ PORTAL_ORIGIN: 'https://sinau.example', ISSUER_URL: 'https://sinau.example' },
        CONTENT_ORIGIN_TEMPLATE: 'https://{hash}.content.sinau.example',
      },
    } as unknown as ConnectorParts);
    const store = createReconciliationStore(stores);
    const compare = async () => {
      clock.advance(60_000);
      await job.prepare({ kind: 'reconcile', connectionId: clientId } as never).run();
      const { mismatches } = await store.list(clientId, { limit: 100 });
      const [run] = await store.listRuns(clientId, 1);
      return { run, mismatches, kinds: mismatches.map(({ kind }) => kind).toSorted() };
    };
    return { enrol, score, stands, compare, clock, job, clientId, courseId, providerId };
  }

  describe(`a comparison with a tool of LTI, on ${engine}`, () => {
    it('finds nothing where what it sent stands here, and nothing of those it has sent nothing of', async () => {
      const { enrol, score, stands, compare } = await world();
      const [done] = [await enrol(), await enrol()];
      await score(done, 85);
      await stands(done, { completed: true, judged: 'passed', score: 0.85 });
      // The other one is silent, since the tool has spoken of somebody.
      expect((await compare()).kinds).toEqual(['silent-there']);
      const fresh = await world();
      await fresh.enrol();
      expect(await fresh.compare()).toMatchObject({
        kinds: [],
        run: { state: 'done', courses: 1, learners: 1 },
      });
    });

    it('finds what it sent and does not stand here, and scores that differ', async () => {
      const { enrol, score, stands, compare, courseId } = await world();
      const [unrecorded, differing, withdrawn] = [await enrol(), await enrol(), await enrol()];
      await score(unrecorded, 85);
      await score(differing, 90);
      await stands(differing, { completed: true, judged: 'passed', score: 0.8 });
      await score(withdrawn, 75);
      await score(withdrawn, undefined, 5);
      await stands(withdrawn, { completed: true, judged: 'passed', score: 0.75 });
      const { mismatches } = await compare();
      const found = mismatches.map(({ registration, kind, scoreHere, scoreThere }) =>
        [registration, kind, scoreHere, scoreThere].join(' '),
      );
      expect(found.toSorted()).toEqual(
        [
          `${unrecorded.registration} completed-there-not-here  `,
          `${unrecorded.registration} score-differs  0.85`,
          `${differing.registration} score-differs 0.8 0.9`,
          `${withdrawn.registration} completed-here-not-there  `,
          `${withdrawn.registration} score-differs 0.75 `,
        ].toSorted(),
      );
      expect(mismatches[0]).toMatchObject({ externalCourseId: courseId, moduleId: 'm1' });
    });

    it('finds a completion here without a result of it, unless it was waived', async () => {
      const { enrol, stands, compare } = await world();
      const [done, waived] = [await enrol(), await enrol()];
      await stands(done, { completed: true, judged: 'passed' });
      await stands(waived, { completed: false, waived: true });
      const { mismatches, kinds } = await compare();
      expect(kinds).toEqual(['completed-here-not-there']);
      expect(mismatches[0]?.registration).toBe(done.registration);
    });

    it('finds results of who is enrolled no more, and none of who moved to a version without it', async () => {
      const { enrol, score, compare } = await world();
      const [left, moved] = [await enrol('cancelled'), await enrol('active', 2)];
      await score(left, 85);
      await score(moved, 85);
      const { mismatches, kinds } = await compare();
      expect(kinds).toEqual(['theirs-not-ours']);
      expect(mismatches[0]).toMatchObject({ subject: left.subject });
      expect(mismatches[0]).not.toHaveProperty('registration');
    });

    it('comes every night for tools in use', async () => {
      const [used, off] = [await world(), await world({ status: 'disabled' })];
      used.clock.advance(Date.UTC(2030, 0, 1, 20, 6) - used.clock.now().getTime());
      const due = async () => {
        used.clock.advance(60_000);
        const all = (await used.job.due?.()) ?? [];
        return all.filter(({ connectionId }) =>
          [used.clientId, off.clientId].some((id) => id === (connectionId as string)),
        );
      };
      expect(await due()).toEqual([{ kind: 'reconcile', connectionId: used.clientId }]);
      expect(await due()).toEqual([]);
    });
  });
});
