import {
  memoryBoardStore,
  memoryChampionStore,
  memoryHabitStore,
  memoryNudgeStore,
} from '@sinau/adoption/testing';
import { memoryAgreements } from '@sinau/agreements/testing';
import { createDecreeRoom } from '@sinau/annual-plan/adapters';
import {
  memoryLinkStore,
  memoryPlanStore,
  memoryRealisedStore,
  memoryRuleStore,
  memorySignalStore,
  memoryStandingStore,
} from '@sinau/annual-plan/testing';
import { memoryAudit } from '@sinau/audit/testing';
import { memoryBudget } from '@sinau/budget/testing';
import type { CourseId, ImportJob } from '@sinau/catalogue';
import { createContentRoom, createExportRoom, createUploadRoom } from '@sinau/catalogue/adapters';
import { openSearch } from '@sinau/catalogue/search';
import {
  courseOf as courseRowOf,
  memoryCatalogue,
  memoryRatings,
  memorySavedCourses,
  memorySearchShards,
  packageOf,
  versionOf,
} from '@sinau/catalogue/testing';
import {
  memoryCommunityBoardStore,
  memoryCommunityStore,
  memoryMeetingMaterialRoom,
  memoryPairStore,
} from '@sinau/collaboration/testing';
import { memoryCompetencyStores } from '@sinau/competency/testing';
import { memoryComplianceStore, memoryReportStore } from '@sinau/compliance/testing';
import type { JobMessage } from '@sinau/connectors';
import { readPackageFile, readTable } from '@sinau/connectors/adapters';
import {
  memoryConnectionStore,
  memoryCourseDesk,
  memoryHealthStore,
  memoryLetterStore,
  memoryPackageStore,
  memoryProviderEnrolmentStore,
  memorySyncStore,
  memoryTableStore,
} from '@sinau/connectors/testing';
import type { CertificateMessage, CompletedCourse } from '@sinau/credentials';
import {
  memoryCertificateFiles,
  memoryCertificateStore,
  memorySignedFormFiles,
  memorySignedFormStore,
  memoryTranscriptFiles,
  memoryTranscriptStore,
} from '@sinau/credentials/testing';
import { memoryCreditStore } from '@sinau/credit/testing';
import {
  contentOf,
  courseOf,
  memoryDocuments,
  memoryGuestStore,
  memoryLaunchLog,
  memoryRecords,
  memoryRegistrationStore,
  memoryTrialStore,
} from '@sinau/delivery/testing';
import { memoryDispatchStore } from '@sinau/dispatch/testing';
import { type Invitation, isTaken, type Registration } from '@sinau/enrolment';
import { memoryCosts, memoryEnrolmentStore, memoryInvitationStore } from '@sinau/enrolment/testing';
import { memoryEvaluationStores } from '@sinau/evaluation/testing';
import type { ExportMessage } from '@sinau/exports';
import { memoryDailyFileStore, memoryExportJobStore } from '@sinau/exports/testing';
import { memoryEvidenceRoom, memoryLearningStore } from '@sinau/external-learning/testing';
import {
  memoryFeedbackStores,
  memoryForumStore,
  memoryMinutesRoom,
  memoryThemeStores,
} from '@sinau/feedback/testing';
import { operatorMadeBy, type SignInClaims, SignInFailed } from '@sinau/identity';
import { claimsFor, identityWorld } from '@sinau/identity/testing';
import { memoryInsightStore } from '@sinau/insight/testing';
import type { Clock, Jp, PersonId, ProviderId, Tenant } from '@sinau/kernel';
import { storeStatements } from '@sinau/lrs';
import { memoryActivityStore, memoryAttachmentStore, memoryStatementStore } from '@sinau/lrs/testing';
import { memoryMailStore, memoryNoticeStore } from '@sinau/notifications/testing';
import { memoryPlanningStore } from '@sinau/planning/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import type { WholeApp } from '@sinau/platform/http';
import { createSecretSealer } from '@sinau/platform/sealing';
import {
  createMemoryIdempotencyStore,
  createMemoryObjectStore,
  createMemoryQueue,
} from '@sinau/platform/testing';
import { memoryExportFiles, memoryPrivacyStores } from '@sinau/privacy/testing';
import type { OfficialStore } from '@sinau/professionalism';
import { memoryFactsStore, memoryOfficialStore } from '@sinau/professionalism/testing';
import {
  memoryCohortStores,
  memoryMaterialRoom,
  memoryPathStores,
  memoryProgrammeStores,
} from '@sinau/programmes/testing';
import { ReceiverNotAllowed } from '@sinau/push';
import { memoryPushStore } from '@sinau/push/testing';
import { memoryBankStore, memoryQuizStore } from '@sinau/questions/testing';
import { memoryPriorityStore, memoryRecognitionStore } from '@sinau/recognition/testing';
import { memoryFeedStore, memoryPullLog } from '@sinau/records/testing';
import { readTextTable } from '@sinau/rostering/table';
import { memorySealedFiles, memorySealStore } from '@sinau/sealing/testing';
import { memoryReadingStore, memorySyncStore as memorySiasnStore } from '@sinau/siasn-sync/testing';
import { memoryImportStore } from '@sinau/staffing/testing';
import { memoryTalentStore } from '@sinau/talent/testing';
import type { Statement } from '@sinau/xapi';
import { neighboursOf } from '../../shared/annual-plan-parts.ts';
import { cohortDutiesOf } from '../../shared/cohort-duties.ts';
import { placesOf } from '../../shared/collaboration-parts.ts';
import { staffOf } from '../../shared/competency-parts.ts';
import type { ConnectionDesk } from '../../shared/connection-parts.ts';
import { hoursStatesOf } from '../../shared/credential-parts.ts';
import { formsOf } from '../../shared/event-parts.ts';
import { createParticipantDirectory } from '../../shared/event-people.ts';
import { externalDeskOf } from '../../shared/external-desk.ts';
import { createHistoryDesk } from '../../shared/history-desk.ts';
import type { HistoryListDesk } from '../../shared/history-parts.ts';
import { indicatorSourcesOf } from '../../shared/indicator-sources.ts';
import { readingNotesOf } from '../../shared/open-readings.ts';
import { partnerStandingsOf } from '../../shared/partner-standing.ts';
import { registrationGateOf } from '../../shared/path-gate.ts';
import { createPeopleDesk } from '../../shared/people-desk.ts';
import { personStandingsOf } from '../../shared/person-standings.ts';
import { createPushFeed, createStatementRecords } from '../../shared/push-feed.ts';
import { membersOf } from '../../shared/recognition-parts.ts';
import type { ReportParts } from '../../shared/report-parts.ts';
import type { SealDesk } from '../../shared/seal-desk.ts';
import { createSeatGroups } from '../../shared/seat-groups.ts';
import { sharingOf } from '../../shared/shared-attributes.ts';
import type { SiasnDesk } from '../../shared/siasn-desk.ts';
import { indexPeopleOf, keeperOf } from '../../shared/siasn-index-parts.ts';
import type { StaffingDesk } from '../../shared/staffing-parts.ts';
import { stepDirectoryOf } from '../../shared/step-directory.ts';
import type { TableDesk } from '../../shared/table-parts.ts';
import { createVersionMoves } from '../../shared/version-moves.ts';
import { waitingListsOf } from '../../shared/waiting-lists.ts';
import { createPortalApp } from '../app.ts';
import type { PortalDeps } from '../deps.ts';
import { obligationDesk } from './obligation-desk.ts';

