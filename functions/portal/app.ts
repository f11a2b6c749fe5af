import { returnPath } from '@sinau/identity';
import { anonymous } from '@sinau/kernel';
import {
  type AppEnv,
  createHttpApp,
  createPartedApp,
  type HttpApp,
  NotFound,
  type PartedApp,
  type Problem,
} from '@sinau/platform/http';
import {
  answerProblem,
  contentSecurityPolicy,
  isStaffPath,
  type PortalPorts,
  type RegisterPortalOptions,
  type RegisterRoute,
  registerPortal,
  type ViewerPort,
} from '@sinau/web';
import type { Context } from 'hono';
import { later } from '../shared/later.ts';
import type { PortalDeps } from './deps.ts';
import { addHealthRoute } from './health-route.ts';
import { createViewers } from './join-viewer.ts';
import { createSessionReader, type SessionReader } from './session.ts';
import { addSignInRoutes } from './sign-in-routes.ts';

/** The portal: pages of packages/web over the domains, behind one session cookie. */
export function createPortalApp(deps: PortalDeps): PartedApp {
  const sessions = createSessionReader(deps);
  const viewers = createViewers(deps, sessions);
  const policy = { contentSource: deps.contentSource, uploadOrigin: deps.uploadOrigin };
  const options = { assets: deps.assets, hasOutbox: deps.outbox !== undefined };
  const ports = joinPorts(deps, viewers);
  const pageOptions: RegisterPortalOptions = {
    ...options,
    portalOrigin: deps.portalOrigin,
    safeReturnTo: (value) => returnPath(value, deps.portalOrigin),
    contentSecurityPolicy: policy,
    notFound: () => new NotFound('There is nothing at this address.'),
  };
  const createApp = () =>
    createHttpApp({
      name: 'portal',
      authenticate: sessions.authenticate,
      log: deps.log,
      clock: deps.clock,
      ids: deps.ids,
      ownOrigin: deps.portalOrigin,
      compress: true,
      // Page tokens are the longest that pages write.
      maxParameterChars: 2_000,
      idempotency: { store: deps.idempotency, digest: deps.digest },
      contentSecurityPolicy: contentSecurityPolicy(policy),
      readings: deps.readings,
      renderProblem: (problem, context) =>
        (context.req.header('accept') ?? '').includes('text/html')
          ? renderProblem(problem, context, { viewers, sessions, options, policy })
          : undefined,
    });
  const registerOn =
    (app: HttpApp): RegisterRoute =>
    (route, handler) =>
      app.route(route, (context) => handler(context));
  const first = createApp();
  addHealthRoute(first, {
    clock: deps.clock,
    health: async () => (await import('./health.ts')).healthOf(deps),
  });
  addSignInRoutes(first, deps, options);
  registerPortal(registerOn(first), ports, pageOptions);
  return createPartedApp({
    first,
    isLater: isStaffPath,
    later: async () => {
      const { registerStaffPages } = await import('@sinau/web/staff');
      const app = createApp();
      registerStaffPages(registerOn(app), ports, pageOptions);
      return app;
    },
  });
}

