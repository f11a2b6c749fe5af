import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportJob, JobId } from '@sinau/catalogue';
import { createImportJobStore } from '@sinau/catalogue/dynamo';
import { courseOf, packageOf, versionOf } from '@sinau/catalogue/testing';
import { nothingSatisfied } from '@sinau/cmi5';
import { createCreditStore } from '@sinau/credit/dynamo';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { signInPerson } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Jp, ProviderId } from '@sinau/kernel';
import type { StatementStore } from '@sinau/lrs';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo, createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCompetencyParts } from '../shared/competency-parts.ts';
import { createComplianceParts } from '../shared/compliance-parts.ts';
import { createCreditParts } from '../shared/credit-parts.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createDutyParts } from '../shared/obligation-parts.ts';
import { createSealFollow } from '../shared/seal-parts.ts';
import { createSiasnFollow } from '../shared/siasn-parts.ts';
import { announcerDeps } from './deps.ts';
import { createAnnouncer } from './worker.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const names = { lms: 'lms', lrs: 'lrs' };
const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };

let dir: string;
let local: Awaited<ReturnType<typeof startLocalDynamo>> | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sinau-announcer-'));
});
afterEach(async () => {
  await local?.close();
  local = undefined;
  await rm(dir, { recursive: true, force: true });
});

/** The process with its table, as it starts on the folder of the one before. */
async function start() {
  await local?.close();
  const engine = await startLocalDynamo({ dir });
  local = engine;
  const connection = {
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: engine.requestHandler,
  };
  await createTables(connection, names);
  const stores = { dynamo: createDynamo(connection), table: names.lms };
  const mails: string[] = [];
  const mail = { send: async ({ noticeId }: { noticeId: string }) => void mails.push(noticeId) };
  const content = createMemoryObjectStore();
  const announcer = createAnnouncer(
    announcerDeps({
      ...{ ...stores, recordsTable: names.lrs, ...system, content, mail, log: silent },
      certificateQueue: { send: async () => {} },
      duties: async () => createDutyParts(stores),
      // No provider has said anything.
      results: async () => ({ providerWords: { wordOn: async () => ({}) }, clock: systemClock }) as never,
      siasn: async () => createSiasnFollow(stores),
      seals: async () => createSealFollow(stores),
      compliance: async () => createComplianceParts({ ...stores, clock: systemClock }),
      competency: async () => createCompetencyParts({ ...stores, clock: systemClock, ids: systemIds }),
      credit: async () =>
        createCreditParts({
          parts: { dynamo: stores.dynamo, objects: () => content },
          statements: async () => ({ statements: nothingRecorded }),
          env: { LMS_TABLE: names.lms, CONTENT_BUCKET: 'content', ISSUER_URL: 'https://sinau.example' },
        }),
    }),
  );
  /** Follows the stream until the `dies`-th invocation, whose outcome nobody learns. */
  async function follow(dies = Number.POSITIVE_INFINITY): Promise<void> {
    let invocation = 0;
    let died = () => {};
    const death = new Promise<void>((resolve) => {
      died = resolve;
    });
    const consumer = await engine.stream.subscribe({
      table: names.lms,
      consumer: 'announcer',
      startFrom: 'TRIM_HORIZON',
      batchSize: 1,
      retryDelayMs: 60_000,
      handler: async (Records) => {
        invocation += 1;
        const answer = await announcer({ Records }, {} as Context);
        if (invocation < dies) return answer;
        died();
        throw new Error('killed');
      },
    });
    await Promise.race([consumer.caughtUp(), death]);
  }
  return {
    follow,
    mails,
    jobs: createImportJobStore(stores),
    people: createPeopleStore(stores),
    enrolments: createEnrolmentStore(stores),
    registrations: createRegistrationStore(stores),
    notices: createNoticeStore(stores),
    credit: createCreditStore(stores),
  };
}

const nothingRecorded = {
  consistentThroughMs: async () => 0,
  query: async () => ({ statements: [] }),
} as unknown as StatementStore;

type Started = Awaited<ReturnType<typeof start>>;

const registration = systemIds.uuid();
const at = '2026-03-02T01:00:00.000Z';
const provider = { providerId: 'p1' as ProviderId, createdAt: at, updatedAt: at, rev: 1 };
const job: ImportJob = {
  ...provider,
  jobId: 'j1' as JobId,
  uploadKey: 'x',
  fileName: 'etika.zip',
  sizeBytes: 1,
  state: 'running',
  progress: { done: 1, total: 1 },
  tries: 1,
  abandonedOrigins: [],
};
const course = courseOf({ ...provider, jp: 200 as Jp });
const version = versionOf();

/** A learner whose last part has just satisfied the course; nobody has been told. */
async function satisfyCourse({ jobs, people, enrolments, registrations }: Started) {
  await jobs.create(job);
  await jobs.commit({ job: { ...job, state: 'passed', rev: 2 }, course, version, package: packageOf() });
  const { personId } = await signInPerson(
    { ...system, people, bootstrapEmail: 'sri@contoh.example' },
    {
      issuer: 'https://sinau.example',
      subject: 's',
      email: 'sri@contoh.example',
      emailVerified: true,
      name: 'Sri',
    },
  );
  await enrolments.move({
    after: {
      enrolmentId: 'e1' as EnrolmentId,
      personId,
      courseId: 'c1',
      version: 1,
      registration: registration as Registration,
      state: 'active',
      enrolledAt: at,
    },
  });
  await registrations.save({
    registration,
    personId,
    courseId: 'c1',
    version: 1,
    actor: { homePage: 'https://sinau.example', name: personId },
    createdAt: at,
    aus: {},
    satisfaction: { ...nothingSatisfied, course: true },
    courseSatisfiedAt: at,
    rev: 0,
  });
  return personId;
}

describe('the outbox of the LMS table', () => {
  it('R3: a process killed between its write and whatever follows loses nothing and tells nothing twice', async () => {
    const personId = await satisfyCourse(await start());
    // Each next process dies one step later: after an invocation was done and before anybody learned so.
    const told: string[] = [];
    for (let dies = 1; dies <= 10; dies += 1) {
      const again = await start();
      await again.follow(dies);
      told.push(...again.mails);
    }
    const last = await start();
    await last.follow();
    told.push(...last.mails);
    expect(await last.enrolments.findByRegistration(registration as Registration)).toMatchObject({
      state: 'completed',
      completedAt: at,
    });
    const entries = await last.credit.entriesOf(personId);
    // Nothing was recorded of it, and nobody has waived it.
    expect(entries.map(({ kind, at: since }) => [kind, since]).toSorted()).toEqual([
      ['earned', at],
      ['held', at],
    ]);
    expect(await last.credit.findYear(personId, 2026)).toMatchObject({ lines: 1, rev: 1, held: 200 });
    const inbox = await last.notices.list({ personId, limit: 10 });
    expect(inbox.map(({ noticeId }) => noticeId)).toContain('enrolment-completed:e1');
    expect(new Set(inbox.map(({ noticeId }) => noticeId)).size).toBe(inbox.length);
    expect(told).toContain('enrolment-completed:e1');
  }, 60_000);
});