export const origin = 'https://sinau.example';

const nothing = async () => undefined;
const emptyQueue = async () => ({ waiting: 0, inFlight: 0 });

/** The portal on stores in memory, with an issuer at which each code is somebody's address. */
export async function portalWorld() {
  const identity = await identityWorld();
  const catalogue = memoryCatalogue();
  const invitations = new Map<string, Invitation>();
  const costs = memoryCosts();
  const providerEnrolments = memoryProviderEnrolmentStore();
  const { budgets, seats: budgetSeats } = memoryBudget();
  const groups = createSeatGroups(identity);
  const enrolments = memoryEnrolmentStore({ invitations, costs, groups, budget: budgetSeats });
  const structure = courseOf([['Completed'], ['Passed']], { title: { id: 'Bagian <b>' } });
  const logged: unknown[] = [];
  const push = pushParts(identity);
  const connectionDesk = connectionParts(providerEnrolments);
  const tableDesk = tableParts();
  const staffing = staffingDesk(identity);
  const history = historyDesk(identity, async () => deps.external());
  const privacy = privacyParts(identity);
  const audit = auditParts(identity);
  const exports = exportParts(identity);
  const agreements = memoryAgreements();
  const sharing = sharingOf({
    ...{
      ...identity,
      ...agreements,
      signer: hmacSigner('a secret of pseudonyms in these tests'),
      digest: nodeDigest,
    },
  });
  const credit = memoryCreditStore();
  const learnings = memoryLearningStore();
  const evidence = memoryEvidenceRoom();
  const plans = memoryPlanningStore();
  const indexFacts = memoryFactsStore();
  const completed: CompletedCourse[] = [];
  const credentials = credentialParts(identity, completed, credit);
  const seals = sealDesk(identity);
  const sealFiles = memorySealedFiles();
  const official = memoryOfficialStore();
  const siasn = siasnDesk(identity, official);
  const reports = reportDesk(identity);
  const citizens = {
    ...memoryFeedbackStores(),
    ...memoryThemeStores(),
    ...{ ...identity, forums: memoryForumStore() },
    limit: { admit: async () => true },
  };
  const competency = {
    ...{ ...memoryCompetencyStores(), ...identity, staff: staffOf(identity) },
    units: { unitsOf: async () => [] },
  };
  const programmes = memoryProgrammeStores(budgetSeats);
  const standing = partnerStandingsOf({
    ...{ agreements: agreements.rules, rules: programmes.rules, clock: identity.clock },
  });
  const eventDesk = {
    ...{ ...identity, ...programmes, standing, budget: budgetSeats },
    paying: { payments: programmes.payments, ids: identity.ids },
    people: createParticipantDirectory({ ...identity, standing }),
    forms: formsOf({ credit, standings: personStandingsOf(identity) }),
  };
  const cohortStores = memoryCohortStores();
  const materials = memoryMaterialRoom();
  const meetingMaterials = memoryMeetingMaterialRoom();
  const decrees = createDecreeRoom({ objects: createMemoryObjectStore(), digest: nodeDigest });
  const minutesFiles = memoryMinutesRoom();
  const pathDesk = {
    ...{ ...identity, ...memoryPathStores(), people: createParticipantDirectory(identity) },
    steps: stepDirectoryOf({ ...catalogue, ...eventDesk, enrolments }),
  };
  const recognitionDesk = {
    ...{ ...identity, recognitions: memoryRecognitionStore(), members: membersOf(identity.people) },
  };
  const adoptionDesk = {
    ...identity,
    nudges: memoryNudgeStore(),
    habits: memoryHabitStore(),
    boards: memoryBoardStore(),
    champions: memoryChampionStore(),
  };
  const talent = {
    ...{ talent: memoryTalentStore(), members: staffOf(identity), clock: identity.clock },
  };
  const priorityDesk = {
    ...{ ...identity, priority: memoryPriorityStore(), members: membersOf(identity.people) },
    waiting: waitingListsOf({
      ...{ ...eventDesk, enrolments, clock: identity.clock },
      ...{ cohorts: cohortStores.cohorts, cohortSeats: cohortStores.seats },
    }),
  };
  const collaboration = {
    ...identity,
    pairs: memoryPairStore(),
    communities: memoryCommunityStore(),
    board: memoryCommunityBoardStore(),
    places: placesOf(identity),
  };
  const evaluationDesk = { ...identity, ...memoryEvaluationStores() };
  const annualPlan = {
    ...{ plans: memoryPlanStore(), signals: memorySignalStore(), clock: identity.clock, ids: identity.ids },
    ...{ links: memoryLinkStore(), realised: memoryRealisedStore() },
    ...{ rules: memoryRuleStore(), standings: memoryStandingStore() },
    ...neighboursOf({
      ...{ citizens, competency, credit: { credit }, clock: identity.clock },
      ...{ ...catalogue, events: eventDesk.events, quotas: costs.store, budgets },
    }),
  };
  const compliance = memoryComplianceStore();
  const registrations = memoryRegistrationStore();
  const obligations = obligationDesk({
    ...{ ...identity, ...catalogue, enrolments, registrations, credit, pathDesk },
  });
  const deps: PortalDeps = {
    ...identity,
    ...agreements,
    ...catalogue,
    enrolments,
    contentRoom: createContentRoom({ content: createMemoryObjectStore() }),
    bank: memoryBankStore(),
    quizzes: memoryQuizStore(),
    dispatches: memoryDispatchStore(),
    guests: memoryGuestStore(),
    trials: memoryTrialStore(),
    readings: readingNotesOf(audit),
    audit: async () => audit,
    subjectOf: async (asked) => (await sharing.of(asked)).subject,
    disclosing: async () => sharing,
    providerEnrolments: async () => providerEnrolments,
    citizens: async () => citizens,
    budget: async () => ({
      ...{ budgets, seats: budgetSeats },
      sources: indicatorSourcesOf({
        ...{ ...citizens, compliance, quotas: costs.store, counts: competency.counts },
        ...{ events: programmes.events, seats: programmes.seats },
        ...{ plans: annualPlan.plans, links: annualPlan.links, realised: annualPlan.realised },
      }),
    }),
    competency: async () => competency,
    annualPlan: async () => annualPlan,
    events: async () => ({ ...eventDesk, gate: registrationGateOf(async () => pathDesk) }),
    paths: async () => pathDesk,
    materials: async () => materials,
    meetingMaterials: async () => meetingMaterials,
    decrees: async () => decrees,
    minutesFiles: async () => minutesFiles,
    cohorts: async () => ({
      ...{ ...pathDesk, ...cohortStores },
      duties: cohortDutiesOf({ duties: obligations.duties, enrolments }),
    }),
    collaboration: async () => collaboration,
    evaluations: async () => evaluationDesk,
    recognition: async () => recognitionDesk,
    adoption: async () => adoptionDesk,
    talent: async () => talent,
    priority: async () => priorityDesk,
    reports: async () => reports,
    seals: async () => seals,
    sealReader: async () => ({ rows: seals.rows, files: sealFiles }),
    siasn: async () => siasn,
    siasnRows: async () => siasn.rows,
    siasnReading: async () => siasn,
    compliance: async () => ({
      compliance,
      units: { unitsOf: async () => [] },
      obligationNames: async () => new Map(),
    }),
    credit: async () => ({ credit, standings: personStandingsOf(identity) }),
    external: async () => ({
      ...externalDeskOf({ ...identity, learnings, credit: await deps.credit() }),
      evidence,
    }),
    credentials: async () => credentials,
    plans: async () => plans,
    indexFacts: async () => indexFacts,
    officialIndexes: async () => official,
    quotas: async () => costs.store,
    poolLists: async () => costs.lists,
    outcomes: () => Promise.reject(new Error('nobody looks at results')),
    moves: createVersionMoves({ ...catalogue, enrolments }),
    saved: memorySavedCourses(),
    ratings: memoryRatings(),
    statistics: async () => ({ insight: memoryInsightStore(nodeDigest), launchLog: memoryLaunchLog() }),
    search: openSearch({
      ...{ ...identity, ...catalogue, shards: memorySearchShards(), freshSeconds: 0 },
      providers: {
        read: async () =>
          new Map((await identity.organisations.listProviders()).map((one) => [one.providerId, one.name])),
      },
      onStale: nothing,
    }),
    log: { info: (...line) => logged.push(line), warn: nothing, error: (...line) => logged.push(line) },
    assets: {
      paths: {
        portal: '/assets/a.css',
        'compare-file': '/a',
        copy: '/a',
        'leave-frame': '/a',
        'leave-part': '/a',
        'lti-storage': '/a',
        refresh: '/a',
        'send-file': '/a',
        'tool-registration': '/assets/tool-registration.0.js',
        upload: '/a',
      },
      readFiles: async () => ({}),
      readStubs: async () => ({ scorm12: '/* stub */', cmi5: '/* stub */' }),
    },
    portalOrigin: origin,
    mediaOrigins: ['https://media.contoh.ac.id'],
    tools: { mayPlace: async () => false, mayLeadTo: async () => false },
    providerDownSince: async () => undefined,
    lti: () => Promise.reject(new Error('nothing asks for tools')),
    toolWork: () => Promise.reject(new Error('nothing asks for work at tools')),
    toolAsking: () => Promise.reject(new Error('nothing asks whether tools are there')),
    signingKeys: () => Promise.reject(new Error('nothing asks for keys')),
    ltiTool: () => Promise.reject(new Error('nothing asks for learning systems of others')),
    launchOrders: {
      find: async () => undefined,
      listOf: async () => [],
      order: async () => 'https://sinau.example/lti/launch?ticket=x',
    },
    toolItems: { listItems: async () => [] },
    contentSource: 'https://*.content.sinau.example',
    uploadOrigin: 'https://uploads.example',
    oidc: issuerOf(),
    uploads: {
      presign: async () => 'https://uploads.example/put',
      put: nothing,
      sizeOf: async () => 10,
      delete: nothing,
      inParts: createUploadRoom({ uploads: createMemoryObjectStore() }).inParts,
    },
    importQueue: { send: nothing },
    exportRoom: createExportRoom({ content: createMemoryObjectStore(), uploads: createMemoryObjectStore() }),
    maxPackageBytes: 1000,
    content: {
      find: async (courseId) => (courseId === 'c1' ? contentOf(structure) : undefined),
    },
    entitlements: {
      find: async (registration) => {
        const found = await enrolments.findByRegistration(registration as Registration);
        return found && { ...found, open: isTaken(found) };
      },
    },
    invitations: memoryInvitationStore(invitations),
    registrations,
    records: memoryRecords(),
    documents: memoryDocuments(),
    tickets: { issue: () => 'ticket' },
    elsewhere: { open: async () => 'https://university.example/' },
    actors: { accountOf: (personId: PersonId) => ({ homePage: origin, name: personId }) },
    addresses: {
      portalOrigin: origin,
      activityBase: `${origin}/activities`,
      contentOriginOf: (hash) => `https://${hash}.content.sinau.example`,
    },
    statements: memoryStatementStore(identity),
    feed: memoryFeedStore(identity.clock),
    pulls: memoryPullLog(identity.clock),
    healthSources: {
      queues: [{ name: 'mails', work: async () => ({ waiting: 2, inFlight: 1 }), dead: emptyQueue }],
      pulse: { read: async () => undefined },
      held: async () => ({ count: 0 }),
    },
    push: async () => push,
    staffing: async () => staffing,
    history: async () => history,
    obligations: async () => obligations,
    mailWishes: memoryMailStore(memoryNoticeStore()).mails,
    tables: async () => ({ ...tableDesk, connections: connectionDesk.connections, ...clockOf(identity) }),
    connectors: async () => ({ ...connectionDesk, clock: identity.clock, ids: identity.ids }),
    catalogueSync: async () => ({
      ...{ sync: memorySyncStore(), desk: memoryCourseDesk(), digest: identity.digest },
      ...{ clock: identity.clock, ids: identity.ids },
      learnersOf: async () => 0,
      queueRun: async () => {},
      queueBatch: async () => {},
    }),
    privacy: async () => privacy,
    exports: async () => exports,
    notices: memoryNoticeStore(),
    idempotency: createMemoryIdempotencyStore(),
  };
  await publishCourse(catalogue, identity.tenants.providerA);
  const app = await createPortalApp(deps).whole();
  return {
    ...identity,
    deps: { ...deps, ...agreements },
    sealFiles,
    app,
    exports,
    /** What enrolments say when a certificate is issued again. */
    completed,
    logged,
    browser: () => browserAt(app),
    /** Another one, which everybody can take. */
    publish: (courseId: string) => publishCourse(catalogue, identity.tenants.providerA, courseId),
    record: recorderOn(deps),
  };
}

