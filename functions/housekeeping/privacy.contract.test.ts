import { setTimeout as sleep } from 'node:timers/promises';
import { createDisclosureStore, createSubjectStore } from '@sinau/agreements/dynamo';
import { createReadingLog } from '@sinau/audit/dynamo';
import type { CourseId } from '@sinau/catalogue';
import { createRatingStore } from '@sinau/catalogue/dynamo';
import { noRatings, type RatingId } from '@sinau/catalogue/ratings';
import type { ConnectionId } from '@sinau/connectors';
import { createProviderEnrolmentStore, createResultStore } from '@sinau/connectors/dynamo';
import { type ResultEvent, resultIdOf } from '@sinau/connectors/results';
import { transcriptNumber } from '@sinau/credentials';
import { createCertificateStore, createTranscriptStore } from '@sinau/credentials/dynamo';
import { someCertificate } from '@sinau/credentials/testing';
import type { Entry } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import {
  createGradeStore,
  createQuizStore,
  createScormStore,
  createToolHealthStore,
} from '@sinau/delivery/dynamo';
import type { LtiClientId } from '@sinau/delivery/lti';
import type { PoolId, QuotaId } from '@sinau/enrolment';
import { createPoolLists } from '@sinau/enrolment/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { createInsightStore } from '@sinau/insight/dynamo';
import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { putDocument, storeStatements } from '@sinau/lrs';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { createObligationsStore } from '@sinau/obligations/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo, createTables, type Dynamo, readStreamRecord } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryObjectStore, createMemoryQueue } from '@sinau/platform/testing';
import {
  brokenLines,
  confirmErasure,
  confirmRule,
  type PrivacyJob,
  proposeRule,
  type RetentionRule,
  requestErasure,
  requestExport,
  runDueJobs,
  startRetention,
} from '@sinau/privacy';
import { createAuditLog } from '@sinau/privacy/dynamo';
import { appendRecords, pullRecords } from '@sinau/records';
import { createFeedStore } from '@sinau/records/dynamo';
import { untouchedData } from '@sinau/scorm';
import type { Statement } from '@sinau/xapi';
import { afterEach, describe, expect, it } from 'vitest';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { nationalStore } from '../shared/record-writer.ts';
import { composePrivacy } from './compose-privacy.ts';
import { envSchema } from './env.ts';

