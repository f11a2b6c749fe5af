import { anonymous } from '@sinau/kernel';
import { createHttpApp, forClientsOf, type HttpApp } from '@sinau/platform/http';
import { authenticateClientRequest } from '../shared/authenticate-client.ts';
import { addAgreementRoutes } from './agreement-routes.ts';
import { addBudgetRoutes } from './budget-routes.ts';
import { caseProblem } from './case-problem.ts';
import { addCatalogueRoutes } from './catalogue-routes.ts';
import { addCatalogueSyncRoutes } from './catalogue-sync-routes.ts';
import { addCompetenceRoutes } from './competence-routes.ts';
import { addComplianceRoutes } from './compliance-routes.ts';
import { addConnectionRoutes } from './connection-routes.ts';
import { addCourseDeskRoutes } from './course-desk-routes.ts';
import { addCourseRoutes } from './course-routes.ts';
import { addCreditRoutes } from './credit-routes.ts';
import type { ApiDeps } from './deps.ts';
import { addDispatchRoutes } from './dispatch-routes.ts';
import { addEnrolmentRoutes } from './enrolment-routes.ts';
import { addEvaluationRoutes } from './evaluation-routes.ts';
import { addEventRoutes } from './event-routes.ts';
import { addExportRoutes } from './export-routes.ts';
import { addExternalRoutes } from './external-routes.ts';
import { addImportRoutes } from './import-routes.ts';
import { addKeyRoutes } from './key-routes.ts';
import { addLaunchLogRoutes } from './launch-log-routes.ts';
import { addLaunchRoutes } from './launch-routes.ts';
import { addLearningPathRoutes } from './learning-path-routes.ts';
import { addListImportRoutes } from './list-import-routes.ts';
import { addLmsRoutes } from './lms-routes.ts';
import { addLtiRoutes } from './lti-routes.ts';
import { addObligationRoutes } from './obligation-routes.ts';
import { addOpenApiRoute } from './openapi-route.ts';
import { addPackageRoutes } from './package-routes.ts';
import { addPlanRoutes } from './plan-routes.ts';
import { addQuestionRoutes } from './question-routes.ts';
import { addQuizRoutes } from './quiz-routes.ts';
import { addQuotaRoutes } from './quota-routes.ts';
import { addRatingRoutes } from './rating-routes.ts';
import { addReadingRoutes } from './reading-routes.ts';
import { addRecognitionRoutes } from './recognition-routes.ts';
import { addReconciliationRoutes } from './reconciliation-routes.ts';
import { addReportRoutes } from './report-routes.ts';
import { addResultRoutes } from './result-routes.ts';
import { addSheetRoutes } from './sheet-routes.ts';
import { addSiasnRoutes } from './siasn-routes.ts';
import { addStatementRoutes, answersStatements, isStatementDoor } from './statement-routes.ts';
import { addStatisticsRoutes } from './statistics-routes.ts';
import { addTableRoutes } from './table-routes.ts';
import { addThemeRoutes } from './theme-routes.ts';
import { addTranscriptRoutes } from './transcript-routes.ts';
import { addTrialRoutes } from './trial-routes.ts';
import { addUnitRoutes } from './unit-routes.ts';
import { addWebhookRoutes } from './webhook-routes.ts';
import { addDraftRoutes, addReviewRoutes } from './workflow-routes.ts';

/**
 * What machines may do: those of a provider send packages, edit courses and submit them; those of the platform review,
 * and launch for the learners of other systems.
 */
export function createApiApp(deps: ApiDeps): HttpApp {
  const byClient = authenticateClientRequest(deps.credentials);
  const app = createHttpApp({
    name: 'api',
    authenticate: async (request) => (isStatementDoor(request.url) ? anonymous : byClient(request)),
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
    rateLimiter: deps.rateLimiter,
    readings: deps.readings,
    idempotency: { store: deps.idempotency, digest: deps.digest },
    renderProblem: (problem, context) => caseProblem(problem, context.req.url),
    decorate,
  });
  const ofProviders = forClientsOf('provider', app);
  addOpenApiRoute(app);
  addImportRoutes(ofProviders, deps);
  addCourseRoutes(ofProviders, deps);
  addCatalogueRoutes(app, deps);
  addCatalogueSyncRoutes(app, deps);
  addDraftRoutes(ofProviders, deps);
  addExportRoutes(app, deps);
  addReviewRoutes(app, deps);
  addDispatchRoutes(app, deps);
  addLaunchLogRoutes(ofProviders, deps);
  addRatingRoutes(ofProviders, deps);
  addStatisticsRoutes(ofProviders, { ...deps, content: deps.delivery.content });
  addWebhookRoutes(app, deps);
  addResultRoutes(app, deps);
  addReconciliationRoutes(app, deps);
  addStatementRoutes(app, deps);
  addConnectionRoutes(app, deps);
  addSheetRoutes(ofProviders, deps);
  addTableRoutes(app, deps);
  addUnitRoutes(app, deps);
  addListImportRoutes(app, deps);
  addGatheringRoutes(app, deps);
  addPackageRoutes(app, deps);
  addCourseDeskRoutes(ofProviders, deps);
  addTrialRoutes(app, deps);
  addLaunchRoutes(app, deps);
  addEnrolmentRoutes(app, deps);
  addObligationRoutes(app, deps);
  addLearningPathRoutes(app, deps);
  addAgencyRoutes(app, deps);
  addQuestionRoutes(ofProviders, deps);
  addQuizRoutes(ofProviders, deps);
  addAgreementRoutes(app, deps);
  addLtiRoutes(app, deps);
  addKeyRoutes(app, deps);
  addLmsRoutes(app, deps);
  return app;
}

/** What agencies count, spend and report. */
function addAgencyRoutes(app: HttpApp, deps: ApiDeps): void {
  addQuotaRoutes(app, deps);
  addCreditRoutes(app, deps);
  addTranscriptRoutes(app, deps);
  addExternalRoutes(app, deps);
  addReadingRoutes(app, deps);
  addReportRoutes(app, deps);
  addSiasnRoutes(app, deps);
  addComplianceRoutes(app, deps);
  addCompetenceRoutes(app, deps);
  addBudgetRoutes(app, deps);
}

/** What agencies hear of citizens and of those who learn, what they hold and plan. */
function addGatheringRoutes(app: HttpApp, deps: ApiDeps): void {
  addEvaluationRoutes(app, deps);
  addRecognitionRoutes(app, deps);
  addThemeRoutes(app, deps);
  addEventRoutes(app, deps);
  addPlanRoutes(app, deps);
}

/** What stands on answers by the words of the door that was asked. */
const decorate: NonNullable<Parameters<typeof createHttpApp>[0]['decorate']> = (headers, context) => {
  if (isStatementDoor(context.req.url)) return answersStatements(headers, context.res.status);
  if (context.res.status === 401) headers.set('www-authenticate', 'Bearer realm="api"');
};