/** Stores statements, each for the agencies of the person its account names. */
function recorderOn(deps: PortalDeps) {
  const stores = { ...deps, attachments: memoryAttachmentStore(), activities: memoryActivityStore() };
  const agenciesOf = async (statement: Statement) => {
    const account = 'account' in statement.actor ? statement.actor.account : undefined;
    const person = account && (await deps.people.find(account.name as PersonId));
    return person?.home.kind === 'agency' ? [person.home.agencyId] : [];
  };
  const visibility = {
    agenciesOf: (statements: readonly Statement[]) => Promise.all(statements.map(agenciesOf)),
  };
  return (...statements: readonly Statement[]) =>
    storeStatements(
      { ...stores, visibility },
      {
        store: 'national',
        version: '1.0.3',
        authority: { objectType: 'Agent', account: { homePage: origin, name: 'lms' } },
        statements,
      },
    );
}

/** Jobs in memory; nothing runs them. */
/** Who read whose records. */
function auditParts({ clock }: { readonly clock: Clock }) {
  const memory = memoryAudit(nodeDigest);
  const signer = hmacSigner('a secret for tests of at least 32 characters');
  return { ...memory, sources: [memory.log], signer, digest: nodeDigest, clock };
}

function privacyParts(
  identity: Awaited<ReturnType<typeof identityWorld>>,
): Awaited<ReturnType<PortalDeps['privacy']>> {
  return {
    ...identity,
    digest: nodeDigest,
    ...memoryPrivacyStores(nodeDigest),
    files: memoryExportFiles(),
    people: { exists: async (personId) => (await identity.people.find(personId)) !== undefined },
    operators: { madeBy: (personId) => operatorMadeBy(identity, personId) },
    agencies: {
      exists: async (agencyId) => (await identity.organisations.findAgency(agencyId)) !== undefined,
    },
  };
}

