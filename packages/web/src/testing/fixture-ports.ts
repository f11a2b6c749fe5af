import { type AgencyId, DomainError, type ErrorCode } from '@sinau/kernel';
import type { TrialPorts } from '../player/ports.ts';
import type { PortalPorts } from '../portal-ports.ts';
import type { LinkView } from '../studio/module-ports.ts';
import { createAccessFixtures } from './access-fixtures.ts';
import { createAdoptionFixtures } from './adoption-fixtures.ts';
import { createAgreementFixtures } from './agreement-fixtures.ts';
import { createAnnualPlanFixtures } from './annual-plan-fixtures.ts';
import { createApprovalsFixtures, standings } from './approvals-fixtures.ts';
import { createBudgetFixtures } from './budget-fixtures.ts';
import { savedCourses, searchOf } from './catalogue-fixtures.ts';
import { createCatalogueSyncFixtures } from './catalogue-sync-fixtures.ts';
import { createCertificateFixtures } from './certificate-fixtures.ts';
import { createChampionFixtures } from './champion-fixtures.ts';
import { createCitizenFixtures } from './citizen-fixtures.ts';
import { createCoachingFixtures } from './coaching-fixtures.ts';
import { createCohortFixtures } from './cohort-fixtures.ts';
import { createCommunityBoardFixtures } from './community-board-fixtures.ts';
import { createCommunityFixtures } from './community-fixtures.ts';
import { createCompetencyFixtures } from './competency-fixtures.ts';
import { complianceFixtures } from './compliance-fixtures.ts';
import { createConnectionEnrolmentFixtures } from './connection-enrolment-fixtures.ts';
import { createConnectionFixtures } from './connection-fixtures.ts';
import { createCreditFixtures } from './credit-fixtures.ts';
import { dispatches, guest } from './dispatch-fixtures.ts';
import { createEvaluationFixtures } from './evaluation-fixtures.ts';
import { createEventFixtures } from './event-fixtures.ts';
import { createExportFixtures } from './export-fixtures.ts';
import { createExternalFixtures } from './external-fixtures.ts';
import {
  acceptedImport,
  agencyPeople,
  clients,
  course,
  health,
  home,
  inbox,
  learning,
  person,
  personKinds,
  plannedWeek,
  records,
  rejectedImport,
  reviewedQuiz,
  reviewedVersion,
  statementRow,
  statementView,
  studioCourse,
  units,
} from './fixtures.ts';
import { createForumFixtures } from './forum-fixtures.ts';
import { createIndexFixtures } from './index-fixtures.ts';
import { createListFixtures } from './list-fixtures.ts';
import { createLmsFixtures, myLms } from './lms-fixtures.ts';
import { createLtiFixtures } from './lti-fixtures.ts';
import { createObligationFixtures } from './obligation-fixtures.ts';
import { createOutcomeFixtures } from './outcome-fixtures.ts';
import { packageFixtures } from './package-fixtures.ts';
import { createPathFixtures } from './path-fixtures.ts';
import { createPriorityFixtures } from './priority-fixtures.ts';
import { createPrivacyFixtures } from './privacy-fixtures.ts';
import { createPushFixtures, createWebhookFixtures } from './push-fixtures.ts';
import { createQuestionFixtures } from './question-fixtures.ts';
import { createQuizFixtures } from './quiz-fixtures.ts';
import { createQuotaFixtures } from './quota-fixtures.ts';
import { createRatingFixtures } from './rating-fixtures.ts';
import { createRecognitionFixtures } from './recognition-fixtures.ts';
import { createReportFixtures } from './report-fixtures.ts';
import { createRequestFixtures } from './request-fixtures.ts';
import { createRulesFixtures } from './rules-fixtures.ts';
import { createSealFixtures } from './seal-fixtures.ts';
import { sheetFixtures } from './sheet-fixtures.ts';
import { createSiasnFixtures } from './siasn-fixtures.ts';
import { signedFormFixtures } from './signed-form-fixtures.ts';
import { createSigningKeyFixtures } from './signing-key-fixtures.ts';
import { createStatisticsFixtures } from './statistics-fixtures.ts';
import { supervisorFixtures } from './supervisor-fixtures.ts';
import { tableFixtures } from './table-fixtures.ts';
import { createTalentFixtures } from './talent-fixtures.ts';
import { teamFixture } from './team-fixture.ts';
import { createThemeFixtures } from './theme-fixtures.ts';
import { createToolWorkFixtures } from './tool-work-fixtures.ts';
import { createTranscriptFixtures } from './transcript-fixtures.ts';
import { unitFixtures } from './unit-fixtures.ts';