const issuer = 'https://sinau.example';
const sri = '00000000-0000-4000-8000-00000000000a';
const budi = '00000000-0000-4000-8000-00000000000b';
const registration = '00000000-0000-4000-8000-0000000000ee';
const agencyId = 'bkn' as AgencyId;
const names = { lms: 'lms', lrs: 'lrs' };
const env = envSchema.parse({
  LMS_TABLE: names.lms,
  LRS_TABLE: names.lrs,
  LRS_BUCKET: 'records',
  DOCUMENTS_BUCKET: 'documents',
  CONTENT_BUCKET: 'content',
  IMPORT_QUEUE_URL: 'queue',
  CERTIFICATE_QUEUE_URL: 'https://queue.example/certificates',
  MAIL_QUEUE_URL: 'https://queue.example/mails',
  ISSUER_URL: issuer,
  PORTAL_ORIGIN: issuer,
  SIGNING_SECRET: 'a secret of tests that is long enough',
  CONTENT_ORIGIN_TEMPLATE: 'https://{hash}.content.sinau.example',
});
const operator = (id: string): PersonPrincipal => ({
  kind: 'person',
  personId: id as PersonId,
  name: id,
  roles: ['operator'],
});

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Record store, feed and jobs on an engine of their own. */
async function world() {
  const local = await startLocalDynamo();
  opened.push(local);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const connection = { region: 'ap-southeast-3', credentials, requestHandler: local.requestHandler };
  await createTables(connection, names);
  const dynamo = createDynamo(connection);
  const objects = createMemoryObjectStore();
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest, sleep };
  const horizon = soleHorizon({ clock: systemClock });
  const records = createRecordStore({
    ...{ dynamo, table: names.lrs, objects, settings: localSettings, horizon },
    ...system,
  });
  const feed = createFeedStore({ dynamo, table: names.lrs, ...system });
  const deps = composePrivacy({
    parts: { dynamo, objects: () => objects, queue: () => createMemoryQueue() } as never,
    records,
    env,
    times: { functionMs: 0, readMs: 0 },
  });
  const consumer = await local.stream.subscribe({
    table: names.lrs,
    consumer: 'projector',
    startFrom: 'TRIM_HORIZON',
    handler: async (told) => {
      for (const one of told) {
        const facts = await records.follower.follow(readStreamRecord(one));
        if (facts) await appendRecords({ feed, digest: nodeDigest, laneCount: 1 }, [facts]);
      }
      return { batchItemFailures: [] };
    },
  });
  const store = (statements: readonly Statement[]) =>
    storeStatements(
      {
        ...records,
        ...system,
        visibility: { agenciesOf: async (all) => all.map(() => [agencyId]) },
      },
      {
        ...{ store: nationalStore, version: '1.0.3', statements },
        authority: { account: { homePage: issuer, name: 'lms' } },
      },
    );
  const bodies = {
    find: async (id: string) => (await records.statements.find(nationalStore, id))?.recorded.json,
  };
  const pull = (cursor?: string) =>
    pullRecords(
      { feed, bodies, signer: hmacSigner('a secret for tests, long enough to sign') },
      { agencyId, clientId: 'c', limit: 1_000, maxBytes: 10_000_000, ...(cursor && { cursor }) },
    );
  const request = {
    ...{ ...deps, ids: systemIds, audit: createAuditLog({ dynamo, table: names.lms, digest: nodeDigest }) },
    people: { exists: async () => true },
    agencies: { exists: async () => true },
    operators: { madeBy: async () => [] },
  };
  const run = () => runDueJobs(deps, { untilMs: Date.now() + 60_000 });
  return { ...deps, dynamo, objects, records, store, consumer, pull, request, run };
}

const account = (name: string) => ({ objectType: 'Agent' as const, account: { homePage: issuer, name } });
const statement = (n: number, name: string, parts: Partial<Statement> = {}): Statement => ({
  id: `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  actor: account(name),
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
  object: { id: `https://kampus.example/modul/${n}` },
  result: { score: { scaled: n / 100 } },
  ...parts,
});

const insightOf = ({ dynamo }: Pick<Awaited<ReturnType<typeof world>>, 'dynamo'>) =>
  createInsightStore({ dynamo, table: names.lrs, digest: nodeDigest });
/** A provider was given the name. */
async function shared({ dynamo }: { readonly dynamo: Dynamo }): Promise<void> {
  const door = { dynamo, table: names.lms };
  const [providerId, personId] = ['u-1' as ProviderId, sri as PersonId];
  await createSubjectStore(door).keepSubjects(providerId, [{ personId, subject: 's-1' }]);
  const people = [{ personId, attributes: ['pseudonym' as const, 'name' as const] }];
  await createDisclosureStore(door).note({
    ...{ providerId, channel: 'launch', at: '2026-01-03T00:00:00.000Z', people },
  });
}