/** Connections on memory; addresses below `.example` may be used, and nobody is ever asked. */
function connectionParts(
  providerEnrolments: ConnectionDesk['providerEnrolments'],
): Omit<ConnectionDesk, 'clock' | 'ids'> {
  return {
    providerEnrolments,
    connections: memoryConnectionStore(),
    health: memoryHealthStore(),
    letters: memoryLetterStore(),
    queue: createMemoryQueue<JobMessage>(),
    box: createSecretSealer('a secret for tests, long enough to seal'),
    adapters: { adapterOf: () => Promise.reject(new Error('nobody is asked')) },
    addresses: { mayUse: async (url) => /^https:[/][/][a-z.-]+[.]example/.test(url) },
    startTools: { mayStart: async (_, { clientId }) => clientId === 'tool-1' },
    openEnrolments: { count: async () => 0 },
    wait: () => new Promise<never>(() => undefined),
  };
}

const staffingDesk = (identity: Awaited<ReturnType<typeof identityWorld>>): StaffingDesk => ({
  ...clockOf(identity),
  imports: memoryImportStore(),
  files: { read: async (bytes) => readTextTable(bytes) },
  queue: createMemoryQueue(),
  people: createPeopleDesk({ ...identity, mayClient: async () => false }),
});

const historyDesk = (
  identity: Awaited<ReturnType<typeof identityWorld>>,
  external: PortalDeps['external'],
): HistoryListDesk => ({
  ...staffingDesk(identity),
  imports: memoryImportStore('history'),
  files: { read: readTable },
  history: createHistoryDesk({ ...identity, external, mayClient: async () => false }),
});

