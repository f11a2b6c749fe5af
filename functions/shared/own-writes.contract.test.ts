import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CourseId, getOpenVersion, type ImportJob, type JobId } from '@sinau/catalogue';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { courseOf as courseRowOf, packageOf, versionOf } from '@sinau/catalogue/testing';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { courseOf, deliveryWorld } from '@sinau/delivery/testing';
import {
  cancelEnrolment,
  completeEnrolment,
  enrolLearner,
  getEnrolment,
  listMyEnrolments,
} from '@sinau/enrolment';
import { createInvitationStore } from '@sinau/enrolment/dynamo';
import { createSessionStore } from '@sinau/identity/dynamo';
import type { Jp, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { getDocument, putDocument, queryStatements, storeStatements } from '@sinau/lrs';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { countUnread, listInbox, markAllRead, type NoticeId, notify } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createEnrolmentStore } from './enrolment-store.ts';
import { lmsAuthority, nationalStore } from './record-writer.ts';

/** The worst table there may be: what is not read consistently has seen no write at all yet. */
function stale(dynamo: Dynamo): Dynamo {
  return {
    ...dynamo,
    get: async (input) => (input.consistent ? dynamo.get(input) : undefined),
    query: async (input) => (input.consistent ? dynamo.query(input) : { items: [] }),
    batchGet: async (input) => (input.consistent ? dynamo.batchGet(input) : []),
  };
}

const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
const issuer = 'https://sinau.example';
const at = '2026-03-02T01:00:00.000Z';
const learner = (): PersonPrincipal => ({
  kind: 'person',
  personId: randomUUID() as PersonId,
  name: 'Sri Contoh',
  roles: ['learner'],
});

