import type { AgreementStore, DisclosureStore, SharingStore } from '@sinau/agreements';
import type { DecreeRoom } from '@sinau/annual-plan';
import type {
  ContentRoom,
  CourseStore,
  ExportRoom,
  ImportJobStore,
  ImportQueue,
  SavedCourseStore,
  ToolPort,
  UploadRoom,
} from '@sinau/catalogue';
import type { RatingStore } from '@sinau/catalogue/ratings';
import type { CatalogueSearch } from '@sinau/catalogue/search';
import type { MeetingMaterialRoom } from '@sinau/collaboration/communities';
import type { ProviderEnrolmentStore } from '@sinau/connectors/enrolments';
import type { CertificateMessage } from '@sinau/credentials';
import type {
  ActorPort,
  ContentTicketPort,
  CourseContentPort,
  DeliveryAddresses,
  DocumentWriter,
  ElsewherePort,
  EntitlementPort,
  GuestStore,
  RecordWriter,
  RegistrationStore,
  TrialStore,
  VersionMovePort,
} from '@sinau/delivery';
import type { GradeStore } from '@sinau/delivery/lti-services';
import type { DispatchStore } from '@sinau/dispatch';
import type { EnrolmentStore, InvitationStore, PoolLists, QuotaStore } from '@sinau/enrolment';
import type { MinutesRoom } from '@sinau/feedback/forums';
import type {
  ClientStore,
  OidcClient,
  OrganisationStore,
  PeopleStore,
  SessionStore,
  SignInStore,
} from '@sinau/identity';
import type { Clock, Digest, Ids, PersonId, ProviderId, Signer } from '@sinau/kernel';
import type { StatementStore } from '@sinau/lrs';
import type { MailWishStore, NoticeStore } from '@sinau/notifications';
import type { PlanningStore } from '@sinau/planning';
import type { IdempotencyStore, ReadingNotes } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type { OutboxMail } from '@sinau/platform/mail';
import type { Queue } from '@sinau/platform/queue';
import type { FactsStore, OfficialStore } from '@sinau/professionalism';
import type { MaterialRoom } from '@sinau/programmes';
import type { BankStore, QuizStore } from '@sinau/questions';
import type { FeedStore, PullLog } from '@sinau/records';
import type { ReadingDeps, SyncStore } from '@sinau/siasn-sync';
import type { TalentDeps } from '@sinau/talent';
import type { ServedAssets } from '@sinau/web';
import type { AdoptionDesk } from '../shared/adoption-parts.ts';
import type { AnnualPlanDesk } from '../shared/annual-plan-parts.ts';
import type { AuditParts } from '../shared/audit-parts.ts';
import type { BudgetDesk } from '../shared/budget-desk.ts';
import type { CitizenDesk } from '../shared/citizen-parts.ts';
import type { CohortDesk } from '../shared/cohort-parts.ts';
import type { CollaborationDesk } from '../shared/collaboration-parts.ts';
import type { CompetencyParts } from '../shared/competency-parts.ts';
import type { ComplianceDesk } from '../shared/compliance-desk.ts';
import type { ConnectionDesk } from '../shared/connection-parts.ts';
import type { createCredentialParts } from '../shared/credential-parts.ts';
import type { CreditDesk } from '../shared/credit-desk.ts';
import type { EvaluationDesk } from '../shared/evaluation-parts.ts';
import type { EventDesk } from '../shared/event-parts.ts';
import type { ExportParts } from '../shared/export-parts.ts';
import type { ExternalDesk } from '../shared/external-desk.ts';
import type { HistoryListDesk } from '../shared/history-parts.ts';
import type { KeyDesk } from '../shared/key-desk.ts';
import type { LaunchOrders } from '../shared/launch-orders.ts';
import type { createLtiTools } from '../shared/lti-launches.ts';
import type { LtiToolParts } from '../shared/lti-tool-parts.ts';
import type { ObligationDesk } from '../shared/obligation-parts.ts';
import type { OutcomeDesk } from '../shared/outcome-desk.ts';
import type { PathDesk } from '../shared/path-parts.ts';
import type { PriorityDesk } from '../shared/priority-parts.ts';
import type { PrivacyParts } from '../shared/privacy-parts.ts';
import type { PushParts } from '../shared/push-parts.ts';
import type { RecognitionDesk } from '../shared/recognition-parts.ts';
import type { ReportParts } from '../shared/report-parts.ts';
import type { SealDesk } from '../shared/seal-desk.ts';
import type { SealReader } from '../shared/seal-reader.ts';
import type { Sharing } from '../shared/shared-attributes.ts';
import type { SiasnDesk } from '../shared/siasn-desk.ts';
import type { StaffingDesk } from '../shared/staffing-parts.ts';
import type { StatisticsStores } from '../shared/statistics-stores.ts';
import type { SyncParts } from '../shared/sync-parts.ts';
import type { TableDesk } from '../shared/table-parts.ts';
import type { createToolAsking } from '../shared/tool-asking.ts';
import type { createToolWork } from '../shared/tool-work.ts';
import type { HealthSources } from './health.ts';