const clockOf = ({ clock, ids }: Pick<PortalDeps, 'clock' | 'ids'>) => ({ clock, ids });

/** Tables on memory; nothing follows a confirmed one. */
function tableParts(): Omit<TableDesk, 'clock' | 'ids' | 'connections'> {
  return {
    tables: memoryTableStore(),
    packages: memoryPackageStore(),
    packageFiles: { read: readPackageFile },
    packageFollowUp: {
      readCatalogue: async () => undefined,
      takeResults: async () => undefined,
      compare: async () => undefined,
    },
    digest: nodeDigest,
    files: { read: readTable },
    followUp: {
      readCatalogue: async () => undefined,
      takeResults: async () => undefined,
      compare: async () => undefined,
    },
  };
}

/** Push on memory, with receivers that take everything. */
function pushParts(
  identity: Awaited<ReturnType<typeof identityWorld>>,
): Awaited<ReturnType<PortalDeps['push']>> {
  const records = createStatementRecords({ find: nothing, attachment: nothing, platform: {} });
  const feed = createPushFeed({ feed: memoryFeedStore(identity.clock), bodies: { find: nothing } });
  return {
    ...identity,
    digest: nodeDigest,
    store: memoryPushStore(),
    feed,
    records,
    box: createSecretSealer('a secret for tests, long enough to seal'),
    courier: {
      send: async ({ lines }) => lines.map(() => ({ outcome: 'delivered' })),
      test: async () => ({ ok: true, status: 200, milliseconds: 12 }),
      check: async ({ url }) => {
        if (!url.startsWith('https://')) throw new ReceiverNotAllowed('url');
      },
      newSecret: () => 'whsec_c2VjcmV0IG9mIGEgd2ViaG9vaywgMzIgYnl0ZXMu',
    },
  };
}

