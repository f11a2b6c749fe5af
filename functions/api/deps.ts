import type { AgreementStore, DisclosureStore, SharingStore } from '@sinau/agreements';
import type {
  ContentRoom,
  CourseStore,
  ExportRoom,
  ImportJobStore,
  ImportQueue,
  ToolPort,
  UploadRoom,
} from '@sinau/catalogue';
import type { RatingStore } from '@sinau/catalogue/ratings';
import type { CatalogueSearch } from '@sinau/catalogue/search';
import type { ConnectionStore } from '@sinau/connectors';
import type { TakeMessageDeps, TakeStatementsDeps } from '@sinau/connectors/results';
import type { GuestStore, LaunchDeps, LaunchLog, TrialStore } from '@sinau/delivery';
import type { GradeStore } from '@sinau/delivery/lti-services';
import type { DispatchCoursePort, DispatchStore } from '@sinau/dispatch';
import type { EnrolmentStore, InvitationStore, QuotaStore } from '@sinau/enrolment';
import type { OrganisationStore, PeopleStore } from '@sinau/identity';
import type { InsightStore } from '@sinau/insight';
import type { Clock, Digest, Ids, ProviderId, Signer } from '@sinau/kernel';
import type { RecordedStatement } from '@sinau/lrs';
import type { IdempotencyStore, RateLimiter, ReadingNotes } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type { BankStore, QuizStore } from '@sinau/questions';
import type { DispatchStubs } from '@sinau/web';
import type { AnnualPlanDesk } from '../shared/annual-plan-parts.ts';
import type { AuditParts } from '../shared/audit-parts.ts';
import type { BudgetDesk } from '../shared/budget-desk.ts';
import type { ClientCredentials } from '../shared/client-credentials.ts';
import type { CompetencyParts } from '../shared/competency-parts.ts';
import type { ComplianceDesk } from '../shared/compliance-desk.ts';
import type { ConnectionDesk } from '../shared/connection-parts.ts';
import type { CreditDesk } from '../shared/credit-desk.ts';
import type { EvaluationDesk } from '../shared/evaluation-parts.ts';
import type { createEventSeats } from '../shared/event-seats.ts';
import type { ExternalDesk } from '../shared/external-desk.ts';
import type { HistoryListDesk } from '../shared/history-parts.ts';
import type { KeyDesk } from '../shared/key-desk.ts';
import type { createLtiTools } from '../shared/lti-launches.ts';
import type { LtiToolParts } from '../shared/lti-tool-parts.ts';
import type { ObligationDesk } from '../shared/obligation-parts.ts';
import type { PathDesk } from '../shared/path-parts.ts';
import type { PriorityDesk } from '../shared/priority-parts.ts';
import type { PushParts } from '../shared/push-parts.ts';
import type { RecognitionDesk } from '../shared/recognition-parts.ts';
import type { ReconciliationDesk } from '../shared/reconciliation-parts.ts';
import type { ReportParts } from '../shared/report-parts.ts';
import type { SiasnParts } from '../shared/siasn-parts.ts';
import type { StaffingDesk } from '../shared/staffing-parts.ts';
import type { SyncParts } from '../shared/sync-parts.ts';
import type { TableDesk } from '../shared/table-parts.ts';
import type { TranscriptDesk } from '../shared/transcript-desk.ts';
import type { VoiceDesk } from '../shared/voice-parts.ts';

