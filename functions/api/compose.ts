import { setTimeout as sleep } from 'node:timers/promises';
import { importMessageSchema } from '@sinau/catalogue';
import { createContentRoom, createExportRoom, createUploadRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore, createRatingStore } from '@sinau/catalogue/dynamo';
import { createInvitationStore, createQuotaStore } from '@sinau/enrolment/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { createInsightStore } from '@sinau/insight/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createIdempotencyStore } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createClientCredentials } from '../shared/client-credentials.ts';
import { competencyLater } from '../shared/competency-later.ts';
import { activityBaseOf } from '../shared/delivery-addresses.ts';
import { createDeliveryParts } from '../shared/delivery-parts.ts';
import { createDispatchCourses } from '../shared/dispatch-parts.ts';
import { createDoorLimiter } from '../shared/door-limits.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { hourDesks } from '../shared/hour-desks.ts';
import { later, once } from '../shared/later.ts';
import type { Lrs } from '../shared/open-lrs.ts';
import type { Parts } from '../shared/parts.ts';
import { createReadingNotes } from '../shared/readings.ts';
import { writersLater } from '../shared/writers-later.ts';
import type { ApiDeps } from './deps.ts';
import type { envSchema } from './env.ts';

const system = { digest: nodeDigest, clock: systemClock, ids: systemIds };

/** The door on its stores, in AWS and on one machine alike. */
export function composeApi(given: {
  readonly parts: Parts;
  /** Few requests need the record store: it is opened when one does. */
  readonly lrs: () => Promise<Lrs>;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
  /** Loaded when a package for another learning system is asked for. */
  readonly readStubs: ApiDeps['readStubs'];
}): ApiDeps {
  const { parts, lrs, env, log, readStubs } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const courses = createCourseStore(stores);
  const people = createPeopleStore(stores);
  const signer = hmacSigner(env.SIGNING_SECRET);
  const search = later(async () =>
    (await import('../shared/search-parts.ts')).createCatalogueSearch({ parts, env, log }),
  );
  return {
    credentials: createClientCredentials({ ...stores, signer }),
    readings: createReadingNotes({ parts, env }),
    rateLimiter: createDoorLimiter({
      ...{ ...stores, door: 'api', log },
      clientPerSecond: env.API_CLIENT_REQUESTS_PER_SECOND,
    }),
    delivery: createDeliveryParts({ parts, env, writers: writersLater(lrs, env.ISSUER_URL) }),
    trialStatements: async (registration) =>
      (await import('../shared/trial-statements.ts')).statementsOfTrial(await lrs(), registration),
    courses,
    ratings: createRatingStore(stores),
    push: async () =>
      (await import('../shared/push-parts.ts')).createPushParts({ parts, records: await lrs(), env }),
    catalogueSync: async () => (await import('../shared/sync-parts.ts')).openSyncDoor({ parts, env }),
    connectors: async () =>
      (await import('../shared/connection-parts.ts')).createConnectionParts({ parts, env }),
    results: async () => (await import('../shared/result-door.ts')).createResultDoor({ parts, env }),
    ...listDesks({ parts, env }),
    dispatches: later(async () => (await import('@sinau/dispatch/dynamo')).createDispatchStore(stores)),
    dispatchCourses: createDispatchCourses({ courses }),
    readStubs,
    launchLog: later(async () => (await import('@sinau/delivery/dynamo')).createLaunchLog(stores)),
    insight: insightLater({ dynamo: parts.dynamo, table: env.LRS_TABLE, digest: nodeDigest }),
    enrolments: createEnrolmentStore(stores),
    quotas: createQuotaStore(stores),
    ...hourDesks(stores),
    ...learningDesks({ parts, env }),
    invitations: createInvitationStore(stores),
    portalOrigin: env.PORTAL_ORIGIN,
    bank: later(async () => (await import('@sinau/questions/dynamo')).createBankStore(stores)),
    quizzes: later(async () => (await import('@sinau/questions/dynamo')).createQuizStore(stores)),
    ...{ people, signer },
    organisations: createOrganisationStore(stores),
    ...agreementStores(stores),
    search,
    ...ltiLater({ parts, env, search, log }),
    jobs: createImportJobStore(stores),
    content: createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) }),
    activityBase: activityBaseOf(env.ISSUER_URL),
    uploads: createUploadRoom({ uploads: parts.objects(env.UPLOAD_BUCKET) }),
    exportRoom: createExportRoom({
      content: parts.objects(env.CONTENT_BUCKET),
      uploads: parts.objects(env.UPLOAD_BUCKET),
    }),
    queue: parts.queue(env.IMPORT_QUEUE_URL, importMessageSchema),
    idempotency: createIdempotencyStore(stores),
    ...system,
    log,
    maxPackageBytes: env.MAX_PACKAGE_BYTES,
    mediaOrigins: env.MEDIA_ORIGINS,
    tools: later(async () => (await import('../shared/tool-port.ts')).createToolPort({ parts, env })),
    importWaitSeconds: env.IMPORT_WAIT_SECONDS,
    sleep,
  };
}