/** Certificates on memory; nothing prints them. */
function credentialParts(
  identity: Awaited<ReturnType<typeof identityWorld>>,
  completed: readonly CompletedCourse[],
  credit: Parameters<typeof hoursStatesOf>[0],
): Awaited<ReturnType<PortalDeps['credentials']>> {
  return {
    ...{ certificates: memoryCertificateStore(), files: memoryCertificateFiles() },
    ...{ transcripts: memoryTranscriptStore(), transcriptFiles: memoryTranscriptFiles() },
    ...{ forms: memorySignedFormStore(), formFiles: memorySignedFormFiles() },
    completed: { find: async () => completed[0] },
    hours: hoursStatesOf(credit),
    holders: { nameOf: async (personId) => (await identity.people.find(personId))?.name },
    issuer: { did: 'did:web:sinau.example', name: 'Sinau', origin },
    ...{ signer: identity.signer, digest: nodeDigest },
    queue: createMemoryQueue<CertificateMessage>(),
  };
}

/** Exports on memory; nothing works them off. */
function exportParts({ clock, ids }: Awaited<ReturnType<typeof identityWorld>>) {
  return {
    clock,
    ids,
    exports: memoryExportJobStore(),
    daily: memoryDailyFileStore(),
    queue: createMemoryQueue<ExportMessage>(),
    selection: { open: async () => ({ select: async (lines: readonly string[]) => lines }) },
    links: {
      linkTo: async (file: { readonly key: string; readonly fileName: string }) =>
        `https://files.example/${file.key}?name=${file.fileName}`,
    },
  };
}

