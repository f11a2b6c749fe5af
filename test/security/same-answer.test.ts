import { randomUUID } from 'node:crypto';
import type { SessionId as CoachingSessionId, PairId } from '@sinau/collaboration';
import type { QuestionId as CommunityQuestionId } from '@sinau/collaboration/board';
import type { CommunityId, MeetingId } from '@sinau/collaboration/communities';
import {
  createCommunityBoardStore,
  createCommunityStore,
  createPairStore,
} from '@sinau/collaboration/dynamo';
import {
  answerSample,
  communitySample,
  meetingSample,
  memberSample,
  pairSample,
  questionSample,
  sessionSample,
} from '@sinau/collaboration/testing';
import { createStandardStore } from '@sinau/competency/dynamo';
import { createReportStore } from '@sinau/compliance/dynamo';
import type { ConnectionId } from '@sinau/connectors';
import { createConnectionStore } from '@sinau/connectors/dynamo';
import { sampleConnection } from '@sinau/connectors/testing';
import type { CertificateNumber } from '@sinau/credentials';
import { createCertificateStore } from '@sinau/credentials/dynamo';
import { someCertificate } from '@sinau/credentials/testing';
import { createDispatchStore } from '@sinau/dispatch/dynamo';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { createInvitationStore } from '@sinau/enrolment/dynamo';
import { courseEvaluationId } from '@sinau/evaluation';
import { createEvaluationStore } from '@sinau/evaluation/dynamo';
import { evaluationOf } from '@sinau/evaluation/testing';
import { requestExport } from '@sinau/exports';
import { createDailyFileStore, createExportJobStore } from '@sinau/exports/dynamo';
import type { LearningId } from '@sinau/external-learning';
import { createLearningStore } from '@sinau/external-learning/dynamo';
import { seminar } from '@sinau/external-learning/testing';
import { grantableScopes, type UnitId } from '@sinau/identity';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, Tenant } from '@sinau/kernel';
import type { ForeignPlatformId } from '@sinau/lti-tool';
import { createForeignPlatformStore } from '@sinau/lti-tool/dynamo';
import { samplePlatform } from '@sinau/lti-tool/testing';
import type { ObligationId } from '@sinau/obligations';
import { createObligationsStore } from '@sinau/obligations/dynamo';
import { nodeDigest } from '@sinau/platform/crypto';
import type { RouteDeclaration } from '@sinau/platform/http';
import type { DataRequestId } from '@sinau/privacy';
import { createDataRequestStore } from '@sinau/privacy/dynamo';
import type { CohortId, EventId, PathId } from '@sinau/programmes';
import { createCohortStore, createEventStore, createPathStore } from '@sinau/programmes/dynamo';
import { cohortOf, eventOf, pathOf } from '@sinau/programmes/testing';
import { agencyOwner } from '@sinau/push';
import { createPushStore } from '@sinau/push/dynamo';
import { sampleSubscription } from '@sinau/push/testing';
import { createQuiz, newQuizSchema } from '@sinau/questions';
import { createBankStore, createQuizStore } from '@sinau/questions/dynamo';
import { sampleQuestion } from '@sinau/questions/testing';
import type { RecognitionId } from '@sinau/recognition';
import { createPriorityStore, createRecognitionStore } from '@sinau/recognition/dynamo';
import type { PrioritySeatId } from '@sinau/recognition/priority';
import { recognitionOf } from '@sinau/recognition/testing';
import { type ImportId, listNames } from '@sinau/staffing';
import { createImportStore } from '@sinau/staffing/dynamo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { names } from '../../functions/dev-server/services.ts';
import { caseNaming } from '../../functions/shared/case-naming.ts';
import { createEnrolmentStore } from '../../functions/shared/enrolment-store.ts';
import { startWorld, type World } from './world/start-world.ts';
import { origin, system } from './world/system.ts';

