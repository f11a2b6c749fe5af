import type { Context } from 'hono';
import type { AccessPorts } from './access/ports.ts';
import { registerAccess } from './access/routes.ts';
import type { AccountPorts } from './account/ports.ts';
import { registerAccount } from './account/routes.tsx';
import { SignedOutPage } from './account/signed-out-page.tsx';
import { agencyClients } from './agency/clients-place.tsx';
import type { AgencyPorts } from './agency/ports.ts';
import { registerAgency } from './agency/routes.tsx';
import type { AgreementPorts } from './agreements/ports.ts';
import { registerAgreements } from './agreements/routes.ts';
import type { ApprovalsPorts } from './approvals/ports.ts';
import { registerApprovals } from './approvals/routes.tsx';
import { unpackAsset } from './assets.ts';
import type { CataloguePorts } from './catalogue/ports.ts';
import { registerCatalogue } from './catalogue/routes.tsx';
import type { CertificatesPorts } from './certificates/ports.ts';
import { registerCertificates } from './certificates/routes.ts';
import type { CitizensDeskPorts, CitizensPorts } from './citizens/ports.ts';
import { registerCitizens } from './citizens/routes.ts';
import type { ClientsPorts } from './clients/ports.ts';
import { registerClients } from './clients/routes.ts';
import type {
  CompetencyDeskPorts,
  CompetencyListPorts,
  CompetencyPersonPorts,
  TeachingPorts,
} from './competency/ports.ts';
import { registerCompetency } from './competency/routes.ts';
import type { CompliancePorts } from './compliance/ports.ts';
import { registerCompliance } from './compliance/routes.ts';
import type { CatalogueSyncPorts } from './connections/catalogue/ports.ts';
import { registerCatalogueSync } from './connections/catalogue/routes.tsx';
import type { ConnectionEnrolmentsPorts } from './connections/enrolments/ports.ts';
import { registerConnectionEnrolments } from './connections/enrolments/routes.ts';
import type { OutcomesPorts } from './connections/outcomes/ports.ts';
import { registerOutcomes } from './connections/outcomes/routes.ts';
import type { ConnectionsPorts } from './connections/ports.ts';
import { registerConnections } from './connections/routes.ts';
import type { CoursePorts } from './course/ports.ts';
import { registerCourse } from './course/routes.tsx';
import type { CreditPorts } from './credit/ports.ts';
import { registerCredit } from './credit/routes.ts';
import type { DispatchPorts } from './dispatch/ports.ts';
import { registerDispatches } from './dispatch/routes.ts';
import type { EventsDeskPorts, EventsPorts } from './events/ports.ts';
import { registerEvents } from './events/routes.ts';
import type { ExportsPorts } from './exports/ports.ts';
import { registerExports } from './exports/routes.tsx';
import type { ExternalPorts } from './external/ports.ts';
import { registerExternal } from './external/routes.ts';
import type { GuestPorts } from './guest/ports.ts';
import { guestPlace, lmsGuestPlace, registerGuest } from './guest/routes.tsx';
import type { HomePorts } from './home/ports.ts';
import { registerHome } from './home/routes.tsx';
import type { InboxPorts } from './inbox/ports.ts';
import { registerInbox } from './inbox/routes.tsx';
import type { RulesPorts } from './jp-rules/ports.ts';
import { registerAgencyRules, registerNationalRules } from './jp-rules/routes.ts';
import type { LmsPorts, MyLmsPorts } from './lms/ports.ts';
import { registerLms, registerMyLms } from './lms/routes.ts';
import type { LtiToolPorts } from './lti/ports.ts';
import { registerLtiTools } from './lti/routes.ts';
import type { ObligationsPorts } from './obligations/ports.ts';
import { registerObligations } from './obligations/routes.ts';
import { operatorClients } from './operator/clients-place.tsx';
import type { OperatorPorts } from './operator/ports.ts';
import { registerOperator } from './operator/routes.tsx';
import type { PackagesPorts } from './packages/ports.ts';
import { registerPackages } from './packages/routes.tsx';
import type { PeoplePorts } from './people/ports.ts';
import { registerPeople } from './people/routes.tsx';
import type { PlanPorts } from './plan/ports.ts';
import { registerPlan } from './plan/routes.ts';
import type { PlayerPorts, ToolTroublePorts } from './player/ports.ts';
import { registerPlayer } from './player/routes.tsx';
import type { PrivacyPorts } from './privacy/ports.ts';
import { registerPrivacy } from './privacy/routes.ts';
import { ProblemPage, type ProblemView } from './problem/page.tsx';
import type { IndexPorts } from './professionalism/ports.ts';
import { registerIndex } from './professionalism/routes.ts';
import { agencyPush, providerPush } from './push/place.tsx';
import type { PushPorts } from './push/ports.ts';
import { registerPush } from './push/routes.ts';
import type { QuestionsPorts } from './questions/ports.ts';
import { registerQuestions } from './questions/routes.tsx';
import type { QuizzesPorts } from './quizzes/ports.ts';
import { registerQuizzes } from './quizzes/routes.tsx';
import type { QuotasPorts } from './quotas/ports.ts';
import { registerQuotas } from './quotas/routes.tsx';
import type { RatingsPorts } from './ratings/ports.ts';
import { registerRatings } from './ratings/routes.tsx';
import type { RecordsPorts } from './records/ports.ts';
import { registerRecords } from './records/routes.tsx';
import type { ReportsPorts } from './reports/ports.ts';
import { registerReports } from './reports/routes.ts';
import type { RequestsPorts } from './requests/ports.ts';
import { registerRequests } from './requests/routes.ts';
import type { ReviewPorts } from './review/ports.ts';
import { registerReviews } from './review/routes.tsx';
import type { SealsPorts } from './seals/ports.ts';
import { registerSeals } from './seals/routes.ts';
import type { SheetPorts } from './sheet/ports.ts';
import { registerSheet } from './sheet/routes.tsx';
import type { SiasnPorts } from './siasn/ports.ts';
import { registerSiasn } from './siasn/routes.ts';
import type { SigningKeysPorts } from './signing-keys/ports.ts';
import { registerSigningKeys } from './signing-keys/routes.ts';
import type { ListPorts } from './staffing/ports.ts';
import { registerLists } from './staffing/routes.tsx';
import type { StatementsPorts } from './statements/ports.ts';
import { registerStatements } from './statements/routes.tsx';
import type { StatisticsPorts } from './statistics/ports.ts';
import { registerStatistics } from './statistics/routes.tsx';
import type { StudioPorts } from './studio/ports.ts';
import { registerStudio } from './studio/routes.tsx';
import type { TablesPorts } from './tables/ports.ts';
import { registerTables } from './tables/routes.ts';
import type { ToolWorkPorts } from './tool-work/ports.ts';
import { registerToolWork } from './tool-work/routes.ts';
import type { TranscriptsPorts } from './transcripts/ports.ts';
import type { Viewer } from './ui.ts';
import {
  answerPage,
  createPortal,
  type Portal,
  type PortalOptions,
  type RegisterRoute,
  uiOf,
  type ViewerPort,
} from './visit.ts';

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
  /** What posts ask for, and what people hold. */
  readonly competency: CompetencyPersonPorts;
  readonly competencyDesk: CompetencyDeskPorts;
  readonly competencyLists: CompetencyListPorts;
  readonly teaching: TeachingPorts;
  /** Seminars and other events: for whoever comes, and for the agency that holds them. */
  readonly events: EventsPorts;
  readonly eventsDesk: EventsDeskPorts;
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

