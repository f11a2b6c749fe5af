import { setTimeout as sleep } from 'node:timers/promises';
import { importMessageSchema } from '@sinau/catalogue';
import { createContentRoom, createExportRoom, createUploadRoom } from '@sinau/catalogue/adapters';
import {
  createCourseStore,
  createImportJobStore,
  createRatingStore,
  createSavedCourseStore,
} from '@sinau/catalogue/dynamo';
import { createInvitationStore } from '@sinau/enrolment/dynamo';
import { createOidcClient } from '@sinau/identity/adapters';
import {
  createClientStore,
  createOrganisationStore,
  createPeopleStore,
  createSessionStore,
  createSignInStore,
} from '@sinau/identity/dynamo';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { hmacSigner, systemClock, systemIds } from '@sinau/platform/crypto';
import { createIdempotencyStore } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type { ServedAssets } from '@sinau/web';
import { createDeliveryParts } from '../shared/delivery-parts.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { hourDesks } from '../shared/hour-desks.ts';
import { later, once } from '../shared/later.ts';
import type { Lrs } from '../shared/open-lrs.ts';
import type { Parts } from '../shared/parts.ts';
import { createProjectorPulse } from '../shared/projector-pulse.ts';
import { createReadingNotes } from '../shared/readings.ts';
import { writersLater } from '../shared/writers-later.ts';
import type { CredentialDesk, PortalDeps } from './deps.ts';
import type { PortalEnvironment } from './env.ts';