const foreignDay = '2026-03-01';
let world: World;
let foreignClientId: string;
let foreignSubscriptionId: string;
let foreignExportId: string;
let foreignReportId: string;
let foreignStatementId: string;
let foreignEnrolment: string;
let foreignInvitationId: string;
let foreignQuestionId: string;
let foreignQuizId: string;
let foreignDispatchId: string;
let foreignConnectionId: string;
let foreignPlatformId: string;
let foreignUnitId: string;
let foreignListId: string;
let foreignEventId: string;
let foreignPathId: string;
let foreignRequestId: string;
let foreignLearningId: string;
let foreignEvaluationId: string;
const foreignSeatId = randomUUID() as PrioritySeatId;
const foreignRecognitionId = `n-${randomUUID()}` as RecognitionId;
let foreignPairId: string;
const foreignCertificate = 'SINAU-1111-2222-3333' as CertificateNumber;
let provider: Record<string, string>;
/** Of both tenants of the one side, with every scope that such a client may have. */
let clients: readonly { readonly tenant: Tenant; readonly headers: Record<string, string> }[];

beforeAll(async () => {
  world = await startWorld();
  const { agencyA, agencyB, providerA } = world.tenants;
  foreignClientId = (await world.client(agencyB, 'records/read')).client.client.clientId;
  foreignQuestionId = await questionOf(world.tenants.providerB);
  if (agencyB.kind === 'agency') {
    const subscription = sampleSubscription({ ownerId: agencyOwner(agencyB.agencyId) });
    await createPushStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).create(subscription);
    foreignSubscriptionId = subscription.subscriptionId;
    foreignExportId = await exportOf(agencyB);
    foreignReportId = await reportOf(agencyB.agencyId);
    foreignRequestId = await requestOf(agencyB);
    await askToEnrol(agencyB);
    await organise(agencyB);
    await learnElsewhere(agencyB);
    await describeSomething(agencyB.agencyId);
    await evaluate(agencyB);
    await recognise(agencyB);
    await coach(agencyB);
  }
  await certificateOf(agencyB);
  foreignStatementId = await statementOfForeignLearner();
  clients = await Promise.all(
    [providerA, agencyA].map(async (tenant) => {
      const { headers } = await world.client(tenant, ...grantableScopes(tenant));
      return { tenant, headers };
    }),
  );
  provider = clients[0]?.headers ?? {};
  foreignQuizId = await quizOf(world.tenants.providerB);
  foreignPlatformId = await platformOf(world.tenants.providerB);
  foreignDispatchId = await dispatchOf(world.tenants.providerB);
  foreignConnectionId = await connectionOf(world.tenants.providerB);
});
afterAll(() => world.close());

/** A request of the other agency's learner, and an invitation of the other provider. */
async function askToEnrol({ agencyId }: Extract<Tenant, { readonly kind: 'agency' }>): Promise<void> {
  const stores = { dynamo: world.parts.dynamo, table: names.lmsTable };
  const { courseId } = world.foreignCourse;
  const { personId } = world.people['foreign-learner'];
  const at = '2026-03-02T01:00:00.000Z';
  foreignEnrolment = randomUUID();
  foreignInvitationId = randomUUID();
  await createEnrolmentStore(stores).move({
    after: {
      ...{ enrolmentId: randomUUID() as EnrolmentId, registration: foreignEnrolment as Registration },
      ...{ personId, courseId, version: 1, agencyId, state: 'requested', enrolledAt: at, requestedAt: at },
      assignment: { by: personId, as: 'agency', agencyId, at },
    },
  });
  const { providerB } = world.tenants;
  if (providerB.kind !== 'provider') throw new Error('providers are providers');
  await createInvitationStore(stores).add({
    ...{ invitationId: foreignInvitationId, courseId, inviter: providerB, label: 'X', maxUses: 9, uses: 0 },
    ...{ expiresAt: '2099-01-01T00:00:00.000Z', createdAt: at, createdBy: personId },
  });
}