function joinPorts(deps: PortalDeps, viewer: ViewerPort): PortalPorts {
  return {
    viewer,
    home: later(async () => (await import('./join-home.ts')).joinHome(deps, viewer)),
    index: later(async () => (await import('./join-professionalism.ts')).joinProfessionalism(deps)),
    plan: later(async () => (await import('./join-plan.ts')).joinPlan(deps, viewer)),
    catalogue: later(async () => (await import('./join-catalogue.ts')).joinCatalogue(deps)),
    course: later(async () => (await import('./join-course.ts')).joinCourse(deps)),
    player: later(async () => (await import('./join-player.ts')).joinPlayer(deps)),
    records: later(async () => (await import('./join-records.ts')).joinRecords(deps)),
    inbox: later(async () => (await import('./join-inbox.ts')).joinInbox(deps)),
    account: later(async () => (await import('./join-account.ts')).joinAccount(deps)),
    studio: studioLater(deps),
    quizzes: later(async () => (await import('./join-quizzes.ts')).joinQuizzes(deps)),
    questions: later(async () => (await import('./join-questions.ts')).joinQuestions(deps)),
    reviews: reviewsLater(deps),
    ...gatheringPorts(deps),
    reports: later(async () => (await import('./join-reports.ts')).joinReports(deps)),
    compliance: later(async () => (await import('./join-compliance.ts')).joinCompliance(deps)),
    agency: later(async () => (await import('./join-agency.ts')).joinAgency(deps)),
    approvals: later(async () => (await import('./join-approvals.ts')).joinApprovals(deps)),
    clients: later(async () => (await import('./join-clients.ts')).joinClients(deps)),
    statements: later(async () => (await import('./join-statements.ts')).joinStatements(deps)),
    push: later(async () => (await import('./join-push.ts')).joinPush(deps, 'agency')),
    connectionEnrolments: later(async () =>
      (await import('./join-connection-enrolments.ts')).joinConnectionEnrolments(deps),
    ),
    certificates: later(async () => (await import('./join-certificates.ts')).joinCertificates(deps)),
    transcripts: later(async () => (await import('./join-transcripts.ts')).joinTranscripts(deps)),
    seals: later(async () => (await import('./join-seals.ts')).joinSeals(deps)),
    obligations: later(async () => (await import('./join-obligations.ts')).joinObligations(deps)),
    budget: later(async () => (await import('./join-budget.ts')).joinBudget(deps)),
    quotas: later(async () => (await import('./join-quotas.ts')).joinQuotas(deps)),
    sheet: later(async () => (await import('./join-sheet.ts')).joinSheet(deps), { maxBytes: 512 * 1024 }),
    webhooks: later(async () => (await import('./join-push.ts')).joinPush(deps, 'provider')),
    ...listPorts(deps),
    ...hourPorts(deps),
    catalogueSync: later(async () => (await import('./join-catalogue-sync.ts')).joinCatalogueSync(deps)),
    connections: later(async () => (await import('./join-connections.ts')).joinConnections(deps)),
    outcomes: later(async () => (await import('./join-outcomes.ts')).joinOutcomes(deps)),
    statistics: later(async () =>
      (await import('./join-statistics.ts')).joinStatistics({ ...deps, ...(await deps.statistics()) }),
    ),
    ratings: later(async () => (await import('./join-ratings.ts')).joinRatings(deps)),
    privacy: later(async () => (await import('./join-privacy.ts')).joinPrivacy(deps)),
    access: later(async () => (await import('./join-access.ts')).joinAccess(deps)),
    requests: later(async () => (await import('./join-requests.ts')).joinRequests(deps)),
    exports: later(async () => (await import('./join-exports.ts')).joinExports(deps)),
    operator: later(
      async () => (await import('./join-operator.ts')).joinOperator(deps),
      {},
      deps.outbox ? [] : ['outbox'],
    ),
    guest: later(async () => (await import('./join-guest.ts')).joinGuest(deps)),
    lms: later(async () => (await import('./join-lms.ts')).joinLms(deps)),
    myLms: later(async () => (await import('./join-my-lms.ts')).joinMyLms(deps)),
    lmsGuest: later(async () => (await import('./join-lms-guest.ts')).joinLmsGuest(deps)),
    ...toolPorts(deps),
    signingKeys: later(async () => (await import('./join-signing-keys.ts')).joinSigningKeys(deps)),
    agreements: later(async () => (await import('./join-agreements.ts')).joinAgreements(deps)),
    dispatches: later(async () => (await import('./join-dispatches.ts')).joinDispatches(deps)),
    people: later(async () => (await import('./join-people.ts')).joinPeople(deps)),
  };
}

/** What brings people together: services for citizens, events for learners, and what they say of what they learned. */
function gatheringPorts(
  deps: PortalDeps,
): Pick<
  PortalPorts,
  | 'citizens'
  | 'citizensDesk'
  | 'themes'
  | 'forums'
  | 'events'
  | 'eventsDesk'
  | 'partnerEvents'
  | 'eventPayments'
  | 'paths'
  | 'pathsDesk'
  | 'cohorts'
  | 'cohortsDesk'
  | 'coaching'
  | 'signedForms'
  | 'coachingDesk'
  | 'communities'
  | 'communityBoards'
  | 'evaluations'
  | 'evaluationResults'
  | 'priority'
  | 'priorityDesk'
  | 'recognition'
  | 'recognitionDesk'
  | 'nudges'
  | 'agencyAdoption'
  | 'talent'
  | 'teamWeek'
  | 'habits'
  | 'boards'
  | 'champions'
  | 'championsDesk'
