import { placeResult, settleRegistration, settleResults } from '@sinau/connectors/results';
import type { ResultParts } from '../shared/result-parts.ts';
import type { Fact } from './follow-fact.ts';

export interface FollowResultsDeps {
  readonly results: () => Promise<ResultParts>;
}

/** Results of providers find their place, and become verdicts and statements. Safe to repeat. */
export async function followResults(deps: FollowResultsDeps, fact: Fact): Promise<void> {
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
    default:
      return;
  }
}
