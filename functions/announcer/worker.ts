import { adoptionFacts } from '@sinau/adoption/dynamo';
import { agreementFacts } from '@sinau/agreements/dynamo';
import { annualPlanFacts } from '@sinau/annual-plan/dynamo';
import { budgetFacts } from '@sinau/budget/dynamo';
import { catalogueFacts } from '@sinau/catalogue/dynamo';
import { collaborationFacts } from '@sinau/collaboration/dynamo';
import { competencyFacts } from '@sinau/competency/dynamo';
import { reportFacts } from '@sinau/compliance/dynamo';
import { connectionFacts, providerEnrolmentFacts, resultFacts, syncFacts } from '@sinau/connectors/dynamo';
import { credentialFacts } from '@sinau/credentials/dynamo';
import { creditFacts } from '@sinau/credit/dynamo';
import { deliveryFacts, toolFacts } from '@sinau/delivery/dynamo';
import { enrolmentFacts } from '@sinau/enrolment/dynamo';
import { exportFacts } from '@sinau/exports/dynamo';
import { externalLearningFacts } from '@sinau/external-learning/dynamo';
import { changedPerson, identityFacts } from '@sinau/identity/dynamo';
import { attemptChange } from '@sinau/lti-tool/dynamo';
import { obligationFacts } from '@sinau/obligations/dynamo';
import { readStreamRecord, type StreamChange } from '@sinau/platform/dynamo';
import { streamHandler } from '@sinau/platform/lambda';
import { privacyFacts } from '@sinau/privacy/dynamo';
import { programmeFacts } from '@sinau/programmes/dynamo';
import { pushFacts } from '@sinau/push/dynamo';
import { recognitionFacts } from '@sinau/recognition/dynamo';
import { sealFacts } from '@sinau/sealing/dynamo';
import type { TraceDeps } from '../shared/insight-traces.ts';
import { type FollowAccountsDeps, followAccounts } from './follow-accounts.ts';
import type { FollowChampionsDeps } from './follow-champions.ts';
import type { FollowCohortsDeps } from './follow-cohorts.ts';
import type { FollowCollaborationDeps } from './follow-collaboration.ts';
import { type FollowCompetencyDeps, followCompetency } from './follow-competency.ts';
import { type FollowComplianceDeps, followCompliance } from './follow-compliance.ts';
import { type FollowCredentialsDeps, followCredentials } from './follow-credentials.ts';
import type { FollowCreditDeps } from './follow-credit.ts';
import { type FollowDutiesDeps, followDuties, followMember } from './follow-duties.ts';
import type { FollowEvaluationsDeps } from './follow-evaluations.ts';
import type { FollowEventsDeps } from './follow-events.ts';
import type { FollowExternalDeps } from './follow-external.ts';
import { type Fact, type FollowDeps, followFact } from './follow-fact.ts';
import { followInsight } from './follow-insight.ts';
import { type FollowMovesDeps, followMoves } from './follow-moves.ts';
import { type FollowNudgesDeps, followNudges } from './follow-nudges.ts';
import type { FollowPathsDeps } from './follow-paths.ts';
import { type FollowPlanDeps, followPlan } from './follow-plan.ts';
import type { FollowPriorityDeps } from './follow-priority.ts';
import type { FollowProviderDeps } from './follow-provider.ts';
import { type FollowRealisedDeps, followRealised } from './follow-realised.ts';
import type { FollowRecognitionDeps } from './follow-recognition.ts';
import type { FollowResultsDeps } from './follow-results.ts';
import { type FollowScoresDeps, followAttempt, followScores } from './follow-scores.ts';
import { type FollowSealsDeps, followSeals } from './follow-seals.ts';
import { type FollowSearchDeps, followSearch } from './follow-search.ts';
import { type FollowSiasnDeps, followSiasn } from './follow-siasn.ts';
import {
  followChampions,
  followCohorts,
  followCollaboration,
  followCredit,
  followEvaluations,
  followEvents,
  followExternal,
  followPaths,
  followPriority,
  followProvider,
  followRecognition,
  followResults,
  tellOfCompetency,
  tellOfPlans,
} from './late-followers.ts';
import { type NoteAccountsDeps, noteAccounts } from './note-accounts.ts';
import { notePlans } from './note-plans.ts';
import type { TellOfCompetencyDeps } from './tell-of-competency.ts';
import { type TellProvidersDeps, tellProvider } from './tell-providers.ts';