> {
  const maxBytes = 1024 * 1024;
  return {
    citizens: later(async () => (await import('./join-citizens.ts')).joinCitizens(deps)),
    citizensDesk: later(async () => (await import('./join-citizens.ts')).joinCitizensDesk(deps)),
    forums: later(async () => (await import('./join-forums.ts')).joinForums(deps), {
      maxBytes: 4 * maxBytes,
    }),
    themes: later(async () => (await import('./join-themes.ts')).joinThemes(deps, maxBytes), { maxBytes }),
    events: later(async () => (await import('./join-events.ts')).joinEvents(deps)),
    eventsDesk: later(async () => (await import('./join-events-desk.ts')).joinEventsDesk(deps), {
      maxBytes: 4 * maxBytes,
    }),
    eventPayments: later(async () => (await import('./join-event-payments.ts')).joinEventPayments(deps)),
    partnerEvents: later(async () => (await import('./join-partner-events.ts')).joinPartnerEvents(deps)),
    paths: later(async () => (await import('./join-paths.ts')).joinPaths(deps)),
    cohorts: later(async () => (await import('./join-cohorts.ts')).joinCohorts(deps)),
    cohortsDesk: later(async () => (await import('./join-cohorts-desk.ts')).joinCohortsDesk(deps)),
    pathsDesk: later(async () => (await import('./join-paths-desk.ts')).joinPathsDesk(deps)),
    communities: later(async () => (await import('./join-communities.ts')).joinCommunities(deps), {
      maxBytes: 4 * maxBytes,
    }),
    communityBoards: later(async () =>
      (await import('./join-community-boards.ts')).joinCommunityBoards(deps),
    ),
    coachingDesk: later(async () => (await import('./join-coaching-desk.ts')).joinCoachingDesk(deps)),
    signedForms: later(async () => (await import('./join-signed-forms.ts')).joinSignedForms(deps)),
    coaching: later(async () => (await import('./join-coaching.ts')).joinCoaching(deps)),
    talent: later(async () => (await import('./join-talent.ts')).joinTalent(deps, maxBytes), { maxBytes }),
    evaluations: later(async () => (await import('./join-evaluations.ts')).joinEvaluations(deps)),
    priority: later(async () => (await import('./join-priority.ts')).joinPriority(deps)),
    priorityDesk: later(async () => (await import('./join-priority-desk.ts')).joinPriorityDesk(deps)),
    recognition: later(async () => (await import('./join-recognition.ts')).joinRecognition(deps)),
    recognitionDesk: later(async () =>
      (await import('./join-recognition-desk.ts')).joinRecognitionDesk(deps),
    ),
    nudges: later(async () => (await import('./join-nudges.ts')).joinNudges(deps)),
    boards: later(async () => (await import('./join-boards.ts')).joinBoards(deps)),
    champions: later(async () => (await import('./join-champions.ts')).joinChampions(deps)),
    championsDesk: later(async () => (await import('./join-champions.ts')).joinChampionsDesk(deps)),
    habits: later(async () => (await import('./join-habits.ts')).joinHabits(deps)),
    teamWeek: later(async () => (await import('./join-team-week.ts')).joinTeamWeek(deps)),
    agencyAdoption: later(async () => (await import('./join-nudges.ts')).joinAgencyAdoption(deps)),
    evaluationResults: later(async () =>
      (await import('./join-evaluation-results.ts')).joinEvaluationResults(deps),
    ),
  };
}

/** Files of rows and packages of providers and agencies. */
function listPorts(deps: PortalDeps): Pick<PortalPorts, 'tables' | 'staffing' | 'history' | 'packages'> {
  const limits = { maxBytes: 4 * 1024 * 1024 };
  return {
    tables: later(async () => (await import('./join-tables.ts')).joinTables(deps), limits),
    staffing: later(async () => (await import('./join-lists.ts')).joinLists(deps, 'people'), limits),
    history: later(async () => (await import('./join-lists.ts')).joinLists(deps, 'history'), limits),
    packages: later(async () => (await import('./join-packages.ts')).joinPackages(deps), limits),
  };
}

/** Tools of LTI, and what they say of the work of learners. */
function toolPorts(deps: PortalDeps): Pick<PortalPorts, 'lti' | 'toolWork'> {
  return {
    lti: later(async () => (await import('./join-lti.ts')).joinLti(deps)),
    toolWork: later(async () => (await import('./join-tool-work.ts')).joinToolWork(deps)),
  };
}