/** A refusal with the code a test wants. */
/** A link whose place was removed, with a parameter that no line can say. */
function linkAt(moduleId: string): LinkView {
  if (moduleId !== 'alat') throw new Refusal('catalogue.not-found');
  return {
    ...{ tool: 'Moodle <b>Universitas</b>', isInUse: true, deploymentId: 'lama' },
    places: [
      { deploymentId: 'd-1', name: 'Fakultas Hukum' },
      { deploymentId: 'd-2', name: 'Fakultas <b>Ekonomi</b>' },
    ],
    url: 'https://kampus.example/kuliah/3',
    custom: { id: '5e72', uraian: 'baris\nkedua' },
    lineItem: { scoreMaximum: 10, label: 'Ujian <b>akhir</b>' },
  };
}

export class Refusal extends DomainError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super('A refusal of the view tests.');
    this.code = code;
  }
}

/** Every port answered from fixtures, so that pages can be looked at without any domain. */
export function createFixturePorts(overrides: Partial<PortalPorts> = {}): PortalPorts {
  return { ...learnerPorts, ...staffPorts, ...overrides };
}

type StaffPort =
  | 'approvals'
  | 'ratings'
  | 'statistics'
  | 'studio'
  | 'questions'
  | 'quizzes'
  | 'reviews'
  | 'agency'
  | 'compliance'
  | 'reports'
  | 'seals'
  | 'siasn'
  | 'clients'
  | 'statements'
  | 'quotas'
  | 'budget'
  | 'connectionEnrolments'
  | 'push'
  | 'catalogueSync'
  | 'connections'
  | 'outcomes'
  | 'obligations'
  | 'tables'
  | 'staffing'
  | 'history'
  | 'packages'
  | 'webhooks'
  | 'sheet'
  | 'privacy'
  | 'requests'
  | 'access'
  | 'exports'
  | 'operator'
  | 'dispatches'
  | 'agreements'
  | 'lms'
  | 'lti'
  | 'signingKeys'
  | 'people';

const rulesPorts = createRulesFixtures(
  () => new Refusal('credit.rule-not-found'),
  () => new Refusal('credit.rule-not-allowed'),
);