/** What a provider and the office know of what she learnt. */
async function kept({ dynamo }: { readonly dynamo: Dynamo }): Promise<void> {
  const door = { dynamo, table: names.lms };
  const [personId, at] = [sri as PersonId, '2026-01-04T00:00:00.000Z'];
  const connectionId = 'k-1' as ConnectionId;
  const there = createProviderEnrolmentStore(door);
  await there.move({
    after: {
      ...{ registration, personId, courseId: 'c-1', providerId: 'u-1' as ProviderId, connectionId },
      ...{ externalCourseId: '42', state: 'confirmed', createdAt: at, deadlineAt: at, updatedAt: at },
      ...{ tries: 1, rev: 1 },
    },
  });
  await there.keepAccount({ connectionId, personId, account: 'sri.w', by: 'maya', at });
  const results = createResultStore({ ...door, digest: nodeDigest });
  const event: ResultEvent = {
    ...{
      providerId: 'u-1' as ProviderId,
      source: 'poll',
      eventId: 'r-1',
      receivedAt: at,
      sent: { text: '{"name":"Sri Wahyuni"}', contentType: 'application/json' },
    },
    about: { kind: 'registration', registration, moduleId: 'm1' },
    result: { kind: 'completion', completed: true, occurredAt: at } as ResultEvent['result'],
  };
  await results.take(event);
  const taken = await results.find(resultIdOf(nodeDigest, event));
  const place = { registration, moduleId: 'm1' };
  if (taken) await results.decide(taken, { state: 'placed', place, at });
  await createCertificateStore(door).add(someCertificate({ registration, personId }));
  await createCreditStore(door).append({
    ...{ kind: 'earned', entryId: 'e-1', personId, at, recordedAt: at, form: 'KL08', parts: [] },
    ...{ title: { id: 'Etika' }, source: { kind: 'external', learningId: 'e-1' }, stated: 0 },
    ...{ abroad: false, sameAs: 'e-1' },
  } as unknown as Entry);
  await transcribed(door);
  const obligations = createObligationsStore(door);
  const exception = {
    ...{ personId, obligationId: 'o-1', agencyId, kind: 'exempt', changedAt: at, rev: 0 },
    changedBy: { kind: 'person', id: 'maya', name: 'Maya' },
  } as const;
  await obligations.saveException({ ...exception, state: 'open', reason: 'Cuti besar' } as never);
  await obligations.saveException({ ...exception, state: 'undone', reason: 'Cuti besar', rev: 1 } as never);
  const log = createReadingLog({ ...door, digest: nodeDigest, sleep, random: Math.random });
  await log.append({
    ...{ at, office: 'platform', purpose: 'support', what: 'portal-as', reason: 'Laporan 17' },
    ...{ actor: { kind: 'person', personId: 'maya' as PersonId }, about: { kind: 'person', personId } },
  });
}

/** A year of which two editions were printed; the record for machines is the one of the latest. */
async function transcribed(door: { readonly dynamo: Dynamo; readonly table: string }): Promise<void> {
  const personId = sri as PersonId;
  const sums = { stated: 0, computed: 0, recognised: 0, held: 0, lines: 1 } as never as object;
  const at = '2026-01-04T00:00:00.000Z';
  await createCreditStore(door).saveYear({ personId, year: 2026, ...sums, asOf: at, rev: 0 } as never);
  const signer = hmacSigner(env.SIGNING_SECRET);
  const number = transcriptNumber({ signer, digest: nodeDigest }, { personId, year: 2026 });
  const transcripts = createTranscriptStore(door);
  for (const edition of [1, 2]) {
    const made = {
      ...{ number, edition, year: 2026, asOf: at, holderName: 'Sri Wahyuni', recognised: 0 },
      ...{ by: { kind: 'person', personId: 'maya' }, factsSha256: 'a', pdfSha256: 'b' },
    } as never;
    await transcripts.change(
      { number, personId, year: 2026, latest: edition, rev: edition - 1 },
      { edition: made },
    );
  }
}

const ratingsOf = ({ dynamo }: { readonly dynamo: Dynamo }) =>
  createRatingStore({ dynamo, table: names.lms });

const scormStoreOf = ({ dynamo, objects }: Pick<Awaited<ReturnType<typeof world>>, 'dynamo' | 'objects'>) =>
  createScormStore({
    ...{ dynamo, table: names.lms, bodies: objects },
    ...{ digest: nodeDigest, ids: systemIds },
  });

const poolListsOf = ({ dynamo }: Pick<Awaited<ReturnType<typeof world>>, 'dynamo'>) =>
  createPoolLists({ dynamo, table: names.lms });
const toolHealthOf = ({ dynamo }: Pick<Awaited<ReturnType<typeof world>>, 'dynamo'>) =>
  createToolHealthStore({ dynamo, table: names.lms });
const gradesOf = ({ dynamo }: Pick<Awaited<ReturnType<typeof world>>, 'dynamo'>) =>
  createGradeStore({ dynamo, table: names.lms });
const quizStoreOf = ({ dynamo, objects }: Pick<Awaited<ReturnType<typeof world>>, 'dynamo' | 'objects'>) =>
  createQuizStore({ dynamo, table: names.lms, bodies: objects, ids: systemIds });