/** A technical competency of the other agency. */
async function describeSomething(agencyId: AgencyId): Promise<void> {
  await createStandardStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).saveTechnical({
    ...{ agencyId, code: 'X.01', state: 'active', updatedAt: '2026-03-02T01:00:00.000Z', rev: 0 },
    editions: [{ from: '2026-01-01', name: 'Lain', field: 'Lain', levels: [], verified: false }],
  });
}

/** A report of the other agency's learner that waits. */
async function learnElsewhere({ agencyId }: Extract<Tenant, { readonly kind: 'agency' }>): Promise<void> {
  const at = '2026-03-02T01:00:00.000Z';
  foreignLearningId = randomUUID();
  const stores = { dynamo: world.parts.dynamo, table: names.lmsTable, digest: system.digest };
  await createLearningStore(stores).take({
    after: {
      ...{ learningId: foreignLearningId as LearningId, personId: world.people['foreign-learner'].personId },
      ...{ agencyId, way: 'attended', state: 'reported', stage: 'report', details: seminar, evidence: [] },
      ...{ createdAt: at, waitingSince: at, lines: 0, rev: 0 },
    },
  });
}

/** What the other agency's learner is recognised for. */
async function recognise({ agencyId }: Extract<Tenant, { readonly kind: 'agency' }>): Promise<void> {
  const { personId } = world.people['foreign-learner'];
  const after = recognitionOf({ personId, agencyId, recognitionId: foreignRecognitionId });
  const stores = { dynamo: world.parts.dynamo, table: names.lmsTable };
  await createRecognitionStore(stores).step({ after });
  await createPriorityStore(stores).grant({
    ...{ personId, agencyId, seatId: foreignSeatId, year: 2026, ground: 'loyalty', state: 'granted' },
    ...{ minutes: { number: 'BA-1', on: '2026-01-02' }, validUntil: '2099-12-31', rev: 0 },
    ...{ createdAt: '2026-01-03T01:00:00.000Z', steps: [] },
  });
}

/** Whom the other agency's learner is coached by and an hour of theirs, and a community of theirs with a meeting, all by one id. */
async function coach({ agencyId }: Extract<Tenant, { readonly kind: 'agency' }>): Promise<void> {
  const { personId } = world.people['foreign-learner'];
  foreignPairId = randomUUID();
  const guide = { personId: randomUUID() as PersonId, agencyId };
  const pairId = foreignPairId as PairId;
  const pairs = createPairStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  await pairs.step(undefined, pairSample({ pairId, guide, learner: { personId, agencyId } }));
  const of = { pairId, sessionId: foreignPairId as CoachingSessionId, guide: guide.personId };
  await pairs.stepSession(undefined, sessionSample({ ...of, learner: personId }));
  const communities = createCommunityStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  const communityId = foreignPairId as CommunityId;
  await communities.found(
    communitySample({ communityId, agencyId }),
    memberSample({ communityId, agencyId, personId }),
  );
  await communities.saveMeeting(meetingSample({ communityId, meetingId: foreignPairId as MeetingId }));
  const board = createCommunityBoardStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  const questionId = foreignQuestionId as string as CommunityQuestionId;
  await board.change({
    question: questionSample({ communityId, questionId, askedBy: personId, answers: 1 }),
    answer: answerSample({ communityId, questionId, answeredBy: personId }),
  });
}

/** What the other agency's learner and their supervisor are asked. */
async function evaluate({ agencyId }: Extract<Tenant, { readonly kind: 'agency' }>): Promise<void> {
  const { personId } = world.people['foreign-learner'];
  const at = new Date().toISOString();
  const evaluation = evaluationOf({
    ...{ personId, agencyId, evaluationId: courseEvaluationId(randomUUID()), completedAt: at },
    asked: { at, supervisorId: personId },
  });
  foreignEvaluationId = evaluation.evaluationId;
  await createEvaluationStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).step(
    undefined,
    evaluation,
  );
}