export interface ApiDeps {
  /** What agencies owe to SIASN; loaded when a connector asks. */
  readonly siasn: () => Promise<SiasnParts>;
  readonly credentials: ClientCredentials;
  readonly rateLimiter: RateLimiter;
  /** Notes of who was shown whose records. */
  readonly readings: ReadingNotes;
  /** Reports of agencies; loaded when a machine asks for one. */
  readonly reports: () => Promise<ReportParts>;
  /** Who read whose records; loaded when an auditor's system asks. */
  readonly audit: () => Promise<AuditParts>;
  readonly courses: CourseStore;
  readonly search: CatalogueSearch;
  readonly ratings: RatingStore;
  /** Webhooks; loaded when somebody asks for them. */
  readonly push: () => Promise<PushParts>;
  /** Ways to providers; loaded when somebody asks for them. */
  readonly connectors: () => Promise<ConnectionDesk>;
  /** Results of providers; loaded when one comes. */
  readonly results: () => Promise<TakeMessageDeps & TakeStatementsDeps>;
  /** Keys that LTI is signed with; loaded when a machine looks after them. */
  readonly signingKeys: () => Promise<KeyDesk>;
  /** Us as a tool in learning systems of others. */
  readonly ltiTool: () => Promise<LtiToolParts>;
  /** Tools of providers; loaded when somebody asks for them. */
  readonly lti: () => Promise<
    ReturnType<typeof createLtiTools> & {
      readonly grades: GradeStore;
      readonly providerExists: (providerId: ProviderId) => Promise<boolean>;
    }
  >;
  /** Catalogues of providers. */
  readonly catalogueSync: () => Promise<SyncParts & { readonly connections: Pick<ConnectionStore, 'find'> }>;
  /** Results and comparisons; loaded when somebody asks for them. */
  readonly reconciliations: () => Promise<ReconciliationDesk>;
  /** Tables of providers; loaded when one comes. */
  readonly tables: () => Promise<TableDesk>;
  /** Lists of people; loaded when one comes. */
  readonly staffing: () => Promise<StaffingDesk>;
  /** Lists of what people have learned elsewhere. */
  readonly history: () => Promise<HistoryListDesk>;
  /** Events of agencies; loaded when a machine asks. */
  readonly events: () => Promise<ReturnType<typeof createEventSeats>>;
  /** What agencies plan for a year; loaded when a machine asks. */
  readonly annualPlan: () => Promise<AnnualPlanDesk>;
  /** What citizens complain about; loaded when a machine asks. */
  readonly voice: () => Promise<VoiceDesk>;
  /** What people say of training; loaded when a machine asks. */
  readonly evaluations: () => Promise<EvaluationDesk>;
  /** What people are recognised for; loaded when a machine asks. */
  readonly recognition: () => Promise<RecognitionDesk>;
  /** Rights to priority; loaded when a machine asks. */
  readonly priority: () => Promise<PriorityDesk>;
  /** What agencies require of their people. */
  readonly obligations: () => Promise<ObligationDesk>;
  /** Learning paths; loaded when a machine asks for one. */
  readonly paths: () => Promise<Pick<PathDesk, 'paths' | 'members'>>;
  readonly jobs: ImportJobStore;
  readonly delivery: LaunchDeps & { readonly guests: GuestStore; readonly trials: TrialStore };
  /** What the record store was told in a trial, the latest first. */
  readonly trialStatements: (registration: string) => Promise<readonly RecordedStatement[]>;
  readonly dispatches: DispatchStore;
  /** Courses as dispatches ask for them. */
  readonly dispatchCourses: DispatchCoursePort;
  /** Scripts of the packages for other learning systems. */
  readonly readStubs: () => Promise<DispatchStubs>;
  readonly launchLog: LaunchLog;
  readonly insight: InsightStore;
  readonly enrolments: EnrolmentStore;
  readonly quotas: QuotaStore;
  /** The ledger of JP; loaded when somebody asks for it. */
  readonly credit: () => Promise<CreditDesk>;
  /** Yearly transcripts; loaded when somebody asks for one. */
  readonly transcripts: () => Promise<TranscriptDesk>;
  /** What posts ask for and people were found to hold; loaded when somebody asks for it. */
  readonly competency: () => Promise<CompetencyParts>;
  /** What agencies may spend; loaded when somebody asks for it. */
  readonly budget: () => Promise<BudgetDesk>;
  /** Numbers of agencies. */
  readonly compliance: () => Promise<ComplianceDesk>;
  /** Learning elsewhere, without its files; loaded when somebody asks for it. */
  readonly external: () => Promise<Omit<ExternalDesk, 'evidence'>>;
  readonly invitations: InvitationStore;
  /** e.g. `https://sinau.example.go.id` */
  readonly portalOrigin: string;
  /** Questions of providers. */
  readonly bank: BankStore;
  readonly quizzes: QuizStore;
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  /** What providers may hear of people, and have heard. */
  readonly agreements: AgreementStore;
  readonly sharing: SharingStore;
  readonly disclosures: DisclosureStore;
  readonly signer: Signer;
  readonly content: ContentRoom;
  /** Prefix of the ids that modules get. */
  readonly activityBase: string;
  /** Where recordings may lie outside their package. */
  readonly mediaOrigins: readonly string[];
  readonly tools: ToolPort;
  readonly uploads: UploadRoom;
  readonly exportRoom: ExportRoom;
  readonly queue: ImportQueue;
  readonly idempotency: IdempotencyStore;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly maxPackageBytes: number;
  /** How long a sent package is waited for before the answer is a job. */
  readonly importWaitSeconds: number;
  readonly sleep: (ms: number) => Promise<void>;
}
