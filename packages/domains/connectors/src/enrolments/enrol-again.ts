import { confirm } from './confirm.ts';
import type { SagaDeps } from './ports.ts';
import { retryEnrolment } from './retry-enrolment.ts';

type Deps = Pick<
  SagaDeps,
  'adapters' | 'providerEnrolments' | 'learners' | 'disclosure' | 'connections' | 'clock'
>;

export type EnrolledAgain =
  | { readonly outcome: 'queued' | 'not-possible' }
  /** `names`: who the learner is there from now on; an account that was made anew has another id. */
  | {
      readonly outcome: 'enrolled';
      readonly names: { readonly externalLearnerId: string; readonly subject: string };
    };

/**
 * Somebody is missing at the provider: the way there that is under way is hurried; one that has ended well is asked for anew,
 * under the same key. Nobody is enrolled there who has left here. Rejects with `AdapterFailure`.
 */
export async function enrolAgain(
  deps: Deps,
  { registration }: { readonly registration: string },
): Promise<EnrolledAgain> {
  const found = await deps.providerEnrolments.find(registration);
  if (!found || (await deps.learners.stateOf(registration)) !== 'open') return { outcome: 'not-possible' };
  if (found.state !== 'confirmed') {
    return { outcome: (await retryEnrolment(deps, found)) === 'over' ? 'not-possible' : 'queued' };
  }
  const connection = await deps.connections.find(found.connectionId);
  if (connection?.state !== 'active') return { outcome: 'not-possible' };
  const adapter = await deps.adapters.adapterOf(connection);
  const learner = await deps.disclosure.discloseForEnrolment(found.providerId, found.personId);
  const { externalCourseId, connectionId, personId } = found;
  const account = await deps.providerEnrolments.accountOf(connectionId, personId);
  const answer = await adapter.enrol({
    ...{ idempotencyKey: registration, externalCourseId, learner },
    ...(account !== undefined && { account }),
  });
  if (answer.outcome === 'account-proposed') return { outcome: 'not-possible' };
  const { externalLearnerId } = answer;
  // Left meanwhile: it is ended there again, under the id it has now.
  if ((await confirm(deps, found, externalLearnerId)) !== 'confirmed') return { outcome: 'not-possible' };
  return { outcome: 'enrolled', names: { externalLearnerId, subject: learner.subject } };
}