/** Lesson hours: what they come from, what counts, and where it goes. */
function hourPorts(
  deps: PortalDeps,
): Pick<PortalPorts, 'credit' | 'agencyRules' | 'nationalRules' | 'external' | 'siasn'> &
  ReturnType<typeof competencyPorts> {
  return {
    ...competencyPorts(deps),
    credit: later(async () => (await import('./join-credit.ts')).joinCredit(deps)),
    agencyRules: later(async () => (await import('./join-rules.ts')).joinRules(deps, 'agency')),
    nationalRules: later(async () => (await import('./join-rules.ts')).joinRules(deps, 'national')),
    external: externalLater(deps),
    siasn: siasnLater(deps),
  };
}

/** What posts ask for, what people hold, what courses teach, and what is planned about it. */
function competencyPorts(
  deps: PortalDeps,
): Pick<PortalPorts, 'annualPlan' | 'competency' | 'competencyDesk' | 'competencyLists' | 'teaching'> {
  const listBytes = 1024 * 1024;
  const desk = () => import('./join-competency-desk.ts');
  return {
    annualPlan: later(async () => (await import('./join-annual-plan.ts')).joinAnnualPlan(deps), {
      maxBytes: 4 * listBytes,
    }),
    competency: later(async () => (await import('./join-competency.ts')).joinCompetency(deps)),
    competencyDesk: later(async () => (await desk()).joinCompetencyDesk(deps)),
    competencyLists: later(
      async () => (await import('./join-competency-lists.ts')).joinCompetencyLists(deps, listBytes),
      { maxBytes: listBytes },
    ),
    teaching: later(async () => (await desk()).joinTeaching(deps)),
  };
}

/** A list of BKN's has some hundred kilobytes. */
function siasnLater(deps: PortalDeps): PortalPorts['siasn'] {
  const joined = async () => (await import('./join-siasn.ts')).joinSiasn(deps);
  return later(joined, { maxBytes: 1024 * 1024 });
}

function externalLater(deps: PortalDeps): PortalPorts['external'] {
  const joined = async () => (await import('./join-external.ts')).joinExternal(deps);
  return later(joined, { maxBytes: 4 * 1024 * 1024 });
}

function reviewsLater(deps: PortalDeps): PortalPorts['reviews'] {
  const joined = async () => (await import('./join-reviews.ts')).joinReviews(deps);
  return later(joined, { preview: later(async () => (await joined()).preview) });
}

function studioLater(deps: PortalDeps): PortalPorts['studio'] {
  const joined = async () => (await import('./join-studio.ts')).joinStudio(deps);
  return later(joined, {
    maxUploadBytes: deps.maxPackageBytes,
    mediaOrigins: deps.mediaOrigins,
    preview: later(async () => (await joined()).preview),
  });
}

/** Pages get a page; what script asks for gets problem details. Whoever is not signed in is led to sign in. */
async function renderProblem(
  problem: Problem,
  context: Context<AppEnv>,
  frame: {
    readonly viewers: ViewerPort;
    readonly sessions: Pick<SessionReader, 'authenticate'>;
    readonly options: Parameters<typeof answerProblem>[2]['options'];
    readonly policy: Parameters<typeof contentSecurityPolicy>[0];
  },
): Promise<Response> {
  const destination = context.req.header('sec-fetch-dest') ?? 'document';
  const { code } = problem;
  if (code === 'request.not-signed-in' && context.req.method === 'GET' && destination === 'document') {
    const { pathname, search } = new URL(context.req.url);
    return context.redirect(`/sign-in?returnTo=${encodeURIComponent(`${pathname}${search}`)}`, 303);
  }
  // A part that cannot start says so inside the player's frame.
  if (destination === 'iframe') {
    context.header('content-security-policy', contentSecurityPolicy(frame.policy, "'self'"));
  }
  const viewer = problem.status < 500 ? await viewerFor(context, frame) : undefined;
  return answerProblem(context, problem, { viewer, options: frame.options });
}

/** No route has asked who it is at an address that there is not; the page still knows its reader. */
async function viewerFor(
  context: Context<AppEnv>,
  {
    sessions,
    viewers,
  }: { readonly sessions: Pick<SessionReader, 'authenticate'>; readonly viewers: ViewerPort },
) {
  const principal =
    context.get('principal') ?? (await sessions.authenticate(context.req.raw).catch(() => anonymous));
  return principal.kind === 'person' ? viewers.viewerOf(principal) : undefined;
}