async function filled() {
  const on = await world();
  const people = createPeopleStore({ dynamo: on.dynamo, table: names.lms });
  await people.add({
    personId: sri as never,
    name: 'Sri Wahyuni',
    email: 'sri@bkn.example',
    status: 'active',
    roles: ['learner'],
    home: { kind: 'agency', agencyId },
    employeeNumbers: [],
    sessionGeneration: 0,
    invitedAt: '2026-01-01T00:00:00.000Z',
    rev: 0,
  });
  await createEnrolmentStore({ dynamo: on.dynamo, table: names.lms }).move({
    after: {
      enrolmentId: 'e-1' as never,
      personId: sri as PersonId,
      courseId: 'c-1',
      version: 1,
      registration: registration as never,
      state: 'active',
      enrolledAt: '2026-01-02T00:00:00.000Z',
    },
  });
  await on.store([
    statement(1, sri, { context: { registration } }),
    statement(2, budi),
    statement(3, budi, { context: { instructor: account(sri) } }),
  ]);
  await on.store([statement(4, sri, { actor: { mbox: 'mailto:sri@bkn.example' } })]);
  await on.store([statement(5, sri, { result: { response: 'y'.repeat(80_000) } })]);
  await putDocument(
    { documents: on.records.documents, digest: nodeDigest, clock: systemClock },
    {
      address: {
        store: nationalStore,
        owner: { resource: 'state', activityId: 'https://a.example', agent: account(sri), registration },
        documentId: 'bookmark',
      },
      content: { contentType: 'application/json', bytes: new TextEncoder().encode('{"page":7}') },
    },
  );
  const reached = { completion: 'completed', success: 'passed', score: {} } as const;
  const scormRow = { registration, moduleId: 'm1', originHash: 'a'.repeat(32), rev: 0 };
  const savedAt = '2026-01-03T00:00:00.000Z';
  await scormStoreOf(on).save({
    whole: {
      ...{ ...scormRow, sessionId: 's', run: 1, sequence: 1, status: reached, standing: { I1: reached } },
      ...{ globalObjectives: {}, sharedData: { 'urn:d': 'note' }, preferences: {}, savedAt },
    },
    item: {
      ...{ ...scormRow, itemId: 'I1', place: { run: 1, visit: 1, sequence: 1, terminated: true } },
      ...{ attempt: 1, data: { ...untouchedData, suspendData: 'answer' }, reached, time: { seconds: 1 } },
      ...{ earlierSeconds: 0, savedAt },
    },
  });
  for (const sessionId of ['s1', 's2']) {
    await insightOf(on).noteSignals({ courseId: 'c-1', registration }, [
      { kind: 'launched', sessionId, part: 'a'.repeat(32), at: savedAt },
    ]);
  }
  const rated = { courseId: 'c-1' as CourseId, personId: sri as PersonId, ratingId: 'r-1' as RatingId };
  await ratingsOf(on).change({
    after: { ...rated, stars: 2, comment: 'Terlalu cepat', ratedAt: savedAt, changedAt: savedAt, rev: 1 },
  });
  await shared(on);
  await kept(on);
  const answer = { response: { kind: 'short-text', text: 'a reply' }, flagged: false, seconds: 3 } as const;
  await quizStoreOf(on).save({
    book: {
      ...{ registration, moduleId: 'm2', run: 1, failedTold: 0, rev: 0 },
      attempts: [{ originHash: 'b'.repeat(32), startedAt: savedAt }],
    },
    attempt: {
      ...{ registration, moduleId: 'm2', number: 1, originHash: 'b'.repeat(32), seed: 's', rev: 0 },
      ...{ questionIds: ['q1'], toldQuestions: 0, closed: false },
      answers: { q1: { ...answer, order: { run: 1, sequence: 1 }, at: savedAt } },
    },
  });
  await gradesOf(on).saveScore(
    {
      ...{
        courseId: 'c-1',
        clientId: 'tool' as LtiClientId,
        lineItemId: 'i-1',
        userId: 's-1',
        registration,
        rev: 0,
      },
      standing: {
        progress: { said: savedAt, activity: 'Completed', grading: 'FullyGraded' },
        settled: { said: savedAt, points: { given: 7, maximum: 10 }, comment: 'Bagus, Sri', at: savedAt },
      },
    },
    { isDeclared: true },
  );
  await poolListsOf(on).add({
    ...{ agencyId, quotaId: 'course.c-1.2026-01-01' as QuotaId, poolId: 'list' as PoolId },
    ...{ personId: sri as PersonId, state: 'listed', at: '2026-03-01T00:00:00.000Z', goneFrom: '2027-03-31' },
  });
  await toolHealthOf(on).keepWait({
    ...{ clientId: 'tool' as LtiClientId, personId: sri, courseId: 'c-1', partId: '1' },
    askedAt: '2126-01-03T00:00:00.000Z',
  });
  await on.consumer.caughtUp();
  return on;
}