/** A unit of the other agency, and a list of its people on its way. */
async function organise({ agencyId }: Extract<Tenant, { readonly kind: 'agency' }>): Promise<void> {
  const stores = { dynamo: world.parts.dynamo, table: names.lmsTable };
  const at = '2026-03-02T01:00:00.000Z';
  [foreignUnitId, foreignListId] = [randomUUID(), randomUUID()];
  foreignEventId = randomUUID();
  foreignPathId = randomUUID();
  const unit = { agencyId, unitId: foreignUnitId as UnitId, name: 'Biro Umum', createdAt: at };
  const organisations = createOrganisationStore(stores);
  const { rev } = await organisations.readTree(agencyId);
  await organisations.putUnit({ ...unit, validFrom: '2026-03-02', past: [] }, rev);
  await createObligationsStore(stores).create({
    ...{ obligationId: foreignListId as ObligationId, agencyId, title: 'X', courseIds: [], audience: {} },
    ...{
      due: { kind: 'once', on: '2099-01-01' },
      edition: 1,
      state: 'active',
      createdAt: at,
      changedAt: at,
      rev: 1,
    },
    ...{
      createdBy: { kind: 'client', id: 'c', name: 'X' },
      changedBy: { kind: 'client', id: 'c', name: 'X' },
    },
  });
  const owner = { kind: 'agency', agencyId } as const;
  await createEventStore(stores).save(eventOf({ eventId: foreignEventId as EventId, owner }));
  const path = pathOf({ pathId: foreignPathId as PathId, owner, state: 'published', version: 1 });
  await createPathStore(stores).save({ ...path, current: path.draft });
  await createCohortStore(stores).save(cohortOf({ cohortId: foreignPathId as CohortId, agencyId }));
  const none = { created: 0, changed: 0, skipped: 0, refused: 0 };
  for (const list of listNames) {
    await createImportStore({ ...stores, list }).create(
      {
        ...{ importId: foreignListId as ImportId, agencyId, name: 'X', state: 'checked', pass: 'trial' },
        ...{ heads: [], mapping: {}, rows: 0, cursor: 0, trial: none, run: none, tries: 0, rev: 1 },
        ...{ createdAt: at, touchedAt: at, createdBy: { kind: 'client', id: 'c', name: 'X' } },
      },
      { heads: [], rows: [] },
    );
  }
}

/** Of the other agency's learner. */
async function certificateOf(tenant: Tenant): Promise<void> {
  if (tenant.kind !== 'agency') throw new Error('agencies are agencies');
  const { personId } = world.people['foreign-learner'];
  const of = { number: foreignCertificate, personId, agencyId: tenant.agencyId };
  const store = createCertificateStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  await store.add(someCertificate(of));
}

/** In the bank of the other provider. */
async function questionOf(tenant: Tenant): Promise<string> {
  if (tenant.kind !== 'provider') throw new Error('providers are providers');
  const { providerId } = tenant;
  const question = sampleQuestion({ providerId });
  await createBankStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).add(providerId, [question]);
  return question.question.questionId;
}

/** Of the other provider. */
async function quizOf(tenant: Tenant): Promise<string> {
  const principal = {
    kind: 'client',
    clientId: 'c',
    name: 'C',
    tenant,
    scopes: ['questions/write'],
  } as const;
  const quizzes = createQuizStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  const request = newQuizSchema.parse({ title: 'Kuis lain' });
  return (await createQuiz({ ...system, quizzes }, { principal, request })).quizId;
}

/** A learning system that opens courses of the other provider. */
async function platformOf(owner: Tenant): Promise<string> {
  const platform = samplePlatform({ platformId: randomUUID() as ForeignPlatformId, owner });
  await createForeignPlatformStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).add(platform);
  return platform.platformId;
}

/** Of the other provider's course. */
async function dispatchOf(tenant: Tenant): Promise<string> {
  if (tenant.kind !== 'provider') throw new Error('providers are providers');
  const dispatchId = randomUUID();
  await createDispatchStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).add({
    ...{ dispatchId, courseId: world.foreignCourse.courseId, providerId: tenant.providerId, name: 'X' },
    ...{ notes: '', enabled: true, keyVersion: 1, started: 0, finished: 0, rev: 1 },
    createdAt: '2026-03-02T01:00:00.000Z',
  });
  return dispatchId;
}