/**
 * Consumer of the LMS table's stream, which is the outbox of every domain on it: each change is read as facts, and the
 * other domains follow. Everything it starts is idempotent by the fact's id. The search of the catalogue and the numbers of agencies follow too.
 */
export function createAnnouncer(
  deps: FollowDeps &
    FollowAccountsDeps &
    NoteAccountsDeps &
    FollowComplianceDeps &
    FollowCompetencyDeps &
    FollowCredentialsDeps &
    FollowCreditDeps &
    FollowPlanDeps &
    FollowEvaluationsDeps &
    FollowNudgesDeps &
    FollowEventsDeps &
    FollowPathsDeps &
    FollowChampionsDeps &
    FollowCohortsDeps &
    FollowCollaborationDeps &
    FollowExternalDeps &
    FollowMovesDeps &
    FollowDutiesDeps &
    FollowResultsDeps &
    FollowRealisedDeps &
    FollowRecognitionDeps &
    FollowPriorityDeps &
    FollowProviderDeps &
    FollowScoresDeps &
    FollowSearchDeps &
    FollowSealsDeps &
    FollowSiasnDeps &
    TellOfCompetencyDeps &
    TellProvidersDeps & { readonly insight: TraceDeps },
) {
  const facts = followSearch(deps, announceFacts(deps));
  return followRealised(deps, followCompetency(deps, followCompliance(deps, facts)));
}

function announceFacts(deps: Parameters<typeof createAnnouncer>[0]) {
  return streamHandler({
    name: 'announcer',
    log: deps.log,
    handle: async (record) => {
      const change = readStreamRecord(record);
      for (const fact of factsOf(change)) {
        await followFact(deps, fact);
        await tellProvider(deps, fact);
        await tellOfCompetency(deps, fact);
        await followInsight(deps.insight, fact);
        await followResults(deps, fact);
        await followProvider(deps, fact);
        await followCredit(deps, fact);
        await followPlan(deps, fact);
        await followEvents(deps, fact);
        await followEvaluations(deps, fact);
        await followNudges(deps, fact);
        await followRecognition(deps, fact);
        await followPriority(deps, fact);
        await followPaths(deps, fact);
        await followCohorts(deps, fact);
        await followChampions(deps, fact);
        await followCollaboration(deps, fact);
        await followExternal(deps, fact);
        await followMoves(deps, fact);
        await followAccounts(deps, fact);
        await noteAccounts(deps, fact);
        await notePlans(deps, fact);
        await tellOfPlans(deps, fact);
        await followScores(deps, fact);
        await followCredentials(deps, fact);
        await followDuties(deps, fact);
        await followSiasn(deps, fact);
        await followSeals(deps, fact);
        deps.log.info('fact', { type: fact.type, eventId: fact.eventId });
      }
      const concerned = changedPerson(change);
      await followMember(deps, concerned);
      if (concerned) await (await import('./follow-champions.ts')).followPlace(deps, concerned);
      const launched = attemptChange(change);
      if (launched) await followAttempt(deps, launched);
      for (const fact of providerEnrolmentFacts(change)) {
        await followProvider(deps, fact);
        await followResults(deps, fact);
        deps.log.info('fact', { type: fact.type, eventId: fact.eventId });
      }
    },
  });
}

/** What a change tells to everybody who follows. */
const factsOf = (change: StreamChange): readonly Fact[] => [
  ...adoptionFacts(change),
  ...agreementFacts(change),
  ...annualPlanFacts(change),
  ...budgetFacts(change),
  ...catalogueFacts(change),
  ...collaborationFacts(change),
  ...competencyFacts(change),
  ...credentialFacts(change),
  ...creditFacts(change),
  ...deliveryFacts(change),
  ...enrolmentFacts(change),
  ...exportFacts(change),
  ...externalLearningFacts(change),
  ...identityFacts(change),
  ...obligationFacts(change),
  ...privacyFacts(change),
  ...programmeFacts(change),
  ...pushFacts(change),
  ...recognitionFacts(change),
  ...reportFacts(change),
  ...sealFacts(change),
  ...connectionFacts(change),
  ...resultFacts(change),
  ...syncFacts(change),
  ...toolFacts(change),
];