/** The portal on its stores, in AWS and on one machine alike. */
export function createPortalDeps(given: {
  readonly env: PortalEnvironment;
  readonly parts: Parts;
  /** Few pages need the record store: it is opened when one does. */
  readonly lrs: () => Promise<Lrs>;
  readonly log: Log;
  readonly assets: ServedAssets;
  readonly outbox?: PortalDeps['outbox'];
}): PortalDeps {
  const { env, parts, lrs, log, assets, outbox } = given;
  const search = later(async () =>
    (await import('../shared/search-parts.ts')).createCatalogueSearch({ parts, env, log }),
  );
  return {
    log,
    assets,
    ...(outbox && { outbox }),
    ...createDeliveryParts({ parts, env, writers: writersLater(lrs, env.ISSUER_URL) }),
    signer: hmacSigner(env.SIGNING_SECRET),
    portalOrigin: env.PORTAL_ORIGIN,
    contentSource: env.CONTENT_ORIGIN_TEMPLATE.replace('{hash}', '*'),
    uploadOrigin: env.UPLOAD_ORIGIN,
    ...identityDeps(env, parts),
    ...courseDeps(env, parts),
    search,
    ltiTool: once(async () =>
      (await import('../shared/lti-tool-parts.ts')).createLtiToolParts({ parts, env, search }),
    ),
    signingKeys: async () => (await import('../shared/key-desk.ts')).createKeyDesk({ parts, env, log }),
    statements: later(async () => (await lrs()).statements),
    ...feedDeps(env, parts),
    healthSources: healthSourcesOf(env, parts, log),
    exports: async () =>
      (await import('../shared/export-parts.ts')).createExportParts({ parts, records: await lrs(), env }),
    readings: createReadingNotes({ parts, env }),
    audit: async () => (await import('../shared/audit-parts.ts')).createAuditParts({ parts, env }),
    reports: async () => (await import('../shared/report-parts.ts')).createReportParts({ parts, env }),
    ...exchangeDeps(env, parts),
    privacy: async () => (await import('../shared/privacy-parts.ts')).createPrivacyParts({ parts, env }),
    push: async () =>
      (await import('../shared/push-parts.ts')).createPushParts({ parts, records: await lrs(), env }),
    ...listDesks(env, parts),
    ...dutyDesks(env, parts),
    ...citizenDesk(env, parts),
    ...gatherings(env, parts),
    connectors: async () =>
      (await import('../shared/connection-parts.ts')).createConnectionParts({ parts, env }),
    ...learnersOwn(env, parts),
    external: async () => (await import('../shared/external-parts.ts')).createExternalParts({ parts, env }),
    credentials: () => credentialDesk(env, parts),
    ...moneyDesks(env, parts),
    outcomes: async () => (await import('../shared/outcome-desk.ts')).createOutcomeDesk({ parts, lrs, env }),
    ...tellingProviders(env, parts),
    providerEnrolments: async () =>
      (await import('@sinau/connectors/dynamo')).createProviderEnrolmentStore({
        dynamo: parts.dynamo,
        table: env.LMS_TABLE,
      }),
    catalogueSync: async () => (await import('../shared/sync-parts.ts')).openSyncParts({ parts, env }),
    dispatches: dispatchesLater(env, parts),
    ...agreementDeps(env, parts),
    notices: createNoticeStore({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    idempotency: createIdempotencyStore({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
  };
}

/** What providers hear of people. */
function tellingProviders(
  env: PortalEnvironment,
  parts: Parts,
): Pick<PortalDeps, 'disclosing' | 'subjectOf'> {
  const disclosing = once(async () =>
    (await import('../shared/shared-attributes.ts')).createSharedAttributes({ parts, env }),
  );
  return { disclosing, subjectOf: async (asked) => (await (await disclosing()).of(asked)).subject };
}

/** Services of the country that agencies have accounts at: SIASN and the electronic seal, the desk of each and how far each line or document is. */
function exchangeDeps(
  env: PortalEnvironment,
  parts: Parts,
): Pick<PortalDeps, 'siasn' | 'siasnRows' | 'siasnReading' | 'seals' | 'sealReader'> {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    siasn: async () => (await import('../shared/siasn-desk.ts')).createSiasnDesk({ parts, env }),
    siasnReading: once(async () => {
      const { createReadingStore, createSyncStore } = await import('@sinau/siasn-sync/dynamo');
      return { readings: createReadingStore(stores), settings: createSyncStore(stores).settings };
    }),
    siasnRows: async () => (await import('@sinau/siasn-sync/dynamo')).createSyncStore(stores).rows,
    seals: async () => (await import('../shared/seal-desk.ts')).createSealDesk({ parts, env }),
    sealReader: once(async () => (await import('../shared/seal-reader.ts')).createSealReader({ parts, env })),
  };
}

/** Where people learn together, and in which order. */
function gatherings(
  env: PortalEnvironment,
  parts: Parts,
): Pick<PortalDeps, 'events' | 'materials' | 'meetingMaterials' | 'decrees' | 'paths' | 'cohorts'> {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    events: once(async () => (await import('../shared/event-parts.ts')).createEventDesk({ parts, env })),
    paths: once(async () => (await import('../shared/path-parts.ts')).createPathDesk(stores)),
    materials: once(async () =>
      (await import('../shared/material-parts.ts')).createMaterials({ parts, env }),
    ),
    meetingMaterials: once(async () =>
      (await import('../shared/meeting-material-parts.ts')).createMeetingMaterials({ parts, env }),
    ),
    decrees: once(async () => (await import('../shared/decree-parts.ts')).createDecrees({ parts, env })),
    cohorts: once(async () => (await import('../shared/cohort-parts.ts')).createCohortDesk(stores)),
  };
}

/** Files of rows that providers and agencies send. */
function listDesks(
  env: PortalEnvironment,
  parts: Parts,
): Pick<PortalDeps, 'tables' | 'staffing' | 'history'> {
  return {
    tables: async () => (await import('../shared/table-parts.ts')).createTableParts({ parts, env }),
    staffing: async () => (await import('../shared/staffing-parts.ts')).createStaffingParts({ parts, env }),
    history: async () => (await import('../shared/history-parts.ts')).createHistoryParts({ parts, env }),
  };
}

/** What people have earned, how agencies stand and plan, and the week that somebody plans. */
function learnersOwn(
  env: PortalEnvironment,
  { dynamo }: Parts,
): Pick<
  PortalDeps,
  | 'adoption'
  | 'annualPlan'
  | 'collaboration'
  | 'compliance'
  | 'competency'
  | 'credit'
  | 'evaluations'
  | 'priority'
  | 'recognition'
  | 'plans'
  | 'indexFacts'
  | 'officialIndexes'
  | 'talent'
> {
  const stores = { dynamo, table: env.LMS_TABLE };
  return {
    ...hourDesks(stores),
    annualPlan: once(async () =>
      (await import('../shared/annual-plan-parts.ts')).createAnnualPlanDesk(stores),
    ),
    competency: once(async () => {
      const { createCompetencyParts } = await import('../shared/competency-parts.ts');
      return createCompetencyParts({ ...stores, clock: systemClock, ids: systemIds });
    }),
    collaboration: once(async () =>
      (await import('../shared/collaboration-parts.ts')).createCollaborationDesk(stores),
    ),
    adoption: once(async () => (await import('../shared/adoption-parts.ts')).createAdoptionDesk(stores)),
    evaluations: once(async () =>
      (await import('../shared/evaluation-parts.ts')).createEvaluationDesk(stores),
    ),
    priority: once(async () => (await import('../shared/priority-parts.ts')).createPriorityDesk(stores)),
    recognition: once(async () =>
      (await import('../shared/recognition-parts.ts')).createRecognitionDesk(stores),
    ),
    talent: once(async () => (await import('../shared/talent-parts.ts')).createTalentDesk(stores)),
    plans: once(async () => (await import('@sinau/planning/dynamo')).createPlanningStore(stores)),
    indexFacts: once(async () => (await import('@sinau/professionalism/dynamo')).createFactsStore(stores)),
    officialIndexes: once(async () =>
      (await import('@sinau/professionalism/dynamo')).createOfficialStore(stores),
    ),
  };
}

const dispatchesLater = (env: PortalEnvironment, { dynamo }: Parts): PortalDeps['dispatches'] =>
  later(async () =>
    (await import('@sinau/dispatch/dynamo')).createDispatchStore({ dynamo, table: env.LMS_TABLE }),
  );

/** Seats that agencies may take, and what they may spend. */
function moneyDesks(
  env: PortalEnvironment,
  { dynamo }: Parts,
): Pick<PortalDeps, 'budget' | 'quotas' | 'poolLists'> {
  const stores = { dynamo, table: env.LMS_TABLE };
  return {
    budget: once(async () =>
      (await import('../shared/budget-desk.ts')).createBudgetDesk({ ...stores, clock: systemClock }),
    ),
    quotas: async () => (await import('@sinau/enrolment/dynamo')).createQuotaStore(stores),
    poolLists: async () => (await import('@sinau/enrolment/dynamo')).createPoolLists(stores),
  };
}

/** What citizens say of services. */
const citizenDesk = (
  env: PortalEnvironment,
  parts: Parts,
): Pick<PortalDeps, 'citizens' | 'minutesFiles'> => ({
  minutesFiles: once(async () =>
    (await import('../shared/minutes-parts.ts')).createMinutesFiles({ parts, env }),
  ),
  citizens: once(async () => (await import('../shared/citizen-parts.ts')).createCitizenDesk({ parts, env })),
});

/** What agencies require of people, and when people want mail about it. */
function dutyDesks(env: PortalEnvironment, parts: Parts): Pick<PortalDeps, 'obligations' | 'mailWishes'> {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    obligations: once(async () =>
      (await import('../shared/obligation-parts.ts')).createObligationParts({ parts, env }),
    ),
    mailWishes: later(async () => (await import('@sinau/notifications/dynamo')).createMailStore(stores)),
  };
}

async function credentialDesk(env: PortalEnvironment, parts: Parts): Promise<CredentialDesk> {
  const [{ createCredentialParts }, { certificateMessageSchema }] = await Promise.all([
    import('../shared/credential-parts.ts'),
    import('@sinau/credentials'),
  ]);
  const queue = parts.queue(env.CERTIFICATE_QUEUE_URL, certificateMessageSchema);
  return { ...createCredentialParts({ parts, env }), queue };
}

/** Who pulls how much is asked on an agency's page alone. */
function feedDeps(env: PortalEnvironment, { dynamo }: Parts): Pick<PortalDeps, 'feed' | 'pulls'> {
  const store = { dynamo, table: env.LRS_TABLE, clock: systemClock };
  const records = () => import('@sinau/records/dynamo');
  return {
    feed: later(async () => (await records()).createFeedStore({ ...store, sleep })),
    pulls: later(async () => (await records()).createPullLog(store)),
  };
}

function agreementDeps(
  env: PortalEnvironment,
  { dynamo }: Parts,
): Pick<PortalDeps, 'agreements' | 'sharing' | 'disclosures'> {
  const store = { dynamo, table: env.LMS_TABLE };
  const stores = () => import('@sinau/agreements/dynamo');
  return {
    agreements: later(async () => (await stores()).createAgreementStore(store)),
    sharing: later(async () => (await stores()).createSharingStore(store)),
    disclosures: later(async () => (await stores()).createDisclosureStore(store)),
  };
}

function identityDeps(env: PortalEnvironment, { dynamo }: Parts) {
  const stores = { dynamo, table: env.LMS_TABLE };
  return {
    people: createPeopleStore(stores),
    organisations: createOrganisationStore(stores),
    clients: createClientStore(stores),
    sessions: createSessionStore(stores),
    signIns: createSignInStore(stores),
    oidc: createOidcClient({
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID,
      redirectUri: `${env.PORTAL_ORIGIN}/sign-in/callback`,
      postLogoutRedirectUri: `${env.PORTAL_ORIGIN}/`,
      clock: systemClock,
    }),
    usernameIsEmployeeNumber: env.OIDC_USERNAME_IS_NIP,
    ...(env.FIRST_OPERATOR_EMAIL && { firstOperatorEmail: env.FIRST_OPERATOR_EMAIL }),
  };
}

function courseDeps(env: PortalEnvironment, parts: Parts) {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    courses: createCourseStore(stores),
    saved: createSavedCourseStore(stores),
    bank: later(async () => (await import('@sinau/questions/dynamo')).createBankStore(stores)),
    ratings: createRatingStore(stores),
    statistics: async () =>
      (await import('../shared/statistics-stores.ts')).createStatisticsStores(parts, env),
    quizzes: later(async () => (await import('@sinau/questions/dynamo')).createQuizStore(stores)),
    jobs: createImportJobStore(stores),
    uploads: createUploadRoom({ uploads: parts.objects(env.UPLOAD_BUCKET) }),
    importQueue: parts.queue(env.IMPORT_QUEUE_URL, importMessageSchema),
    contentRoom: createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) }),
    exportRoom: createExportRoom({
      content: parts.objects(env.CONTENT_BUCKET),
      uploads: parts.objects(env.UPLOAD_BUCKET),
    }),
    maxPackageBytes: env.MAX_PACKAGE_BYTES,
    mediaOrigins: env.MEDIA_ORIGINS,
    lti: async () => (await import('../shared/lti-launches.ts')).createLtiTools({ parts, env }),
    toolAsking: once(async () => (await import('../shared/tool-asking.ts')).createToolAsking({ parts, env })),
    toolWork: once(async () => (await import('../shared/tool-work.ts')).createToolWork({ parts, env })),
    launchOrders: later(async () => {
      const { createOrderParts } = await import('../shared/ways-elsewhere.ts');
      const { launchOrdersOf } = await import('../shared/launch-orders.ts');
      return launchOrdersOf(createOrderParts({ parts, env }));
    }),
    toolItems: later(async () => (await import('@sinau/delivery/dynamo')).createGradeStore(stores)),
    providerDownSince: async (courseId: string) => {
      const [{ providerDownSince }, { createHealthStore }] = await Promise.all([
        import('../shared/provider-down.ts'),
        import('@sinau/connectors/dynamo'),
      ]);
      const deps = { courses: createCourseStore(stores), health: createHealthStore(stores) };
      return providerDownSince(deps, courseId);
    },
    tools: later(async () => (await import('../shared/tool-port.ts')).createToolPort({ parts, env })),
    enrolments: createEnrolmentStore(stores),
    invitations: createInvitationStore(stores),
  };
}