function issuerOf(): PortalDeps['oidc'] {
  const nonces = new Set<string>();
  return {
    authorizationUrl: async ({ state, nonce }) => {
      nonces.add(nonce);
      return `https://issuer.example/authorize?state=${state}`;
    },
    redeem: async ({ code, nonce }): Promise<SignInClaims> => {
      if (!nonces.has(nonce)) throw new SignInFailed();
      return claimsFor(code);
    },
    endSessionUrl: async () => 'https://issuer.example/end',
  };
}

async function publishCourse(
  { jobs }: ReturnType<typeof memoryCatalogue>,
  tenant: Tenant,
  id = 'c1',
): Promise<void> {
  const courseId = id as CourseId;
  const providerId = (tenant.kind === 'provider' ? tenant.providerId : '') as ProviderId;
  const at = '2026-03-01T00:00:00.000Z';
  const words = { title: { id: 'Kursus <script>' }, description: { id: 'Tentang' } };
  const course = courseRowOf({
    ...{ courseId, providerId, ...words, jp: 400 as Jp, status: 'published' },
    ...{ publishedVersion: 1, publishedAt: at },
  });
  const version = versionOf({ ...words, courseId, auCount: 2 });
  const job = {
    ...{
      jobId: id === 'c1' ? 'j1' : `job-${id}`,
      providerId,
      uploadKey: 'u',
      fileName: 'f.zip',
      sizeBytes: 9,
      state: 'running',
    },
    ...{
      progress: { done: 0, total: 3 },
      tries: 1,
      abandonedOrigins: [],
      createdAt: at,
      updatedAt: at,
      rev: 1,
    },
  } as unknown as ImportJob;
  await jobs.create(job);
  await jobs.commit({
    job: { ...job, state: 'passed', rev: 2 },
    course,
    version,
    package: packageOf({ courseId, providerId }),
  });
}