/** Of the other provider. */
async function connectionOf(tenant: Tenant): Promise<string> {
  if (tenant.kind !== 'provider') throw new Error('providers are providers');
  const connectionId = randomUUID() as ConnectionId;
  const { providerId } = tenant;
  const connections = createConnectionStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  await connections.create(sampleConnection({ connectionId, providerId }));
  return connectionId;
}

/** As the platform stores it, about somebody of the other agency. */
async function statementOfForeignLearner(): Promise<string> {
  const about = (await (await world.ask('/xapi/about')).json()) as { extensions: object };
  const homePage = new URL(Object.keys(about.extensions)[0] ?? '').origin;
  const { headers } = await world.client(world.tenants.platform, 'statements/write');
  const id = randomUUID();
  const statement = {
    id,
    actor: { account: { homePage, name: world.people['foreign-learner'].personId } },
    verb: { id: 'https://contoh.example/membaca' },
    object: { id: 'https://contoh.example/modul/1' },
  };
  const stored = await world.ask('/xapi/statements', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' },
    body: JSON.stringify(statement),
  });
  expect(stored.status).toBe(200);
  return id;
}

/** An export that waits, and a file of a day. */
/** What somebody of the agency asks about their data. */
async function requestOf({ agencyId }: Extract<Tenant, { kind: 'agency' }>): Promise<string> {
  const { personId } = world.people['foreign-learner'];
  const requestId = randomUUID() as DataRequestId;
  await createDataRequestStore({
    ...{ dynamo: world.parts.dynamo, table: names.lmsTable, digest: nodeDigest },
  }).save({
    ...{ requestId, personId, agencyId, subject: 'hash', kind: 'correction', text: 'Zona', field: 'zone' },
    ...{ openedAt: new Date().toISOString(), dueAt: new Date().toISOString(), state: 'open', rev: 0 },
  });
  return requestId;
}

async function exportOf(tenant: Extract<Tenant, { readonly kind: 'agency' }>): Promise<string> {
  const stores = { dynamo: world.parts.dynamo, table: names.lmsTable };
  const stored = (key: string) => ({ key, bytes: 1, sha256: 'a' });
  await createDailyFileStore(stores).putFiles([
    {
      ...{ agencyId: tenant.agencyId, date: foreignDay, lane: 0, from: 1, to: 1, rows: 1 },
      files: { ndjson: stored('n'), parquet: stored('p') },
    },
  ]);
  const job = await requestExport(
    {
      ...system,
      exports: createExportJobStore(stores),
      selection: { open: async () => ({ select: async (lines) => lines }) },
      queue: { send: async () => undefined },
    },
    {
      principal: { kind: 'client', clientId: 'c', name: 'C', tenant, scopes: ['records/read'] },
      request: { format: 'csv', filter: {} },
    },
  );
  return job.exportId;
}

/** A report that another agency has asked for. */
async function reportOf(agencyId: AgencyId): Promise<string> {
  const reportId = '20260302010000000-foreign-report';
  const at = '2026-03-02T01:00:00.000Z';
  await createReportStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).create({
    ...{ reportId, agencyId, kind: 'jp', format: 'csv', year: 2026, locale: 'id', state: 'waiting' },
    ...{ requestedBy: { personId: 'x' as PersonId, name: 'X' }, rows: 0, files: [], tries: 0 },
    ...{ createdAt: at, updatedAt: at, rev: 1 },
  });
  return reportId;
}