function healthSourcesOf(env: PortalEnvironment, parts: Parts, log: Log): PortalDeps['healthSources'] {
  const { dynamo, queueDepth } = parts;
  const records = { dynamo, table: env.LRS_TABLE };
  const of = (url: string) => () => queueDepth(url);
  const { STREAM_DEAD_LETTERS_URL: streams, JOB_DEAD_LETTERS_URL: jobs } = env;
  return {
    queues: [
      { name: 'imports', work: of(env.IMPORT_QUEUE_URL), dead: of(env.IMPORT_DEAD_LETTERS_URL) },
      { name: 'mails', work: of(env.MAIL_QUEUE_URL), dead: of(env.MAIL_DEAD_LETTERS_URL) },
      { name: 'pushes', work: of(env.PUSH_QUEUE_URL), dead: of(env.PUSH_DEAD_LETTERS_URL) },
      { name: 'connectors', work: of(env.CONNECTOR_QUEUE_URL), dead: of(env.CONNECTOR_DEAD_LETTERS_URL) },
      { name: 'seals', work: of(env.SEAL_QUEUE_URL), dead: of(env.SEAL_DEAD_LETTERS_URL) },
      {
        ...{ name: 'certificates', work: of(env.CERTIFICATE_QUEUE_URL) },
        dead: of(env.CERTIFICATE_DEAD_LETTERS_URL),
      },
      { name: 'exports', work: of(env.EXPORT_QUEUE_URL), dead: of(env.EXPORT_DEAD_LETTERS_URL) },
      ...(streams === undefined ? [] : [{ name: 'streams' as const, dead: of(streams) }]),
      ...(jobs === undefined ? [] : [{ name: 'jobs' as const, dead: of(jobs) }]),
    ],
    pulse: createProjectorPulse({ ...records, clock: systemClock, log }),
    held: async () => (await import('@sinau/lrs/dynamo')).countHeldCommits(records),
  };
}
