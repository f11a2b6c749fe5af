import { registerAccess } from './access/routes.ts';
import { registerAdoptionDesk } from './adoption/desk-routes.ts';
import { agencyClients } from './agency/clients-place.tsx';
import { registerAgency } from './agency/routes.tsx';
import { registerAgreements } from './agreements/routes.ts';
import { registerAnnualPlan } from './annual-plan/routes.ts';
import { registerApprovals } from './approvals/routes.tsx';
import { registerBudget } from './budget/routes.ts';
import { registerCertificates } from './certificates/routes.ts';
import { registerChampionsDesk } from './champions/desk-routes.ts';
import { registerCitizens } from './citizens/routes.ts';
import { registerClients } from './clients/routes.ts';
import { registerCoachingDesk } from './coaching/desk-routes.ts';
import { registerCoaching } from './coaching/routes.ts';
import { registerCohortsDesk } from './cohorts/desk-routes.ts';
import { registerCompetency } from './competency/routes.ts';
import { registerCompliance } from './compliance/routes.ts';
import { registerCatalogueSync } from './connections/catalogue/routes.tsx';
import { registerConnectionEnrolments } from './connections/enrolments/routes.ts';
import { registerOutcomes } from './connections/outcomes/routes.ts';
import { registerConnections } from './connections/routes.ts';
import { registerCredit } from './credit/routes.ts';
import { registerDispatches } from './dispatch/routes.ts';
import { registerEvaluationResults, registerEvaluations } from './evaluations/routes.ts';
import { registerEvents } from './events/routes.ts';
import { registerExports } from './exports/routes.tsx';
import { registerExternal } from './external/routes.ts';
import { registerAgencyRules, registerNationalRules } from './jp-rules/routes.ts';
import { registerLearningPaths } from './learning-paths/routes.ts';
import { registerLms } from './lms/routes.ts';
import { registerLtiTools } from './lti/routes.ts';
import { registerObligations } from './obligations/routes.ts';
import { operatorClients } from './operator/clients-place.tsx';
import { registerOperator } from './operator/routes.tsx';
import { registerPackages } from './packages/routes.tsx';
import { registerPeople } from './people/routes.tsx';
import { playerOptions } from './player/options.ts';
import type { RegisterPortalOptions } from './portal.tsx';
import type { PortalPorts } from './portal-ports.ts';
import { registerPriorityDesk } from './priority/desk-routes.ts';
import { registerPrivacy } from './privacy/routes.ts';
import { agencyPush, providerPush } from './push/place.tsx';
import { registerPush } from './push/routes.ts';
import { registerQuestions } from './questions/routes.tsx';
import { registerQuizzes } from './quizzes/routes.tsx';
import { registerQuotas } from './quotas/routes.tsx';
import { registerRatings } from './ratings/routes.tsx';
import { registerRecognition, registerRecognitionDesk } from './recognition/routes.ts';
import { registerReports } from './reports/routes.ts';
import { registerRequests } from './requests/routes.ts';
import { registerReviews } from './review/routes.tsx';
import { registerSeals } from './seals/routes.ts';
import { registerSheet } from './sheet/routes.tsx';
import { registerSiasn } from './siasn/routes.ts';
import { registerSigningKeys } from './signing-keys/routes.ts';
import { isStaffPath, onlyWhere } from './staff-path.ts';
import { registerLists } from './staffing/routes.tsx';
import { registerStatements } from './statements/routes.tsx';
import { registerStatistics } from './statistics/routes.tsx';
import { registerStudio } from './studio/routes.tsx';
import { registerTables } from './tables/routes.ts';
import { registerTalent } from './talent/routes.ts';
import { registerToolWork } from './tool-work/routes.ts';
import { createPortal, type Portal, type RegisterRoute } from './visit.ts';

/**
 * Declares the pages of whoever works here: agencies, supervisors, providers, reviewers and operators. Learners are many and
 * never need them, so they are loaded with the first request for one.
 */
export function registerStaffPages(
  register: RegisterRoute,
  ports: PortalPorts,
  options: RegisterPortalOptions,
): void {
  const portal = createPortal(onlyWhere(isStaffPath, register), ports.viewer, options);
  const player = playerOptions(options);
  registerCredit(portal, ports.credit);
  registerExternal(portal, ports.external);
  registerAgencyRules(portal, ports.agencyRules);
  registerNationalRules(portal, ports.nationalRules);
  registerCertificates(portal, ports.certificates, {
    ...{ transcripts: ports.transcripts, forms: ports.signedForms },
  });
  registerSeals(portal, ports.seals);
  registerSiasn(portal, ports.siasn);
  registerToolWork(portal, ports.toolWork);
  registerStudio(portal, ports.studio, player);
  registerQuestions(portal, ports.questions);
  registerQuizzes(portal, ports.quizzes);
  registerReviews(portal, ports.reviews, player);
  registerCompliance(portal, ports.compliance);
  registerReports(portal, ports.reports);
  registerCitizens(portal, ports, options);
  registerCompetency(portal, ports);
  registerAnnualPlan(portal, ports.annualPlan);
  registerEvents(portal, ports);
  registerLearningPaths(portal, ports);
  registerCohortsDesk(portal, ports);
  registerCoaching(portal, ports.coaching);
  registerCoachingDesk(portal, ports.coachingDesk);
  registerEvaluations(portal, ports.evaluations);
  registerRewards(portal, ports);
  registerEvaluationResults(portal, ports.evaluationResults);
  registerAdoptionDesk(portal, ports);
  registerChampionsDesk(portal, ports.championsDesk);
  registerMeans(portal, ports);
  registerAgency(portal, ports.agency);
  registerApprovals(portal, ports.approvals);
  registerClients(portal, ports.clients, agencyClients);
  registerStatements(portal, ports.statements, options);
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
  registerDispatches(portal, ports.dispatches);
  registerAgreements(portal, ports.agreements);
  registerLtiTools(portal, ports.lti);
  registerSigningKeys(portal, ports.signingKeys);
  registerLms(portal, ports.lms);
  // Before people by id, whose addresses look alike.
  registerLists(portal, 'people', ports.staffing);
  registerLists(portal, 'history', ports.history);
  registerPeople(portal, ports.people);
}

/** What agencies give and ask: seats, money, duties, and who is meant for more. */
function registerMeans(portal: Portal, ports: PortalPorts): void {
  registerQuotas(portal, ports.quotas);
  registerBudget(portal, ports.budget);
  registerObligations(portal, ports.obligations);
  registerTalent(portal, ports.talent);
}

/** What people are recognised for, and the rights to priority that they are given. */
function registerRewards(portal: Portal, ports: PortalPorts): void {
  registerRecognition(portal, ports.recognition);
  registerRecognitionDesk(portal, ports.recognitionDesk);
  registerPriorityDesk(portal, ports.priorityDesk);
}