/** A published course is for everyone, and files are; the id of a fetch URL is itself the permission. */
const notOwned = new Set([
  // An agency decides about every provider; which there are is no secret.
  'GET /agency/sharing/:providerId',
  'POST /agency/sharing/:providerId/permit',
  'POST /agency/sharing/:providerId/stop',
  'GET /agency/courses/:courseId/invitations',
  'POST /agency/courses/:courseId/invitations',
  'GET /agency/courses/:courseId/invitations/:invitationId/revoke',
  'POST /agency/courses/:courseId/invitations/:invitationId/revoke',
  'GET /assets/:file',
  // What the door of identity providers says of itself.
  'GET /scim/v2/ResourceTypes/:name',
  'GET /scim/v2/Schemas/:name',
  'GET /courses/:courseId',
  'GET /courses/:courseId/cancel',
  'POST /courses/:courseId/enrol',
  'POST /courses/:courseId/provider-retry',
  'POST /courses/:courseId/rating',
  'POST /courses/:courseId/save',
  'POST /launch/fetch/:id',
]);

const owned = () =>
  world.routes.filter(({ method, path }) => /:\w/.test(path) && !notOwned.has(`${method} ${path}`));

/** What stands where in an address; ids that belong to another provider, agency or learner. */
function foreignIds(): Readonly<Record<string, string>> {
  const { courseId, jobId } = world.foreignCourse;
  const clientId = foreignClientId;
  const { personId } = world.people['foreign-learner'];
  const { agencyB } = world.tenants;
  const agencyId = agencyB.kind === 'agency' ? agencyB.agencyId : '';
  return {
    ...{ courseId, jobId, importId: jobId, uploadId: jobId, clientId, personId, agencyId },
    // The dictionary of the other agency, as CASE names it.
    sourcedId: caseNaming({ digest: system.digest, origin }).idOf(`agency:${agencyId}`),
    // Tables of a connection are looked for behind it.
    ...{ kind: 'results', tableId: randomUUID() },
    // What is changed of a dictionary, a standard or a plan that is not there is shown in its list.
    ...{ code: 'TIDAK-ADA', post: randomUUID(), itemId: randomUUID() },
    ...{ serviceId: randomUUID(), surveyId: '2026-11-01', promiseId: randomUUID() },
    ...{ forumId: randomUUID(), commitmentId: randomUUID() },
    ...{ signalId: 'competency:M1', noteId: randomUUID() },
    ...{ providerId: randomUUID(), agreementId: randomUUID() },
    ...{ partId: '1', number: '1', version: '1', year: '2026', subscriptionId: foreignSubscriptionId },
    statementId: foreignStatementId,
    dispatchId: foreignDispatchId,
    platformId: foreignPlatformId,
    letterId: '2026-03-01T00:00:00.000Z.1',
    connectionId: foreignConnectionId,
    about: foreignEnrolment,
    topic: 'conversion:KL99',
    ...{ learningId: foreignLearningId, evidenceId: randomUUID() },
    ...{ certificate: foreignCertificate, list: '9999', edition: '9' },
    orderId: randomUUID(),
    ...{ lineId: randomUUID() },
    ...{ runId: randomUUID(), externalId: '42', batchId: randomUUID() },
    resultId: randomUUID(),
    requestId: foreignRequestId,
    ...{ pathId: foreignPathId, stepId: 'a1', cohortId: foreignPathId },
    evaluationId: foreignEvaluationId,
    recognitionId: foreignRecognitionId,
    pledgeId: randomUUID(),
    ...{ pairId: foreignPairId, communityId: foreignPairId, meetingId: foreignPairId },
    seatId: foreignSeatId,
    ...{ materialId: randomUUID(), answerId: 'a1' },
    ...{ eventId: foreignEventId, calendar: `${randomUUID()}.ics` },
    ...{ unitId: foreignUnitId, listId: foreignListId, obligationId: foreignListId, change: '0' },
    ...{
      sectionId: randomUUID(),
      moduleId: randomUUID(),
      questionId: foreignQuestionId,
      quizId: foreignQuizId,
    },
    ...{ quotaId: 'provider.elsewhere.2026-01-01', poolId: randomUUID() },
    bookingId: randomUUID(),
    ...{ decreeId: randomUUID(), ruleId: randomUUID(), use: 'mapping' },
    ...{ enrolment: foreignEnrolment, invitationId: foreignInvitationId },
    ...{ reportId: foreignReportId, exportId: foreignExportId, date: foreignDay, format: 'parquet' },
    // Tools of LTI come with tokens of their own.
    ...{ contextId: courseId, lineItemId: randomUUID() },
    // Launches of guests are the platform's own: nobody else gets as far as an id.
    ...{ registration: randomUUID(), sessionId: foreignPairId, auIndex: '0' },
  };
}