const answerOf = (text: string) => ({ response: { kind: 'short-text', text } });

describe('privacy jobs on all stores', () => {
  it('P1: an export holds everything, place by place', async () => {
    const on = await filled();
    const enrolments = createEnrolmentStore({ dynamo: on.dynamo, table: names.lms });
    const given = {
      ...{ enrolmentId: 'e-9' as never, personId: sri as PersonId, courseId: 'c-9', version: 1 },
      ...{
        registration: '00000000-0000-4000-8000-000000000e99' as never,
        enrolledAt: '2026-01-01T00:00:00.000Z',
      },
    };
    const before = { ...given, state: 'active' } as const;
    await enrolments.move({ after: before });
    const after = { ...given, state: 'cancelled', cancelledAt: '2026-01-02T00:00:00.000Z' } as const;
    expect(await enrolments.move({ before, after })).toBe('done');
    const principal = { ...operator(sri), roles: ['learner' as const] };
    const { jobId } = await requestExport(on.request, { principal, personId: sri as PersonId });
    expect((await on.run()).failed).toEqual([]);
    const bytes = await on.objects.get(`person-exports/${jobId}/data.ndjson`);
    const lines = new TextDecoder()
      .decode(bytes)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown> & { place: string });
    expect(lines[0]?.places).toEqual([
      'identity',
      'enrolments',
      'registrations',
      'inbox',
      'saved',
      'provider-enrolments',
      'results',
      'duties',
      'certificates',
      'lesson-hours',
      'talent',
      'siasn',
      'data-requests',
      'transcripts',
      'readings',
      'learning-elsewhere',
      'scorm',
      'ratings',
      'disclosures',
      'linked-accounts',
      'weekly-plan',
      'index-facts',
      'official-index',
      'competence',
      'events',
      'evaluations',
      'recognitions',
      'nudges',
      'habits',
      'coaching',
      'communities',
      'community-board',
      'learning-paths',
      'quiz',
      'toolScores',
      'tool-waits',
      'seat-lists',
      'statements',
      'documents',
    ]);
    const of = (place: string) => lines.filter((line) => line.place === place);
    expect(of('identity')).toMatchObject([{ person: { name: 'Sri Wahyuni' } }]);
    expect(of('enrolments')).toMatchObject([
      { enrolment: { courseId: 'c-1' } },
      { enrolment: { courseId: 'c-9', state: 'cancelled' } },
    ]);
    expect(
      of('statements')
        .map((line) => (line.statement as { id: string }).id.slice(-1))
        .sort(),
    ).toEqual(['1', '3', '4', '5']);
    expect(of('scorm')).toMatchObject([
      { scormPackage: { sharedData: { 'urn:d': 'note' } } },
      { scormItem: { data: { suspendData: 'answer' } } },
    ]);
    expect(of('disclosures')).toMatchObject([{ disclosure: { subject: 's-1', attributes: { name: {} } } }]);
    expect(of('provider-enrolments')).toMatchObject([
      { providerEnrolment: { externalCourseId: '42' } },
      { confirmedAccount: { connectionId: 'k-1', account: 'sri.w' } },
    ]);
    expect(of('results')).toMatchObject([
      { providerResult: { result: { completed: true } }, sent: { text: '{"name":"Sri Wahyuni"}' } },
    ]);
    expect(of('certificates')).toMatchObject([{ certificate: { registration } }]);
    expect(of('lesson-hours')).toMatchObject([{ entry: { title: { id: 'Etika' } } }]);
    expect(of('transcripts')).toMatchObject([
      { transcript: { edition: 1, year: 2026 } },
      { transcript: { edition: 2, holderName: 'Sri Wahyuni' } },
    ]);
    expect(of('duties')).toMatchObject([
      { dutyException: { state: 'undone' } },
      { dutyException: { state: 'open', reason: 'Cuti besar' } },
    ]);
    expect(of('readings')).toMatchObject([{ reading: { office: 'platform', reason: 'Laporan 17' } }]);
    // Which officer it was is theirs.
    expect(JSON.stringify(['transcripts', 'duties', 'readings'].map(of))).not.toContain('maya');
    expect(of('ratings')).toMatchObject([{ rating: { stars: 2, comment: 'Terlalu cepat' } }]);
    expect(of('quiz')).toMatchObject([
      { quizBook: { run: 1 } },
      { quizAttempt: { answers: { q1: answerOf('a reply') } } },
    ]);
    expect(of('toolScores')).toMatchObject([{ toolScore: { settled: { comment: 'Bagus, Sri' } } }]);
    expect(of('tool-waits')).toMatchObject([{ toolWait: { clientId: 'tool', partId: '1' } }]);
    expect(of('seat-lists')).toMatchObject([
      { seatList: { quotaId: 'course.c-1.2026-01-01', state: 'listed' } },
    ]);
    expect(of('documents')).toMatchObject([{ documentId: 'bookmark', content: { page: 7 } }]);
    expect(of('end')).toMatchObject([{ counts: { statements: 4, documents: 1, identity: 1 } }]);
  });

  for (const mode of ['erase', 'pseudonymise'] as const) {
    it(`P2: ${mode}: counts first, then leaves nothing in record store and feed, and tells the agency`, async () => {
      const on = await filled();
      const before = await on.pull();
      expect(before.lines).toHaveLength(5);
      const { jobId } = await requestErasure(on.request, {
        principal: operator('o-1'),
        personId: sri as PersonId,
        mode,
        reason: 'Permintaan tertulis',
        legalBasis: 'request',
      });
      expect((await on.run()).failed).toEqual([]);
      const records = { statements: 3, mentions: 1, documents: 1, untold: 0 };
      const found = {
        ...records,
        sentResults: 1,
        scorm: 2,
        quiz: 1,
        toolScores: 1,
        toolWaits: 1,
        seatLists: 1,
        statistics: 2,
        ratings: 1,
      };
      expect(await on.jobs.find(jobId)).toMatchObject({ state: 'counted', found, trail: [agencyId] });
      expect((await on.pull()).lines).toEqual(before.lines);

      await confirmErasure(on.request, { principal: operator('o-2'), jobId });
      const job = await finished(on, jobId);
      const changes = mode === 'erase' ? { erased: 3, pseudonymised: 1 } : { erased: 0, pseudonymised: 4 };
      expect(job).toMatchObject({ state: 'done', done: { ...changes, documents: 1, lines: 4, told: 4 } });

      const told = (await on.pull(before.cursor)).lines.map((line) => JSON.parse(line) as { kind: string });
      expect(told.map(({ kind }) => kind)).toEqual(['erase', 'erase', 'erase', 'erase']);
      const kept = JSON.stringify(await scormStoreOf(on).listOf(registration));
      expect(kept).not.toMatch(/note|answer/);
      expect(kept).toContain('passed');
      expect(job.done).toMatchObject({ statistics: 2, sentResults: 1 });
      const results = createResultStore({ dynamo: on.dynamo, table: names.lms, digest: nodeDigest });
      const [said] = await results.versionsOfRegistration(registration);
      expect(said?.event.result).toMatchObject({ kind: 'completion', completed: true });
      expect(await results.readSent(said?.resultId ?? '')).toMatchObject({ state: 'erased' });
      expect((await insightOf(on).sampleSessions({ courseId: 'c-1', most: 100 })).rows).toEqual([]);
      expect(await ratingsOf(on).listOf(sri as PersonId)).toEqual([]);
      expect(await ratingsOf(on).count('c-1' as CourseId)).toEqual(noRatings);
      const attempts = await quizStoreOf(on).listOf(registration);
      expect(JSON.stringify(attempts)).not.toContain('a reply');
      expect(await gradesOf(on).listOfRegistration(registration)).toEqual([]);
      expect(await toolHealthOf(on).listWaitsOf(sri as PersonId)).toEqual([]);
      expect(await poolListsOf(on).ofPerson(sri as PersonId)).toEqual([]);
      expect(attempts).toMatchObject({ books: [{ attempts: [{}] }], attempts: [{ number: 1 }] });
      const all = (await on.pull()).lines.join('\n');
      expect(all).not.toMatch(new RegExp(`${sri}|sri@bkn|${registration}`));
      expect(all.includes('"scaled":0.01')).toBe(mode === 'pseudonymise');
      expect(all).toContain('"scaled":0.02');
      const lines = [...(await on.request.audit.list({ limit: 10 }))].reverse();
      expect(lines.map(({ action }) => action)).toEqual(['requested', 'counted', 'confirmed', 'done']);
      expect(JSON.stringify([lines, job])).not.toContain(sri);
      expect(brokenLines(nodeDigest, lines)).toEqual([]);

      // The stream tells everything again; the statement is sent again.
      await on.store([statement(1, sri, { context: { registration } })]);
      await on.consumer.caughtUp();
      expect((await on.pull()).lines.join('\n')).toBe(all);
    });
  }

  it('a retention rule ends what was kept long enough, everybody’s, but for what another rule keeps', async () => {
    const on = await filled();
    const organisations = createOrganisationStore({ dynamo: on.dynamo, table: names.lms });
    await organisations.addAgency({
      ...{ agencyId, name: 'Badan Contoh', kind: 'central' },
      createdAt: '2026-01-01T00:00:00.000Z',
    } as never);
    const verb = { id: 'http://adlnet.gov/expapi/verbs/experienced' };
    await on.store([statement(6, sri, { verb })]);
    await on.consumer.caughtUp();
    const rules: readonly RetentionRule[] = [
      {
        ...{ ruleId: 'keep', version: 1, validFrom: '2026-01-01', action: 'keep', basis: '' },
        verbs: ['http://adlnet.gov/expapi/verbs/completed'],
      },
      {
        ...{ ruleId: 'raw', version: 1, validFrom: '2026-01-01', months: 0, basis: '' },
        action: 'pseudonymise',
      },
    ];
    const key = { ruleId: 'raw', version: 1, agencyId };
    const proposal = { key, basis: 'Keputusan', validFrom: '2026-01-01', rules };
    await proposeRule(on.request, { principal: operator('o-1'), ...proposal });
    await confirmRule(on.request, { principal: operator('o-2'), key });
    const ahead = { now: () => new Date(Date.now() + 60_000) };
    await startRetention({ ...on, clock: ahead, rules });
    await runDueJobs({ ...on, clock: ahead }, { untilMs: ahead.now().getTime() + 60_000 });
    const looks = await on.jobs.list({ kind: 'retention', limit: 9 });
    expect(looks).toHaveLength(2);
    const look = looks.find(({ approval }) => approval);
    if (!look) throw new Error('nothing was looked for');
    expect(look).toMatchObject({ state: 'counted', found: { people: 1, looked: 1 } });
    await confirmErasure(on.request, { principal: operator('o-1'), jobId: look.jobId });
    await on.run();
    const [job] = await on.jobs.list({ kind: 'erasure', limit: 1 });
    const ended = await finished(on, job?.jobId ?? ('' as never));
    expect(ended).toMatchObject({
      state: 'done',
      done: { pseudonymised: 1, lines: 1, told: 1, documents: 0 },
    });
    const lines = (await on.pull()).lines.filter((line) => line.includes(sri));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.includes('verbs/completed'))).toBe(true);
  });
});

async function finished(on: Awaited<ReturnType<typeof world>>, jobId: PrivacyJob['jobId']) {
  for (let n = 0; n < 50; n += 1) {
    expect((await on.run()).failed).toEqual([]);
    const job = await on.jobs.find(jobId);
    if (job?.state === 'done' || job?.state === 'failed') return job;
  }
  throw new Error('the erasure does not end');
}