const learnerPorts: Omit<PortalPorts, StaffPort> = {
  guest,
  toolWork: createToolWorkFixtures(),
  myLms,
  lmsGuest: guest,
  viewer: {
    viewerOf: async (person) => ({
      name: person.name,
      roles: person.roles,
      memberOf: 'Kementerian Contoh',
      timeZone: 'Asia/Makassar',
      unreadCount: 1,
    }),
  },
  home: { homeOf: async () => home },
  agencyRules: rulesPorts,
  nationalRules: rulesPorts,
  plan: {
    planOf: async () => plannedWeek,
    set: async (_reader, { rev }) => {
      if (rev !== 1) throw new Refusal('planning.changed');
    },
    stop: async () => undefined,
  },
  index: createIndexFixtures(() => new Refusal('professionalism.changed')),
  ...createCompetencyFixtures(() => new Refusal('competency.not-found')),
  ...createCitizenFixtures(() => new Refusal('feedback.not-found')),
  forums: createForumFixtures(() => new Refusal('feedback.not-found')),
  themes: createThemeFixtures(() => new Refusal('feedback.not-found')),
  annualPlan: createAnnualPlanFixtures({
    absent: () => new Refusal('annual-plan.not-found'),
    changed: () => new Refusal('annual-plan.changed'),
  }),
  ...createEventFixtures(() => new Refusal('programmes.not-found')),
  ...createCohortFixtures(() => new Refusal('programmes.not-found')),
  ...createPathFixtures(() => new Refusal('programmes.not-found')),
  ...createCommunityBoardFixtures(() => new Refusal('collaboration.community-not-found')),
  ...createCommunityFixtures(
    () => new Refusal('collaboration.community-not-found'),
    () => new Refusal('collaboration.code-expired'),
  ),
  ...createCoachingFixtures(() => new Refusal('collaboration.not-found')),
  talent: createTalentFixtures(() => new Refusal('talent.not-found')),
  ...createEvaluationFixtures(() => new Refusal('evaluation.not-found')),
  ...createPriorityFixtures(
    () => new Refusal('priority.not-found'),
    () => new Refusal('priority.used'),
  ),
  ...createRecognitionFixtures(
    () => new Refusal('recognition.not-found'),
    () => new Refusal('recognition.settled'),
  ),
  ...createAdoptionFixtures(),
  ...createChampionFixtures(() => new Refusal('adoption.not-found')),
  credit: createCreditFixtures(() => new Refusal('credit.hold-not-found')),
  external: createExternalFixtures(() => new Refusal('external-learning.not-found')),
  certificates: createCertificateFixtures(() => new Refusal('credentials.not-found')),
  signedForms: signedFormFixtures,
  transcripts: createTranscriptFixtures(() => new Refusal('credentials.no-such-year')),
  catalogue: {
    search: async (_person, query) => searchOf(query),
    saved: async () => savedCourses,
    save: async (_person, courseId) => {
      if (courseId === 'penuh') throw new Refusal('catalogue.saved-full');
    },
    unsave: async () => {},
  },
  course: {
    retryAtProvider: async (_person, courseId) => (courseId === 'kampus-penuh' ? 'queued' : 'soon'),
    courseOf: async (_person, courseId) => {
      if (courseId === 'tidak-ada') throw new Refusal('catalogue.not-found');
      const { enrolment: _, ...open } = course;
      const standing = standings[courseId];
      if (standing) return { ...open, ...standing, courseId };
      return courseId === 'baru' ? { ...open, courseId } : { ...course, courseId };
    },
    enrol: async () => 'active',
    askForSeat: async () => undefined,
    leave: async () => ({ became: 'cancelled', shown: true }),
  },
  player: {
    takenCourseOf: async (_person, { courseId }) => ({ ...course, courseId }),
    troubleOf: async () => undefined,
    awaitBack: async () => undefined,
    launch: async (_person, { partId }) => ({ url: `http://0123.localhost:4000/start?part=${partId}` }),
  },
  records: {
    recordsOf: async (_person, pageToken) => ({
      lines: records,
      ...(!pageToken && { nextPageToken: 'next' }),
    }),
  },
  inbox: { inboxOf: async () => ({ items: inbox }), markAllRead: async () => undefined },
  account: {
    changeTimeZone: async () => undefined,
    changeLanguage: async () => undefined,
    mailWishesOf: async () => ({
      ...{
        quietFrom: 19,
        quietUntil: 7,
        quietWeekends: true,
        reminders: true,
        digest: false,
        nudges: true,
        team: true,
      },
    }),
    saveMailWishes: async () => undefined,
  },
};

const trialPorts: TrialPorts = {
  ...learnerPorts.player,
  statements: async () => [
    {
      ...{ id: 's1', storedAt: '2026-11-24T02:00:00.000Z', verb: 'launched', object: 'au/1' },
      json: '{ "id": "s1" }',
    },
  ],
  restart: async () => undefined,
};