/** Files of rows: few machines send one. */
function listDesks(given: {
  readonly parts: Parts;
  readonly env: z.output<typeof envSchema>;
}): Pick<
  ApiDeps,
  'annualPlan' | ('reconciliations' | 'tables' | 'staffing' | 'history' | 'obligations' | 'voice' | 'events')
> {
  const stores = { dynamo: given.parts.dynamo, table: given.env.LMS_TABLE };
  return {
    annualPlan: once(async () =>
      (await import('../shared/annual-plan-parts.ts')).createAnnualPlanDesk(stores),
    ),
    events: once(async () => (await import('../shared/event-seats.ts')).createEventSeats(stores)),
    voice: once(async () => (await import('../shared/voice-parts.ts')).createVoiceDesk(stores)),
    reconciliations: async () =>
      (await import('../shared/reconciliation-parts.ts')).createReconciliationDesk(given),
    tables: async () => (await import('../shared/table-parts.ts')).createTableParts(given),
    staffing: async () => (await import('../shared/staffing-parts.ts')).createStaffingParts(given),
    history: async () => (await import('../shared/history-parts.ts')).createHistoryParts(given),
    obligations: async () => (await import('../shared/obligation-parts.ts')).createObligationParts(given),
  };
}

/** What people learned elsewhere, and in a year; who looked at it, and reports of it. */
function learningDesks(given: {
  readonly parts: Parts;
  readonly env: z.output<typeof envSchema>;
}): Pick<
  ApiDeps,
  | 'external'
  | 'transcripts'
  | 'audit'
  | 'reports'
  | 'siasn'
  | 'budget'
  | 'competency'
  | 'paths'
  | 'evaluations'
  | 'recognition'
  | 'priority'
> {
  const stores = { dynamo: given.parts.dynamo, table: given.env.LMS_TABLE };
  return {
    budget: once(async () =>
      (await import('../shared/budget-desk.ts')).createBudgetDesk({ ...stores, clock: systemClock }),
    ),
    competency: competencyLater({ ...stores, clock: systemClock, ids: systemIds }),
    paths: once(async () => (await import('../shared/path-parts.ts')).createPathDesk(stores)),
    recognition: once(async () =>
      (await import('../shared/recognition-parts.ts')).createRecognitionDesk(stores),
    ),
    priority: once(async () => (await import('../shared/priority-parts.ts')).createPriorityDesk(stores)),
    evaluations: once(async () =>
      (await import('../shared/evaluation-parts.ts')).createEvaluationDesk(stores),
    ),
    external: once(async () => (await import('../shared/external-records.ts')).createExternalRecords(stores)),
    reports: once(async () => (await import('../shared/report-parts.ts')).createReportParts(given)),
    siasn: once(async () => (await import('../shared/siasn-parts.ts')).createSiasnParts(given)),
    audit: once(async () => (await import('../shared/audit-parts.ts')).createAuditParts(given)),
    transcripts: once(async () => (await import('../shared/transcript-desk.ts')).createTranscriptDesk(given)),
  };
}

/** Few machines ask for statistics. */
const insightLater = (stores: Parameters<typeof createInsightStore>[0]) =>
  later(async () => (await import('@sinau/insight/dynamo')).createInsightStore(stores));

/** Few machines make or stop agreements. */
function agreementStores(stores: {
  readonly dynamo: Parts['dynamo'];
  readonly table: string;
}): Pick<ApiDeps, 'agreements' | 'sharing' | 'disclosures'> {
  const dynamo = () => import('@sinau/agreements/dynamo');
  return {
    agreements: later(async () => (await dynamo()).createAgreementStore(stores)),
    sharing: later(async () => (await dynamo()).createSharingStore(stores)),
    disclosures: later(async () => (await dynamo()).createDisclosureStore(stores)),
  };
}

function ltiLater(given: {
  readonly parts: Parts;
  readonly env: z.output<typeof envSchema>;
  readonly search: ApiDeps['search'];
  readonly log: Log;
}): Pick<ApiDeps, 'lti' | 'ltiTool' | 'signingKeys'> {
  return {
    signingKeys: async () => (await import('../shared/key-desk.ts')).createKeyDesk(given),
    lti: () => openTools(given),
    ltiTool: async () => (await import('../shared/lti-tool-parts.ts')).createLtiToolParts(given),
  };
}

async function openTools(given: {
  readonly parts: Parts;
  readonly env: z.output<typeof envSchema>;
}): ReturnType<ApiDeps['lti']> {
  const { createLtiTools } = await import('../shared/lti-launches.ts');
  const { createOrganisationStore } = await import('@sinau/identity/dynamo');
  const { createGradeStore } = await import('@sinau/delivery/dynamo');
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const organisations = createOrganisationStore(stores);
  return {
    ...createLtiTools(given),
    grades: createGradeStore(stores),
    providerExists: async (providerId) => (await organisations.findProvider(providerId)) !== undefined,
  };
}
