import { learnerKnown, placeResult, settleRegistration, settleResults } from '@sinau/connectors/results';
import type { ProviderEnrolmentSettled } from '@sinau/domain-events';
import type { ResultParts } from '../shared/result-parts.ts';
import type { Fact } from './follow-fact.ts';

export interface FollowResultsDeps {
  readonly results: () => Promise<ResultParts>;
}

/** Results of providers find their place, and become verdicts and statements. Safe to repeat. */
export async function followResults(
  deps: FollowResultsDeps,
  fact: Fact | ProviderEnrolmentSettled,
): Promise<void> {
  switch (fact.type) {
    case 'result-arrived':
      await placeResult(await deps.results(), fact);
      return;
    case 'result-placed':
      await settleResults(await deps.results(), fact);
      return;
    case 'enrolment-moved':
      // The version the learner takes now may hold parts that the one before did not.
      await settleRegistration(await deps.results(), fact);
      return;
    case 'provider-enrolment-settled':
      if (fact.outcome === 'confirmed') await meetLearner(await deps.results(), fact.registration);
      return;
    default:
      return;
  }
}

/** Who the learner is over there is known now: what waited for them counts. */
async function meetLearner(deps: ResultParts, registration: string): Promise<void> {
  const known = await deps.providerEnrolments.find(registration);
  if (!known) return;
  const { providerId, connectionId, externalCourseId, externalLearnerId } = known;
  await learnerKnown(deps, {
    ...{ providerId, connectionId, externalCourseId, registration },
    ...(externalLearnerId !== undefined && { externalLearnerId }),
  });
}
