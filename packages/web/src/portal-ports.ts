import type { AccessPorts } from './access/ports.ts';
import type { AccountPorts } from './account/ports.ts';
import type { BoardsPorts } from './adoption/board-ports.ts';
import type { HabitsPorts } from './adoption/habit-ports.ts';
import type { AgencyAdoptionPorts, NudgesPorts, TeamWeekPorts } from './adoption/ports.ts';
import type { AgencyPorts } from './agency/ports.ts';
import type { AgreementPorts } from './agreements/ports.ts';
import type { AnnualPlanPorts } from './annual-plan/ports.ts';
import type { ApprovalsPorts } from './approvals/ports.ts';
import type { BudgetPorts } from './budget/ports.ts';
import type { CataloguePorts } from './catalogue/ports.ts';
import type { CertificatesPorts } from './certificates/ports.ts';
import type { ChampionsDeskPorts, ChampionsPorts } from './champions/ports.ts';
import type { CitizensDeskPorts, CitizensPorts } from './citizens/ports.ts';
import type { ClientsPorts } from './clients/ports.ts';
import type { CoachingDeskPorts } from './coaching/desk-ports.ts';
import type { CoachingPorts } from './coaching/ports.ts';
import type { CohortsDeskPorts, CohortsPorts } from './cohorts/ports.ts';
import type { CommunityBoardPorts } from './communities/board-ports.ts';
import type { CommunitiesPorts } from './communities/ports.ts';
import type { CompetencyDeskPorts } from './competency/desk-ports.ts';
import type { CompetencyListPorts } from './competency/list-ports.ts';
import type { CompetencyPersonPorts } from './competency/person-ports.ts';
import type { TeachingPorts } from './competency/teaching-ports.ts';
import type { CompliancePorts } from './compliance/ports.ts';
import type { CatalogueSyncPorts } from './connections/catalogue/ports.ts';
import type { ConnectionEnrolmentsPorts } from './connections/enrolments/ports.ts';
import type { OutcomesPorts } from './connections/outcomes/ports.ts';
import type { ConnectionsPorts } from './connections/ports.ts';
import type { CoursePorts } from './course/ports.ts';
import type { CreditPorts } from './credit/ports.ts';
import type { DispatchPorts } from './dispatch/ports.ts';
import type { EvaluationResultsPorts, EvaluationsPorts } from './evaluations/ports.ts';
import type { EventPaymentsPorts, PartnerEventsPorts } from './events/agency-ports.ts';
import type { EventsDeskPorts } from './events/desk-ports.ts';
import type { EventsPorts } from './events/ports.ts';
import type { ExportsPorts } from './exports/ports.ts';
import type { ExternalPorts } from './external/ports.ts';
import type { ForumPorts } from './forums/ports.ts';
import type { GuestPorts } from './guest/ports.ts';
import type { HomePorts } from './home/ports.ts';
import type { InboxPorts } from './inbox/ports.ts';
import type { RulesPorts } from './jp-rules/ports.ts';
import type { PathsDeskPorts, PathsPorts } from './learning-paths/ports.ts';
import type { LmsPorts, MyLmsPorts } from './lms/ports.ts';
import type { LtiToolPorts } from './lti/ports.ts';
import type { ObligationsPorts } from './obligations/ports.ts';
import type { OperatorPorts } from './operator/ports.ts';
import type { PackagesPorts } from './packages/ports.ts';
import type { PeoplePorts } from './people/ports.ts';
import type { PlanPorts } from './plan/ports.ts';
import type { PlayerPorts, ToolTroublePorts } from './player/ports.ts';
import type { PriorityDeskPorts, PriorityPorts } from './priority/ports.ts';
import type { PrivacyPorts } from './privacy/ports.ts';
import type { IndexPorts } from './professionalism/ports.ts';
import type { PushPorts } from './push/ports.ts';
import type { QuestionsPorts } from './questions/ports.ts';
import type { QuizzesPorts } from './quizzes/ports.ts';
import type { QuotasPorts } from './quotas/ports.ts';
import type { RatingsPorts } from './ratings/ports.ts';
import type { RecognitionDeskPorts, RecognitionPorts } from './recognition/ports.ts';
import type { RecordsPorts } from './records/ports.ts';
import type { ReportsPorts } from './reports/ports.ts';
import type { RequestsPorts } from './requests/ports.ts';
import type { ReviewPorts } from './review/ports.ts';
import type { SealsPorts } from './seals/ports.ts';
import type { SheetPorts } from './sheet/ports.ts';
import type { SiasnPorts } from './siasn/ports.ts';
import type { SignedFormsPorts } from './signed-forms/ports.ts';
import type { SigningKeysPorts } from './signing-keys/ports.ts';
import type { ListPorts } from './staffing/ports.ts';
import type { StatementsPorts } from './statements/ports.ts';
import type { StatisticsPorts } from './statistics/ports.ts';
import type { StudioPorts } from './studio/ports.ts';
import type { TablesPorts } from './tables/ports.ts';
import type { TalentPorts } from './talent/ports.ts';
import type { ThemePorts } from './themes/ports.ts';
import type { ToolWorkPorts } from './tool-work/ports.ts';
import type { TranscriptsPorts } from './transcripts/ports.ts';
import type { ViewerPort } from './visit.ts';