/** Keeps cookies and sends what a browser sends with every request of a page of the portal. */
function browserAt(app: Pick<WholeApp, 'hono'>) {
  const cookies = new Map<string, string>();

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      ...Object(init.headers),
    });
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', origin);
    const response = await app.hono.request(`${origin}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  function keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (/max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });

  /** To the issuer and back. */
  async function signIn(email: string, returnTo = '/'): Promise<Response> {
    const begun = await ask(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    return ask(`/sign-in/callback?state=${state}&code=${encodeURIComponent(email)}`);
  }

  return { ask, post, signIn, cookies };
}

/** Nobody seals; what the worker is told is kept by nobody. */
function sealDesk({ clock }: Awaited<ReturnType<typeof identityWorld>>): SealDesk {
  return {
    ...{ ...memorySealStore(), clock },
    box: createSecretSealer('a secret for tests, long enough to seal'),
    addresses: { mayAsk: async (address) => address.startsWith('https://') },
    tell: async () => undefined,
  };
}

/** Of no ledger: rows are put there by tests. */
function siasnDesk(
  { people, clock, ids }: Awaited<ReturnType<typeof identityWorld>>,
  official: OfficialStore,
): SiasnDesk {
  return {
    ...memorySiasnStore(),
    ...{ readings: memoryReadingStore(), indexPeople: indexPeopleOf(people), indexes: keeperOf(official) },
    ...{ people, clock, ids },
    lines: { homeOf: nothing, read: nothing, document: nothing },
    box: createSecretSealer('a secret for tests, long enough to seal'),
    tell: async () => undefined,
  };
}

/** Of no reports yet, and nobody makes any. */
function reportDesk({ clock, ids }: Awaited<ReturnType<typeof identityWorld>>): ReportParts {
  const unused = () => Promise.reject(new Error('nobody makes reports'));
  return {
    units: { unitsOf: async () => [] },
    ...{ clock, ids, reports: memoryReportStore(), queue: { send: async () => undefined } },
    source: { open: unused },
    files: { write: unused, linkTo: unused },
  };
}