export interface RegisterPortalOptions extends PortalOptions {
  /** e.g. `https://sinau.example.go.id` */
  readonly portalOrigin: string;
  readonly contentSecurityPolicy: PolicyInput;
  /** Makes the refusal that becomes the 404 page. */
  readonly notFound: () => Error;
}

/** Declares every page of the portal, and the files they use. */
export function registerPortal(
  register: RegisterRoute,
  ports: PortalPorts,
  options: RegisterPortalOptions,
): void {
  const portal = createPortal(register, ports.viewer, options);
  const player = {
    portalOrigin: options.portalOrigin,
    notFound: options.notFound,
    framedContentSecurityPolicy: contentSecurityPolicy(options.contentSecurityPolicy, "'self'"),
    toolContentSecurityPolicy: framesTools(options.contentSecurityPolicy),
  };
  registerAssets(register, options);
  registerHome(portal, ports.home);
  registerHours(portal, ports);
  registerCatalogue(portal, ports.catalogue);
  registerCourse(portal, ports.course);
  registerPlayer(portal, ports.player, { ...player, tools: ports.player, work: ports.toolWork });
  registerToolWork(portal, ports.toolWork);
  registerRecords(portal, ports.records);
  registerInbox(portal, ports.inbox);
  registerAccount(portal, ports.account);
  registerStudio(portal, ports.studio, player);
  registerQuestions(portal, ports.questions);
  registerQuizzes(portal, ports.quizzes);
  registerReviews(portal, ports.reviews, player);
  registerCompliance(portal, ports.compliance);
  registerReports(portal, ports.reports);
  registerCitizens(portal, ports, options);
  registerCompetency(portal, ports);
  registerEvents(portal, ports);
  registerAgency(portal, ports.agency);
  registerApprovals(portal, ports.approvals);
  registerClients(portal, ports.clients, agencyClients);
  registerStatements(portal, ports.statements, options);
  registerQuotas(portal, ports.quotas);
  registerObligations(portal, ports.obligations);
  registerConnectionEnrolments(portal, ports.connectionEnrolments, ports.connections);
  registerPush(portal, ports.push, agencyPush);
  registerPush(portal, ports.webhooks, providerPush);
  registerConnections(portal, ports.connections);
  registerOutcomes(portal, ports.outcomes);
  registerTables(portal, ports.tables, ports.connections);
  registerPackages(portal, ports.packages, ports.connections);
  registerCatalogueSync(portal, ports.catalogueSync);
  registerStatistics(portal, ports.statistics);
  registerSheet(portal, ports.sheet);
  registerRatings(portal, ports.ratings, ports.course);
  registerPrivacy(portal, ports.privacy, ports);
  registerAccess(portal, ports.access);
  registerRequests(portal, ports.requests);
  registerExports(portal, ports.exports);
  registerOperator(portal, ports.operator);
  registerClients(portal, ports.clients, operatorClients(ports.operator));
  registerGuest(portal, ports.guest, { ...options, place: guestPlace });
  registerGuest(portal, ports.lmsGuest, { ...options, place: lmsGuestPlace });
  registerDispatches(portal, ports.dispatches);
  registerAgreements(portal, ports.agreements);
  registerLtiTools(portal, ports.lti);
  registerSigningKeys(portal, ports.signingKeys);
  registerLms(portal, ports.lms);
  registerMyLms(portal, ports.myLms);
  // Before people by id, whose addresses look alike.
  registerLists(portal, 'people', ports.staffing);
  registerLists(portal, 'history', ports.history);
  registerPeople(portal, ports.people);
}

