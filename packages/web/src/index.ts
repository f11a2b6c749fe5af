export type { AccessPorts, AccessQuery, CheckView, OfficeQuery, ReadingView } from './access/ports.ts';
export type { AccountPorts } from './account/ports.ts';
export type { BoardsPorts } from './adoption/board-ports.ts';
export type { HabitsPorts, PledgeView } from './adoption/habit-ports.ts';
export type { AgencyAdoptionPorts, NudgesPorts, NudgeView, TeamWeekPorts } from './adoption/ports.ts';
export type {
  AgencyPerson,
  AgencyPorts,
  LearningRow,
  PullProgress,
  PullRow,
  PullView,
} from './agency/ports.ts';
export type {
  AgreementPorts,
  AgreementView,
  DisclosedBy,
  OwnSharingView,
  SharingDecisionView,
} from './agreements/ports.ts';
export type { NeedPorts, RuleView } from './annual-plan/need-ports.ts';
export type { LearningAt, PlanAt } from './annual-plan/paths.ts';
export {
  type AnnualPlanPorts,
  decreeProblemNames,
  type FileFormat,
  type ItemView as PlanItemView,
  type MoveOrder as PlanMoveOrder,
  type PlanFile,
  type PlanRow,
  type RealisedItemView,
  type SignalView as PlanSignalView,
} from './annual-plan/ports.ts';
export type {
  ApprovalsPorts,
  AssignmentOrder,
  AssignmentOutcome,
  RequestView,
} from './approvals/ports.ts';
export type { AssetFiles, Assets, DispatchStubs, ServedAssets } from './assets.ts';
export type {
  BookingView,
  BudgetPorts,
  CauseView,
  EntryView,
  IndicatorView,
  LineView,
  PurposeView,
  QuotaLineView,
  UnitCostView,
} from './budget/ports.ts';
export type {
  CataloguePorts,
  CatalogueQuery,
  CatalogueView,
  ResultView,
  SavedView,
} from './catalogue/ports.ts';
export type { CertificateCard, CertificatesPorts, CertificateView, Wallet } from './certificates/ports.ts';
export type { ChampionsDeskPorts, ChampionsPorts, ChampionView } from './champions/ports.ts';
export type {
  CitizensDeskPorts,
  CitizensPorts,
  CodeView,
  ServiceView as CitizenServiceView,
  SurveyView,
  TotalsView,
  TrainingView,
} from './citizens/ports.ts';
export type { ApiClient, ClientSecret, ClientsPorts, IssuedSecret } from './clients/ports.ts';
export type {
  AgencyCoachingView,
  AgencyPairLine,
  CoachingDeskPorts,
} from './coaching/desk-ports.ts';
export type {
  CoachingPorts,
  PairView,
  SessionLine,
  SessionOrder,
  SessionView,
  TeamPairView,
} from './coaching/ports.ts';
export type {
  CohortCard,
  CohortOrder,
  CohortSaved,
  CohortsDeskPorts,
  CohortsPorts,
  CohortView,
  DeskCohortRow,
  DeskCohortView,
  LateAsk,
  LateView,
  NamingView,
  Roster,
  RosterRow,
} from './cohorts/ports.ts';
export type {
  CommunityAnswerView,
  CommunityBoardPorts,
  CommunityQuestionLine,
  CommunityQuestionView,
  HiddenView,
} from './communities/board-ports.ts';
export type {
  CommunitiesPorts,
  CommunityLine,
  CommunityView,
  MeetingLine,
  MeetingView,
  MemberLine,
} from './communities/ports.ts';
export type { BandsPorts } from './competency/bands-ports.ts';
export type { CompetencyDeskPorts, StandardView } from './competency/desk-ports.ts';
export type { CompetencyListPorts, ListView } from './competency/list-ports.ts';
export type {
  CompetencyPersonPorts,
  CompetencyView,
  PersonView as CompetencyPersonView,
} from './competency/person-ports.ts';
export type { TeachingPorts } from './competency/teaching-ports.ts';
export type { CompliancePorts, FunnelView, NumbersView } from './compliance/ports.ts';
export type {
  CatalogueBatchHead,
  CatalogueItem,
  CatalogueRow,
  CatalogueRun,
  CatalogueSyncPorts,
} from './connections/catalogue/ports.ts';
export type { ConnectionEnrolmentsPorts, ProviderEnrolmentRow } from './connections/enrolments/ports.ts';
export type {
  CourseNames,
  Framed,
  MismatchView,
  OrderView,
  OutcomesPorts,
  OutcomeView,
  PollView,
  ResultDetail,
  RunView,
  SayingView,
} from './connections/outcomes/ports.ts';
export type { ConnectionLetter, ConnectionsPorts, ConnectionView } from './connections/ports.ts';
export type { CourseCard } from './course/card.tsx';
export type {
  ClassificationChoices,
  ClassificationFacts,
  ClassifiedNames,
} from './course/classification.ts';
export { missingOf } from './course/missing.ts';
export type {
  AtProviderView,
  BlockView,
  CoursePorts,
  CourseView,
  Criterion,
  EnrolmentView,
  KeptSeatsView,
  OutlineNode,
  PartView,
  ProviderWordView,
  ServedPlanView,
} from './course/ports.ts';
export { partsOf, progressOf } from './course/progress.ts';
export type {
  CreditLineView,
  CreditPorts,
  CreditYearView,
  HoldView,
} from './credit/ports.ts';
export type { CourseDispatches, DispatchPorts, DispatchView } from './dispatch/ports.ts';
export type {
  EvaluationResultsPorts,
  EvaluationsPorts,
  OwnEvaluationView,
  SubjectResultsView,
  TeamEvaluationView,
  YearResultsView,
} from './evaluations/ports.ts';
export type { EventPaymentsPorts, PartnerEventRow, PartnerEventsPorts } from './events/agency-ports.ts';
export type { DeskEventView, EventOrder, EventsDeskPorts, ParticipantRow } from './events/desk-ports.ts';
export type { EventCard, EventsPorts, EventView } from './events/ports.ts';
export type { ExportsPorts, ExportView } from './exports/ports.ts';
export type {
  ExternalPorts,
  ExternalRow,
  ExternalSaved,
  FormView,
} from './external/ports.ts';
export type {
  CommitmentView,
  ForumOrder,
  ForumPorts,
  ForumView,
  PublicForumView,
} from './forums/ports.ts';
export type { GuestCourseView, GuestPorts, GuestVisit } from './guest/ports.ts';
export type { HomePorts, HomeView, ResumePlace, ResumeView, YearView } from './home/ports.ts';
export type { TimeZone } from './i18n/format.ts';
export { chooseLocale, localeCookie } from './i18n/locale.ts';
export { talentWords } from './i18n/talent.ts';
export type { InboxItem, InboxPorts } from './inbox/ports.ts';
export type {
  RuleEntry,
  RulePreviewView,
  RuleRowView,
  RulesPorts,
  RuleTopicView,
  RuleWhat,
} from './jp-rules/ports.ts';
export type {
  DeskPathRow,
  DeskPathView,
  PathCard,
  PathFaultView,
  PathFormOrder,
  PathMemberRow,
  PathSaved,
  PathStepView,
  PathsDeskPorts,
  PathsPorts,
  PathView,
} from './learning-paths/ports.ts';
export type {
  LmsDesk,
  LmsPlacementView,
  LmsPorts,
  LmsScoreView,
  LmsView,
  MyLmsPorts,
  ScoreStateView,
} from './lms/ports.ts';
export type { LtiToolPorts, LtiToolView, LtiToolWords, ToolImpact } from './lti/ports.ts';
export type { MaterialView } from './materials/ports.ts';
export type {
  AudienceView,
  CourseChangeDraft,
  CourseChangeRow,
  DutyRow,
  ExceptionRow,
  MyObligation,
  ObligationDraft,
  ObligationRow,
  ObligationsPorts,
  ObligationView,
  TermsDraft,
} from './obligations/ports.ts';
export type { HealthPart, HealthView, QueueName } from './operator/health.ts';
export type {
  AgencyRow,
  Invitation,
  MailView,
  OperatorPorts,
  PersonRow,
  ProviderRow,
} from './operator/ports.ts';
export type { PackagesPorts, PackagesView } from './packages/ports.ts';
export type {
  NamedSupervisorsView,
  PeoplePorts,
  PersonView,
  TeamDutyView,
  TeamMemberView,
} from './people/ports.ts';
export type { PlanPorts, PlanView } from './plan/ports.ts';
export type { CourseAddress, PlayerPorts, ToolTroublePorts, TrialPorts } from './player/ports.ts';
export { contentSecurityPolicy, type PolicyInput } from './policy.ts';
export { answerProblem, answerSignedOut, type RegisterPortalOptions, registerPortal } from './portal.tsx';
export type { PortalPorts } from './portal-ports.ts';
export type {
  AgencySeatView,
  PriorityDeskPorts,
  PriorityPorts,
  PrioritySeatView,
  WaitView,
} from './priority/ports.ts';
export type { PrivacyJobView, PrivacyPorts, RuleKey } from './privacy/ports.ts';
export type { IndexPorts, IndexView } from './professionalism/ports.ts';
export type { PushPorts, PushSubscription } from './push/ports.ts';
export type {
  EditedContent,
  QuestionsPorts,
  QuestionView,
} from './questions/ports.ts';
export type { QuizView, QuizzesPorts } from './quizzes/ports.ts';
export type { PoolGroupView, PoolPorts, PoolRow, PoolView } from './quotas/pool-ports.ts';
export type { QuotaRow, QuotasPorts, QuotasView } from './quotas/ports.ts';
export type { RatingsPorts } from './ratings/ports.ts';
export type {
  NamedRecognition,
  RecognitionDeskPorts,
  RecognitionPorts,
  RecognitionView,
} from './recognition/ports.ts';
export type { KnownVerb, RecordLine, RecordsPorts } from './records/ports.ts';
export type { ReportsPorts, ReportView } from './reports/ports.ts';
export type {
  DataRequestView,
  DeskRequestView,
  IncidentView,
  LegalHoldView,
  RequestsPorts,
} from './requests/ports.ts';
export type { ReviewedQuestion, ReviewedQuiz, ReviewPorts, VersionPlace } from './review/ports.ts';
export type { SealDeskView, SealStandingView, SealsPorts, WatchedSealView } from './seals/ports.ts';
export type { SheetPorts } from './sheet/ports.ts';
export type { SheetTable } from './sheets.ts';
export type { SiasnIndexesView, SiasnIndexPorts } from './siasn/index-ports.ts';
export type {
  SiasnDeskView,
  SiasnFileView,
  SiasnLineView,
  SiasnPorts,
  SiasnRef,
  SiasnRowView,
  SiasnStanding,
} from './siasn/ports.ts';
export type { SignedFormsPorts } from './signed-forms/ports.ts';
export type { SigningKeysPorts, SigningKeyView } from './signing-keys/ports.ts';
export { isStaffPath } from './staff-path.ts';
export type { ListCode, ListFile, ListImportView, ListPorts } from './staffing/ports.ts';
export type {
  StatementAttachment,
  StatementList,
  StatementRow,
  StatementSearch,
  StatementsPorts,
  StatementView,
} from './statements/ports.ts';
export type { StatisticsPorts, StatisticsWish } from './statistics/ports.ts';
export type { LinkTrouble, ModuleView } from './studio/module-ports.ts';
export type {
  ChangeView,
  CourseFacts,
  Finding,
  ImportState,
  ImportStep,
  ImportSummary,
  ImportView,
  ReviewComment,
  StudioCourse,
  StudioCourseView,
  StudioHomeView,
  StudioPorts,
  StudioVersion,
  UploadTicket,
} from './studio/ports.ts';
export type { TablePreviewView, TableSlotView, TablesPorts } from './tables/ports.ts';
export type { TalentListView, TalentPorts } from './talent/ports.ts';
export type { ThemeCountView, ThemeListSummary, ThemePorts, ThemeRowView } from './themes/ports.ts';
export type { ToolWorkPorts, ToolWorkView } from './tool-work/ports.ts';
export type { TranscriptsPorts, TranscriptView } from './transcripts/ports.ts';
export type { Viewer } from './ui.ts';
export type { PortalEnv, PortalRoute, RegisterRoute, ViewerPort } from './visit.ts';
