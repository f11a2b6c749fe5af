import { learnerKnown, placeResult, settleRegistration, settleResults } from '@sinau/connectors/results';
import type { ProviderEnrolmentSettled } from '@sinau/domain-events';
import { type EnrolmentStore, followProviderWord, type Registration } from '@sinau/enrolment';
import type { ResultParts } from '../shared/result-parts.ts';
import type { FactOf } from './later-follower.ts';

export interface FollowResultsDeps {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration' | 'noteProviderWord'>;
  readonly results: () => Promise<ResultParts>;
}

type Followed =
  | FactOf<'result-arrived' | 'result-placed' | 'enrolment-completed' | 'enrolment-moved'>
  | ProviderEnrolmentSettled;

/** Results of providers find their place, and become verdicts and statements. Safe to repeat. */
export async function followResults(deps: FollowResultsDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'result-arrived':
      await placeResult(await deps.results(), fact);
      return;
    case 'result-placed':
      await settleResults(await deps.results(), fact);
      await noteWord(deps, fact);
      return;
    case 'enrolment-completed':
      // Taken back before the completion got here.
      await noteWord(deps, fact);
      return;
    case 'enrolment-moved':
      // The version the learner takes now may hold parts that the one before did not.
      await settleRegistration(await deps.results(), fact);
      await noteWord(deps, fact);
      return;
    case 'provider-enrolment-settled':
      if (fact.outcome === 'confirmed') await meetLearner(await deps.results(), fact.registration);
      return;
  }
}

/** What was corrected, and whether the provider stands by the completion: the enrolment says it, and tells others when that changes. */
async function noteWord(
  deps: FollowResultsDeps,
  { registration }: { readonly registration: string },
): Promise<void> {
  const { providerWords, clock } = await deps.results();
  await followProviderWord(
    { enrolments: deps.enrolments, providerWords, clock },
    { registration: registration as Registration },
  );
}

/** Who the learner is over there is known now: what waited for them counts. */
async function meetLearner(deps: ResultParts, registration: string): Promise<void> {
  const known = await deps.providerEnrolments.find(registration);
  if (!known) return;
  const { providerId, connectionId, externalCourseId, externalLearnerId, personId } = known;
  const subject = (await deps.subjects.knownSubjects(providerId, [personId])).get(personId);
  await learnerKnown(deps, {
    ...{ providerId, connectionId, externalCourseId, registration },
    ...(subject !== undefined && { subject }),
    ...(externalLearnerId !== undefined && { externalLearnerId }),
  });
}