const staffPorts: Pick<PortalPorts, StaffPort> = {
  dispatches,
  lms: createLmsFixtures(() => new Refusal('lti-tool.not-found')),
  lti: createLtiFixtures(() => new Refusal('lti.not-found')),
  signingKeys: createSigningKeyFixtures(),
  agreements: createAgreementFixtures(() => new Refusal('agreements.not-found')),
  approvals: createApprovalsFixtures(() => new Refusal('enrolment.not-found')),
  exports: createExportFixtures(() => new Refusal('exports.not-found')),
  privacy: createPrivacyFixtures(() => new Refusal('privacy.not-found')),
  access: createAccessFixtures(),
  requests: createRequestFixtures(() => new Refusal('privacy.not-found')),
  quizzes: createQuizFixtures(() => new Refusal('questions.quiz-not-found')),
  questions: createQuestionFixtures(() => new Refusal('questions.not-found')),
  statistics: createStatisticsFixtures(() => new Refusal('catalogue.not-found')),
  ratings: createRatingFixtures(() => new Refusal('catalogue.not-found')),
  connectionEnrolments: createConnectionEnrolmentFixtures(),
  quotas: createQuotaFixtures((code) => new Refusal(code)),
  budget: createBudgetFixtures((code) => new Refusal(code)),
  push: createPushFixtures(() => new Refusal('push.not-found')),
  catalogueSync: createCatalogueSyncFixtures(() => new Refusal('connectors.conflict')),
  connections: createConnectionFixtures(() => new Refusal('connectors.not-found')),
  outcomes: createOutcomeFixtures(() => new Refusal('connectors.result-not-found')),
  obligations: createObligationFixtures(() => new Refusal('obligations.not-found')),
  packages: packageFixtures(),
  staffing: createListFixtures('people', () => new Refusal('staffing.not-found')),
  history: createListFixtures('history', () => new Refusal('staffing.not-found')),
  tables: tableFixtures(() => new Refusal('connectors.no-table')),
  sheet: sheetFixtures,
  webhooks: createWebhookFixtures(() => new Refusal('push.not-found')),
  people: {
    personOf: async (_reader, personId) => ({ ...person, ...personKinds[personId], personId }),
    change: async () => undefined,
    changeService: async () => undefined,
    assignRoles: async () => undefined,
    ...supervisorFixtures,
    move: async () => undefined,
    viewAs: async () => undefined,
    endViewing: async () => undefined,
    disable: async () => undefined,
    enable: async () => undefined,
    agencies: async () => [
      { agencyId: 'agency-1', name: 'Kementerian Contoh' },
      { agencyId: 'agency-2', name: 'Badan Contoh' },
    ],
    unitsOf: async () => ({ agency: 'Kementerian Contoh', units }),
    ...unitFixtures(units),
    createUnit: async () => undefined,
    teamOf: async ({ personId }) => (personId === 'kosong' ? [] : teamFixture),
  },
  studio: {
    maxUploadBytes: 500_000_000,
    mediaOrigins: ['https://media.contoh.ac.id'],
    studioOf: async () => ({
      provider: 'Universitas Nusantara',
      courses: [
        studioCourse,
        {
          courseId: 'draf',
          title: { id: 'Draf baru' },
          status: 'draft',
          changedAt: '2026-11-23T00:00:00.000Z',
        },
      ],
      imports: [rejectedImport, acceptedImport],
    }),
    courseOf: async () => studioCourse,
    startUpload: async () => ({
      uploadId: 'upload-1',
      url: 'http://127.0.0.1:1/put',
      headers: { 'content-type': 'application/zip' },
    }),
    uploadOf: async () => ({
      ...{ state: 'awaiting-upload', sizeBytes: 20_000_000, partSizeBytes: 8_388_608, partCount: 3 },
      parts: [{ partNumber: 1, sizeBytes: 8_388_608, etag: '"0"' }],
    }),
    signParts: async (_person, _uploadId, partNumbers) => ({
      urls: partNumbers.map((partNumber) => ({ partNumber, url: 'http://127.0.0.1:1/put' })),
    }),
    cancelUpload: async () => undefined,
    finishUpload: async () => ({ importId: 'job-1' }),
    structureOf: async () => new TextEncoder().encode('<courseStructure/>'),
    packageOf: async () => ({ url: 'https://unggah.example/kursus.zip' }),
    importOf: async (_person, importId) => {
      if (importId === 'running') {
        const stored = { done: 75, total: 128 };
        return { ...rejectedImport, importId, state: 'running', step: 'storing', stored, findings: [] };
      }
      return importId === 'accepted' ? acceptedImport : rejectedImport;
    },
    editDraft: async () => undefined,
    addModule: async () => undefined,
    toolsOf: async () => [
      {
        ...{ clientId: 't1', name: 'Moodle Universitas Nusantara', offersContent: true },
        deployments: [{ deploymentId: '1', name: 'Utama' }],
      },
    ],
    pickFromTool: async () => 'https://sinau.example/lti/launch?ticket=x',
    linkOf: async (_, { moduleId }) => linkAt(moduleId),
    editLink: async (_, { moduleId }) => void linkAt(moduleId),
    changeSettings: async () => undefined,
    freeze: async () => undefined,
    submit: async () => undefined,
    withdraw: async () => undefined,
    comment: async () => undefined,
    retire: async () => undefined,
    remove: async () => undefined,
    preview: trialPorts,
  },
  reviews: {
    waiting: async () => [
      {
        ...{ courseId: studioCourse.courseId, version: 2, title: studioCourse.title },
        ...{ submittedBy: 'Rina Contoh', submittedAt: '2026-11-24T02:00:00.000Z' },
      },
    ],
    versionOf: async () => reviewedVersion,
    quizOf: async () => reviewedQuiz,
    comment: async () => undefined,
    decide: async () => undefined,
    preview: trialPorts,
  },
  statements: {
    search: async (_person, { who, verb, pageToken }) => {
      if (who === 'siapa@contoh.go.id') return 'nobody';
      return {
        rows: verb === undefined ? [statementRow] : [],
        consistentThrough: '2026-11-24T01:00:00.000Z',
        curl: "curl 'https://sinau.example/xapi/statements'",
        ...(pageToken === undefined && verb === undefined && { nextPageToken: 'next' }),
      };
    },
    statementOf: async (_person, statementId) =>
      statementId === 'tidak-ada' ? undefined : { ...statementView, statementId },
  },
  clients: {
    ownTenantOf: async () => ({ kind: 'agency', agencyId: 'agency-1' as AgencyId }),
    clientsOf: async () => clients,
    clientOf: async (_person, clientId) => {
      const client = clients.find((one) => one.clientId === clientId);
      if (!client) throw new Refusal('identity.not-found');
      return client;
    },
    createClient: async (_person, { name, tenant }) => ({
      clientId: 'agency-client-3',
      name,
      tenant,
      secret: 'sekali-saja-4f9a',
    }),
    changeClient: async () => undefined,
    rotateSecret: async (_person, clientId) => ({
      clientId,
      name: 'Dasbor kepegawaian',
      tenant: { kind: 'agency', agencyId: 'agency-1' as AgencyId },
      secret: 'baru-77aa',
      scimAddress: 'https://sinau.example/scim/v2',
    }),
    endSecret: async () => undefined,
    disableClient: async () => undefined,
  },
  compliance: complianceFixtures,
  reports: createReportFixtures((code) => new Refusal(code)),
  seals: createSealFixtures(),
  siasn: createSiasnFixtures(() => new Refusal('siasn.not-found')),
  agency: {
    peopleOf: async (_, { search = '' }) => ({
      people: agencyPeople.filter(({ name }) => name.startsWith(search)),
    }),
    learningOf: async () => ({ rows: learning, nextPageToken: 'next' }),
    pullOf: async () => ({
      rows: [
        {
          clientId: 'agency-client-1',
          client: 'Dasbor kepegawaian',
          scopes: ['records/read'],
          lastPullAt: '2026-11-24T01:00:00.000Z',
          feed: { total: 184_220, position: 184_220, filtered: false },
        },
        {
          clientId: 'agency-client-2',
          client: 'Arsip lama',
          scopes: ['records/read'],
          lastPullAt: '2026-11-23T01:00:00.000Z',
          feed: {
            total: 184_220,
            position: 91_004,
            oldestWaiting: '2026-11-20T08:15:00.000Z',
            filtered: true,
          },
        },
        {
          clientId: 'agency-client-3',
          client: 'Gudang data',
          scopes: ['records/read'],
          feed: { oldestWaiting: '2025-01-02T02:00:00.000Z', filtered: false },
        },
        { clientId: 'agency-client-4', client: 'Pembaca xAPI', scopes: ['statements/read'] },
      ],
      total: 184_220,
      consistentThrough: '2026-11-24T01:02:00.000Z',
      tokenUrl: 'https://sinau.example/oauth/token',
      recordsUrl: 'https://sinau.example/records',
      xapiUrl: 'https://sinau.example/xapi',
    }),
  },
  operator: {
    agencies: async () => [
      {
        agencyId: 'agency-1',
        name: 'Kementerian Contoh',
        kind: 'central',
        createdAt: '2026-01-05T01:00:00.000Z',
      },
    ],
    createAgency: async () => undefined,
    providers: async () => [
      {
        providerId: 'provider-1',
        name: 'Universitas Nusantara',
        kind: 'university',
        createdAt: '2026-01-05T01:00:00.000Z',
      },
      {
        providerId: 'provider-2',
        name: 'Lembaga Konten Cendekia',
        kind: 'content-provider',
        createdAt: '2026-01-05T01:00:00.000Z',
      },
    ],
    createProvider: async () => undefined,
    people: async () => ({
      people: [
        {
          personId: 'p1',
          name: 'Siti Rahmawati, S.Kom.',
          email: 'siti@contoh.example',
          maskedEmployeeNumber: '1990••••••••••••01',
          roles: ['learner'],
          status: 'active',
        },
        {
          personId: 'p2',
          name: 'Yohanis',
          email: 'yohanis@contoh.example',
          roles: ['learner', 'agency-admin'],
          status: 'invited',
        },
      ],
    }),
    invite: async () => undefined,
    health: async () => health,
    outbox: async () => [
      {
        mailId: 'm1',
        at: '2026-11-24T01:00:00.000Z',
        to: 'yohanis@contoh.example',
        subject: 'Undangan ke Sinau',
        text: 'Yth. Yohanis,\nAnda diundang.',
      },
    ],
  },
};