withTables((engine, tables) => {
  const lms = () => ({ dynamo: stale(tables().dynamo), table: tables().lms });
  const lrs = () => ({
    ...createRecordStore({
      ...system,
      dynamo: stale(tables().dynamo),
      table: tables().lrs,
      objects: createMemoryObjectStore(),
      sleep,
      settings: localSettings,
      horizon: soleHorizon(system),
    }),
    ...system,
    visibility: { agenciesOf: async () => [] },
  });

  describe(`what one has just done, on ${engine}`, () => {
    it('R9: enrolling, finishing and withdrawing show on the next page', async () => {
      const enrolments = createEnrolmentStore(lms());
      const open = { version: 1, admission: { mode: 'open' as const } };
      const courses = { openVersion: async () => open };
      const deps = { ...system, enrolments, invitations: createInvitationStore(lms()), courses };
      const principal = learner();
      const enrol = (courseId: string) => enrolLearner(deps, { principal, request: { courseId } });
      const first = await enrol('c1');
      await enrol('c2');
      expect(await getEnrolment(deps, { principal, courseId: 'c1' })).toEqual(first);
      await completeEnrolment(
        { ...deps, hours: { statedJp: async () => 400 as Jp } },
        { registration: first.registration, completedAt: at },
      );
      await cancelEnrolment(deps, { principal, courseId: 'c2' });
      const mine = await listMyEnrolments(deps, { principal });
      expect(mine).toMatchObject([{ courseId: 'c1', state: 'completed' }]);
    });

    it('R9: a launched part is started, and its token good at once', async () => {
      const registrations = createRegistrationStore(lms());
      const { start } = deliveryWorld(courseOf([['Completed']]), {
        registrations,
        registration: randomUUID(),
        records: {
          write: async ({ companion }) => {
            const writes = (companion?.writes ?? []) as never;
            const { outcome } = await tables().dynamo.transactWrite(writes);
            return outcome === 'done' ? 'stored' : 'companion-refused';
          },
        },
      });
      const { principal } = await start();
      const state = await registrations.read(principal.registration);
      expect(state?.session?.progress).toMatchObject({ launchDataRead: true, preferencesRead: true });
    });

    it('R9: a published course is open, and an uploaded package has its job', async () => {
      const courses = createCourseStore(lms());
      const jobs = createImportJobStore(lms());
      const providerId = randomUUID() as ProviderId;
      const job: ImportJob = {
        jobId: randomUUID() as JobId,
        providerId,
        uploadKey: 'x',
        fileName: 'etika.zip',
        sizeBytes: 1,
        state: 'running',
        progress: { done: 0, total: 1 },
        tries: 1,
        abandonedOrigins: [],
        createdAt: at,
        updatedAt: at,
        rev: 1,
      };
      await jobs.create(job);
      expect(await jobs.find(job.jobId)).toEqual(job);
      const course = courseRowOf({ courseId: randomUUID() as CourseId, providerId, jp: 200 as Jp });
      const { courseId } = course;
      const made = { course, version: versionOf({ courseId }), package: packageOf({ courseId }) };
      expect(await jobs.commit({ job: { ...job, state: 'passed', rev: 2 }, ...made })).toBe('stored');
      expect(await jobs.find(job.jobId)).toMatchObject({ state: 'passed' });
      await courses.replace({
        ...course,
        status: 'published',
        publishedVersion: 1,
        publishedAt: at,
        rev: 2,
      });
      expect(await getOpenVersion({ courses }, course)).toMatchObject({ version: 1 });
      expect(await courses.listVersions(course.courseId)).toHaveLength(1);
    });

    it('R9: signing in and out hold from the next request on', async () => {
      const sessions = createSessionStore(lms());
      const session = { personId: randomUUID() as PersonId, generation: 1, openedAt: at, seenAt: at };
      const tokenHash = randomUUID();
      await sessions.open({ ...session, tokenHash });
      expect(await sessions.find(tokenHash)).toMatchObject(session);
      await sessions.close(tokenHash);
      expect(await sessions.find(tokenHash)).toBeUndefined();
    });

    it('R9: the inbox shows what was told, and forgets what was read', async () => {
      const notices = createNoticeStore(lms());
      const principal = learner();
      const deps = { ...system, notices, mail: { send: async () => {} }, onMailFailure: () => {} };
      await notify(deps, {
        personId: principal.personId,
        noticeId: 'n1' as NoticeId,
        kind: 'person-invited',
        params: { organisation: 'Badan Contoh' },
      });
      expect(await countUnread(deps, { principal })).toBe(1);
      expect((await listInbox(deps, { principal })).notices).toHaveLength(1);
      await markAllRead(deps, { principal });
      expect(await countUnread(deps, { principal })).toBe(0);
    });

    it('R9: the record store gives back statements and State as soon as it has answered', async () => {
      const store = lrs();
      const account = { homePage: issuer, name: randomUUID() };
      const actor = { objectType: 'Agent' as const, account };
      const statements = Array.from({ length: 3 }, () => ({
        id: randomUUID(),
        actor,
        verb: { id: 'https://contoh.example/membaca' },
        object: { id: 'https://contoh.example/modul' },
      }));
      const write = { store: nationalStore, version: '1.0.3', authority: lmsAuthority(issuer) } as const;
      await storeStatements(store, { ...write, statements });
      const filter = { agent: actor, relatedAgents: false, relatedActivities: false, limit: 0 };
      for (const ascending of [true, false]) {
        const found = await queryStatements(store, {
          store: nationalStore,
          reader: { kind: 'all' },
          filter: { ...filter, ascending },
        });
        expect(found.statements).toHaveLength(3);
      }
      const address = {
        store: nationalStore,
        owner: { resource: 'state', activityId: 'https://contoh.example/modul', agent: actor },
        documentId: 'tempat',
      } as const;
      const content = { contentType: 'text/plain', bytes: new TextEncoder().encode('halaman 2') };
      await putDocument(store, { address, content });
      expect((await getDocument(store, address))?.bytes).toEqual(content.bytes);
    });
  });
});