/** Hours and what they are proven by: everybody's own, and the rules they follow. */
function registerHours(portal: Portal, ports: PortalPorts): void {
  registerCredit(portal, ports.credit);
  registerExternal(portal, ports.external);
  registerPlan(portal, ports.plan);
  registerIndex(portal, ports.index);
  registerAgencyRules(portal, ports.agencyRules);
  registerNationalRules(portal, ports.nationalRules);
  registerCertificates(portal, ports.certificates, ports.transcripts);
  registerSeals(portal, ports.seals);
  registerSiasn(portal, ports.siasn);
}

function registerAssets(
  register: RegisterRoute,
  options: Pick<RegisterPortalOptions, 'assets' | 'notFound'>,
): void {
  register({ method: 'GET', path: '/assets/:file', access: ['anyone'] }, async (context) => {
    const name = context.req.param('file') ?? '';
    const files = await options.assets.readFiles();
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (!file) throw options.notFound();
    const { body, encoding } = unpackAsset(file, context.req.header('accept-encoding') ?? '');
    return context.body(body, 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    });
  });
}

export interface PolicyInput {
  /** Where packages are served, as a CSP source: `https://*.content.example.go.id`. */
  readonly contentSource: string;
  /** Where the browser puts uploads. */
  readonly uploadOrigin: string;
}

/**
 * Of the one page that shows a tool inside: it leads through origins of the university that nobody can list beforehand. On
 * one machine, where our own content is served over http, so may tools be.
 */
function framesTools({ contentSource, uploadOrigin }: PolicyInput): string {
  const schemes = contentSource.startsWith('http:') ? 'https: http:' : 'https:';
  return contentSecurityPolicy({ contentSource: `${contentSource} ${schemes}`, uploadOrigin });
}

/** Nothing inline, nothing from elsewhere: frames only from content origins, uploads only to the store. */
export function contentSecurityPolicy(
  input: PolicyInput,
  frameAncestors: "'none'" | "'self'" = "'none'",
): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${input.uploadOrigin}`,
    `frame-src 'self' ${input.contentSource}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

/** The page after signing out, on the way to where the issuer ends its session. */
export async function answerSignedOut(
  context: Context,
  next: string,
  options: Pick<PortalOptions, 'assets' | 'hasOutbox'>,
): Promise<Response> {
  return answerPage(context, <SignedOutPage ui={await uiOf(context, undefined, options)} next={next} />);
}

/** The page for a refusal or a fault, in the reader's language. */
export async function answerProblem(
  context: Context,
  problem: ProblemView,
  reader: {
    readonly viewer: Viewer | undefined;
    readonly options: Pick<PortalOptions, 'assets' | 'hasOutbox'>;
  },
): Promise<Response> {
  const ui = await uiOf(context, reader.viewer, reader.options);
  return answerPage(context, <ProblemPage ui={ui} problem={problem} />, problem.status as 404);
}