/** Somebody of provider or agency A whom the route lets in. */
interface Asker {
  readonly name: string;
  headers(): Promise<Record<string, string>>;
}

const rolesOfTenants = [
  'learner',
  'supervisor',
  'agency-admin',
  'provider-author',
  'authorised-official',
  'appointing-official',
] as const;

/** Everybody of the one side who gets as far as the things behind a route; whoever has no more than an address where nobody does. */
function askersOf({ app, access, owner }: RouteDeclaration): readonly Asker[] {
  if (app === 'portal') {
    const named = rolesOfTenants.filter(
      (role) => access.includes(`role:${role}`) || access.includes('person'),
    );
    const asking = named.length > 0 ? named : (['learner'] as const);
    return asking.map((name) => ({ name, headers: () => world.signedIn(name) }));
  }
  const admitted = clients.filter(
    ({ tenant }) =>
      (owner === undefined || owner === tenant.kind) &&
      grantableScopes(tenant).some((scope) => access.includes(`scope:${scope}`)),
  );
  return (admitted.length > 0 ? admitted : clients).map(({ tenant, headers }) => ({
    name: `client of ${tenant.kind}`,
    headers: async () => headers,
  }));
}

async function call(route: RouteDeclaration, asker: Asker, ids: Readonly<Record<string, string>>) {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`${route.path}: say in foreignIds what ":${name}" is`);
    return id;
  });
  const seen = route.method === 'DELETE' && path.startsWith('/api/quizzes/') ? `${path}?rev=1` : path;
  const response = await world.ask(seen, requestFor(route, await asker.headers()));
  const text = await response.text();
  const answer = `${response.status} ${response.headers.get('location') ?? ''} ${text}`;
  // An answer may repeat the id that was asked for, and has an id of its own.
  const own = response.headers.get('x-request-id') ?? randomUUID();
  const told = Object.values(ids).filter((id) => id.length > 8);
  return [own, ...told].reduce((rest, id) => rest.replaceAll(id, '*'), answer);
}

function requestFor({ app, method, path }: RouteDeclaration, known: Record<string, string>): RequestInit {
  const isRead = method === 'GET';
  if (app !== 'portal') {
    const sent = sentTo(path);
    const body = isRead ? {} : { body: JSON.stringify(sent) };
    return { method, headers: { ...known, 'content-type': 'application/json' }, ...body };
  }
  const headers = { accept: 'text/html', origin, ...known };
  const form = new URLSearchParams({
    ...{ titleId: 'Judul', titleEn: '', descriptionId: '', descriptionEn: '', jp: '4', version: '1' },
  });
  const others = /approvals/.test(path)
    ? { decision: 'approve' }
    : path.endsWith('/parts')
      ? { numbers: '1' }
      : path.includes('/lms')
        ? { step: 'off' }
        : /dispatch/.test(path) && { name: 'X', notes: '', capacity: '', expiresOn: '' };
  const body = others ? new URLSearchParams(others) : form;
  return {
    method,
    headers,
    ...(!isRead && /publish|review|approvals|parts|dispatch|lms/.test(path) && { body }),
  };
}

function sentTo(path: string): object {
  if (path.startsWith('/scim/')) return provisioned;
  if (path.endsWith('/parts')) return { partNumbers: [1] };
  if (path.endsWith('/:quizId')) return { title: 'Kuis', rev: 1 };
  if (path.endsWith('/placements')) return { rev: 1, courseId: world.course.courseId };
  if (path.endsWith('/start')) return { key: 'x', learner: 'a'.repeat(64) };
  if (path.endsWith('/dispatches')) return { name: 'X' };
  if (path.endsWith('/:dispatchId')) return { enabled: false };
  if (path.endsWith('/:platformId')) return { status: 'off' };
  if (path.endsWith('/:questionId')) return { question: questionContent, rev: 1 };
  return path.startsWith('/api/questions') ? {} : { jp: '4' };
}