export interface CredentialDesk extends Omit<ReturnType<typeof createCredentialParts>, 'clock' | 'ids'> {
  /** Of the worker that issues. */
  readonly queue: Queue<CertificateMessage>;
}

/** Everything the portal joins. Each part of it takes the few it needs. */
export interface PortalDeps {
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  readonly signer: Signer;
  readonly assets: ServedAssets;
  /** e.g. `https://sinau.example.go.id` */
  readonly portalOrigin: string;
  /** Where packages are served, as a source of a content security policy. */
  readonly contentSource: string;
  /** Where browsers put uploads. */
  readonly uploadOrigin: string;
  /** Given on one machine: mail that was kept instead of sent, newest first. */
  readonly outbox?: () => Promise<readonly OutboxMail[]>;

  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly clients: ClientStore;
  readonly sessions: SessionStore;
  readonly signIns: SignInStore;
  readonly oidc: OidcClient;
  /** Whoever first signs in with this verified address becomes the first operator. */
  readonly firstOperatorEmail?: string;
  /** True for issuers whose `preferred_username` is a checked NIP. */
  readonly usernameIsEmployeeNumber?: boolean;

  readonly courses: CourseStore;
  /** Published courses; loaded when somebody searches. */
  readonly search: CatalogueSearch;
  readonly saved: SavedCourseStore;
  readonly ratings: RatingStore;
  /** Loaded when somebody looks at them. */
  readonly statistics: () => Promise<StatisticsStores>;
  readonly jobs: ImportJobStore;
  readonly uploads: UploadRoom;
  readonly importQueue: ImportQueue;
  /** Questions of providers; loaded when an author looks at them. */
  readonly bank: BankStore;
  /** Quizzes that providers make of them. */
  readonly quizzes: QuizStore;
  /** Packages and structures of courses. */
  readonly contentRoom: ContentRoom;
  readonly exportRoom: ExportRoom;
  readonly maxPackageBytes: number;
  /** Where recordings may lie outside their package. */
  readonly mediaOrigins: readonly string[];
  readonly tools: ToolPort;
  readonly launchOrders: LaunchOrders;
  /** What tools have made of the line items of their links. */
  readonly toolItems: Pick<GradeStore, 'listItems'>;
  /** Tools of providers, for the pages that look after them. */
  readonly lti: () => Promise<ReturnType<typeof createLtiTools>>;
  /** Work of learners at tools. */
  readonly toolWork: () => Promise<ReturnType<typeof createToolWork>>;
  /** Whether tools are there. */
  readonly toolAsking: () => Promise<ReturnType<typeof createToolAsking>>;
  /** Keys that LTI is signed with; opened when an operator looks at them. */
  readonly signingKeys: () => Promise<KeyDesk>;
  /** Us as a tool in learning systems of others. */
  readonly ltiTool: () => Promise<LtiToolParts>;
  /** Since when the system that shows the course has not answered. */
  readonly providerDownSince: (courseId: string) => Promise<string | undefined>;

  /** Courses in other learning systems. */
  readonly dispatches: DispatchStore;

  /** What providers may hear of people, and have heard. */
  readonly agreements: AgreementStore;
  readonly sharing: SharingStore;
  readonly disclosures: DisclosureStore;

  /** What citizens say of services. */
  readonly citizens: () => Promise<CitizenDesk>;
  /** What posts ask for, and what people were found to hold. */
  readonly competency: () => Promise<CompetencyParts>;
  /** Files of events. */
  readonly materials: () => Promise<MaterialRoom>;
  /** Minutes of consultations, as files. */
  readonly minutesFiles: () => Promise<MinutesRoom>;
  /** Cohorts of learning paths and courses. */
  readonly cohorts: () => Promise<CohortDesk>;
  /** Learning paths; loaded when somebody enrols, or looks at one. */
  readonly paths: () => Promise<PathDesk>;
  /** What agencies plan for a year. */
  readonly annualPlan: () => Promise<AnnualPlanDesk>;
  /** Letters by which plans were agreed and set. */
  readonly decrees: () => Promise<DecreeRoom>;
  /** Seminars and other events. */
  readonly events: () => Promise<EventDesk>;
  /** Rights to be put before others who wait. */
  readonly priority: () => Promise<PriorityDesk>;
  /** What people are recognised for. */
  readonly recognition: () => Promise<RecognitionDesk>;
  /** What people say of what they finished. */
  readonly evaluations: () => Promise<EvaluationDesk>;
  readonly collaboration: () => Promise<CollaborationDesk>;
  /** Files of meetings of communities. */
  readonly meetingMaterials: () => Promise<MeetingMaterialRoom>;
  /** What helps people to learn; loaded by the first page about it. */
  readonly adoption: () => Promise<AdoptionDesk>;
  /** Talent boxes; very few people ever ask for them. */
  readonly talent: () => Promise<TalentDeps>;
  /** Files of how agencies stand. */
  readonly reports: () => Promise<ReportParts>;
  /** Electronic seals of agencies. */
  readonly seals: () => Promise<SealDesk>;
  /** How far each document is with it. */
  readonly sealReader: () => Promise<SealReader>;
  /** What agencies owe to SIASN. */
  readonly siasn: () => Promise<SiasnDesk>;
  /** How far each line is with it. */
  /** Whether official indexes are read, and who wants theirs. */
  readonly siasnReading: () => Promise<Pick<ReadingDeps, 'readings' | 'settings'>>;
  readonly siasnRows: () => Promise<Pick<SyncStore['rows'], 'find' | 'listOf'>>;
  /** Numbers of agencies. */
  readonly compliance: () => Promise<ComplianceDesk>;
  /** The ledger of JP. */
  readonly credit: () => Promise<CreditDesk>;
  /** Learning outside the platform; loaded when somebody looks at it. */
  readonly external: () => Promise<ExternalDesk>;
  /** Certificates and badges. */
  readonly credentials: () => Promise<CredentialDesk>;