/** Every use case the pages need, one small interface per noun. functions/portal joins them to the domains. */
export interface PortalPorts {
  readonly viewer: ViewerPort;
  readonly home: HomePorts;
  readonly plan: PlanPorts;
  readonly index: IndexPorts;
  /** Rules of JP: of an agency, and of the nation. */
  readonly agencyRules: RulesPorts;
  readonly nationalRules: RulesPorts;
  readonly credit: CreditPorts;
  readonly external: ExternalPorts;
  readonly certificates: CertificatesPorts;
  readonly transcripts: TranscriptsPorts;
  readonly signedForms: SignedFormsPorts;
  readonly catalogue: CataloguePorts;
  readonly course: CoursePorts;
  readonly player: PlayerPorts & ToolTroublePorts;
  readonly records: RecordsPorts;
  readonly inbox: InboxPorts;
  readonly account: AccountPorts;
  readonly studio: StudioPorts;
  readonly questions: QuestionsPorts;
  readonly quizzes: QuizzesPorts;
  readonly reviews: ReviewPorts;
  readonly agency: AgencyPorts;
  /** Numbers of agencies, and the lists behind them. */
  readonly compliance: CompliancePorts;
  readonly reports: ReportsPorts;
  readonly seals: SealsPorts;
  /** What citizens say of services. */
  readonly citizens: CitizensPorts;
  readonly citizensDesk: CitizensDeskPorts;
  readonly themes: ThemePorts;
  readonly forums: ForumPorts;
  /** What posts ask for, and what people hold. */
  readonly competency: CompetencyPersonPorts;
  readonly competencyDesk: CompetencyDeskPorts;
  readonly competencyLists: CompetencyListPorts;
  readonly teaching: TeachingPorts;
  /** What agencies plan for a year, and why. */
  readonly annualPlan: AnnualPlanPorts;
  /** Seminars and other events: for whoever comes, and for the agency or provider that holds them. */
  readonly events: EventsPorts;
  readonly eventsDesk: EventsDeskPorts;
  /** Events of providers that people of an agency go to. */
  readonly partnerEvents: PartnerEventsPorts;
  /** What seats of events cost an agency. */
  readonly eventPayments: EventPaymentsPorts;
  readonly cohorts: CohortsPorts;
  readonly cohortsDesk: CohortsDeskPorts;
  readonly paths: PathsPorts;
  readonly pathsDesk: PathsDeskPorts;
  /** What people say of what they finished. */
  readonly coaching: CoachingPorts;
  readonly coachingDesk: CoachingDeskPorts;
  readonly communities: CommunitiesPorts;
  readonly communityBoards: CommunityBoardPorts;
  readonly evaluations: EvaluationsPorts;
  readonly evaluationResults: EvaluationResultsPorts;
  readonly priority: PriorityPorts;
  readonly priorityDesk: PriorityDeskPorts;
  readonly recognition: RecognitionPorts;
  readonly recognitionDesk: RecognitionDeskPorts;
  /** What helps people to learn. */
  readonly nudges: NudgesPorts;
  readonly agencyAdoption: AgencyAdoptionPorts;
  /** Talent boxes, for talent officers alone. */
  readonly talent: TalentPorts;
  readonly teamWeek: TeamWeekPorts;
  readonly habits: HabitsPorts;
  readonly boards: BoardsPorts;
  /** Colleagues who help to learn online. */
  readonly champions: ChampionsPorts;
  readonly championsDesk: ChampionsDeskPorts;
  readonly siasn: SiasnPorts;
  readonly approvals: ApprovalsPorts;
  readonly clients: ClientsPorts;
  readonly statements: StatementsPorts;
  readonly push: PushPorts;
  /** Receivers of providers. */
  readonly webhooks: PushPorts;
  /** Ways to the systems of providers. */
  readonly catalogueSync: CatalogueSyncPorts;
  readonly connections: ConnectionsPorts;
  /** Results of providers, and what differs between here and there. */
  readonly outcomes: OutcomesPorts;
  readonly tables: TablesPorts;
  /** Lists of the people of agencies. */
  readonly staffing: ListPorts;
  /** Lists of what people have learned elsewhere. */
  readonly history: ListPorts;
  readonly packages: PackagesPorts;
  /** What agencies require of their people. */
  readonly obligations: ObligationsPorts;
  readonly connectionEnrolments: ConnectionEnrolmentsPorts;
  /** Seats of agencies at providers. */
  readonly quotas: QuotasPorts;
  /** What agencies may spend on learning. */
  readonly budget: BudgetPorts;
  readonly sheet: SheetPorts;
  readonly ratings: RatingsPorts;
  readonly statistics: StatisticsPorts;
  readonly privacy: PrivacyPorts;
  readonly requests: RequestsPorts;
  readonly access: AccessPorts;
  readonly exports: ExportsPorts;
  readonly operator: OperatorPorts;
  readonly guest: GuestPorts;
  readonly dispatches: DispatchPorts;
  readonly agreements: AgreementPorts;
  readonly lti: LtiToolPorts;
  /** What tools say of the work of learners. */
  readonly toolWork: ToolWorkPorts;
  /** Keys that this deployment signs with. */
  readonly signingKeys: SigningKeysPorts;
  /** Learning systems of others that open courses of ours. */
  readonly lms: LmsPorts;
  readonly myLms: MyLmsPorts;
  /** Courses that people have opened there. */
  readonly lmsGuest: GuestPorts;
  readonly people: PeoplePorts;
}