/** As PUT and as PATCH. */
const provisioned = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  ...{ userName: 'lain@contoh.example', displayName: 'Orang lain', active: false },
  Operations: [{ op: 'replace', path: 'active', value: false }],
};

const questionContent = {
  ...{ kind: 'short-text', title: 'Soal', prompt: 'Sebutkan', points: 1, caseSensitive: false },
  answers: [{ text: 'x', share: 1 }],
};

describe('things of others', () => {
  it('C2: are answered like things that are not there, at every address with an id, to whoever is let in', async () => {
    expect(owned().length).toBeGreaterThan(20);
    const before = await world.rows();
    const ids = foreignIds();
    const absent = Object.fromEntries(
      Object.entries(ids).map(([name, id]) => [name, id.length > 8 ? randomUUID() : id]),
    );
    const differing: string[] = [];
    for (const route of owned()) {
      for (const asker of askersOf(route)) {
        const [foreign, nothing] = [await call(route, asker, ids), await call(route, asker, absent)];
        if (foreign !== nothing) {
          const who = `${route.method} ${route.path} as ${asker.name}`;
          differing.push(`${who}: ${foreign.slice(0, 90)} | ${nothing.slice(0, 90)}`);
        }
      }
    }
    expect(differing).toEqual([]);
    expect(await world.rows()).toEqual(before);
  });

  it('C2: an administrator revokes no invitation of a provider', async () => {
    const before = await world.rows();
    const path = `/agency/courses/${world.foreignCourse.courseId}/invitations/${foreignInvitationId}/revoke`;
    const headers = { accept: 'text/html', origin, ...(await world.signedIn('agency-admin')) };
    expect((await world.ask(path, { method: 'POST', headers })).status).toBe(404);
    expect(await world.rows()).toEqual(before);
  });

  it('C2: one’s own are found at the same addresses', async () => {
    const { courseId, jobId } = world.course;
    for (const path of [`/api/courses/${courseId}`, `/api/imports/${jobId}`]) {
      expect((await world.ask(path, { headers: provider })).status, path).toBe(200);
    }
    const author = await world.signedIn('provider-author');
    for (const path of [`/studio/courses/${courseId}`, `/studio/imports/${jobId}`]) {
      expect((await world.ask(path, { headers: author })).status, path).toBe(200);
    }
  });

  it('C2: lists hold one’s own and nothing of others', async () => {
    const author = await world.signedIn('provider-author');
    const admin = await world.signedIn('agency-admin');
    const { headers: pull } = await world.client(world.tenants.agencyA, 'statements/read');
    const { headers: provisioner } = await world.client(world.tenants.agencyA, 'people/provision');
    const foreign = [
      world.foreignCourse.courseId,
      world.foreignCourse.jobId,
      foreignClientId,
      foreignSubscriptionId,
      foreignQuestionId,
      foreignQuizId,
      world.people['foreign-learner'].personId,
      'Orang foreign-',
    ];
    for (const [path, headers] of [
      ['/api/courses', provider],
      ['/api/imports', provider],
      ['/api/questions', provider],
      ['/api/quizzes', provider],
      ['/studio', author],
      ['/agency', admin],
      ['/agency/people', admin],
      ['/agency/learning', admin],
      ['/agency/clients', admin],
      ['/agency/pull', admin],
      ['/agency/push', admin],
      ['/agency/approvals', admin],
      ['/agency/assignments', admin],
      ['/scim/v2/Users', provisioner],
      ['/scim/v2/Groups', provisioner],
      ['/xapi/statements', { ...pull, 'x-experience-api-version': '1.0.3' }],
    ] as const) {
      const response = await world.ask(path, { headers });
      const text = await response.text();
      expect(response.status, path).toBe(200);
      for (const one of foreign) expect(text, path).not.toContain(one);
    }
  });
});