  readonly enrolments: EnrolmentStore;
  readonly invitations: InvitationStore;

  readonly content: CourseContentPort;
  readonly entitlements: EntitlementPort;
  readonly registrations: RegistrationStore;
  readonly moves: VersionMovePort;
  /** Test launches of providers and reviewers. */
  readonly guests: GuestStore;
  readonly trials: TrialStore;
  readonly records: RecordWriter;
  readonly documents: DocumentWriter;
  readonly tickets: ContentTicketPort;
  readonly elsewhere: ElsewherePort;
  readonly actors: ActorPort;
  readonly addresses: DeliveryAddresses;

  readonly statements: StatementStore;
  /** Feeds of agencies, and how far their clients are. */
  readonly feed: FeedStore;
  readonly pulls: PullLog;
  /** How queues, followers and held commits are. */
  readonly healthSources: Pick<HealthSources, 'queues' | 'pulse' | 'held'>;

  /** Exports and daily files; loaded when somebody looks at them. */
  readonly exports: () => Promise<ExportParts>;

  /** Receivers of agencies; loaded when somebody looks at them. */
  readonly push: () => Promise<PushParts>;
  /** Catalogues of providers; loaded when somebody looks at them. */
  readonly catalogueSync: () => Promise<SyncParts>;
  /** Ways to providers; loaded when somebody looks at them. */
  readonly connectors: () => Promise<ConnectionDesk>;
  /** Quotas and costs of agencies; loaded when somebody looks at them. */
  readonly quotas: () => Promise<QuotaStore>;
  /** Lists of people for whom seats are kept; loaded when somebody looks at them. */
  readonly poolLists: () => Promise<PoolLists>;
  /** What agencies may spend; loaded when somebody looks at it. */
  readonly budget: () => Promise<BudgetDesk>;
  /** Results of providers and what differs there; loaded when somebody looks at them. */
  readonly outcomes: () => Promise<OutcomeDesk>;
  /** Enrolments at providers; loaded for a course that one has brought. */
  readonly providerEnrolments: () => Promise<ProviderEnrolmentStore>;
  /** What providers may hear of people, and notes of what they have heard; loaded when something is told. */
  readonly disclosing: () => Promise<Sharing>;
  /** The pseudonym by which a provider knows somebody. */
  readonly subjectOf: (asked: {
    readonly providerId: ProviderId;
    readonly personId: PersonId;
  }) => Promise<string>;
  /** Tables that providers send; loaded with the first of them. */
  readonly tables: () => Promise<TableDesk>;
  /** Lists of people; loaded when somebody sends one. */
  readonly staffing: () => Promise<StaffingDesk>;
  /** Lists of what people have learned elsewhere. */
  readonly history: () => Promise<HistoryListDesk>;
  /** Notes of who was shown whose records. */
  readonly readings: ReadingNotes;
  /** The log of these; loaded when somebody looks at it. */
  readonly audit: () => Promise<AuditParts>;
  /** What agencies require of their people. */
  readonly obligations: () => Promise<ObligationDesk>;
  /** When people want mail, and which. */
  readonly mailWishes: MailWishStore;
  /** Loaded when somebody looks at it. */
  readonly privacy: () => Promise<PrivacyParts>;

  /** Weeks that people plan for themselves. */
  readonly plans: () => Promise<PlanningStore>;

  /** What people tell of themselves for the simulation of their index. */
  readonly indexFacts: () => Promise<FactsStore>;
  /** What BKN has set of it. */
  readonly officialIndexes: () => Promise<OfficialStore>;

  readonly notices: NoticeStore;

  readonly idempotency: IdempotencyStore;
}
