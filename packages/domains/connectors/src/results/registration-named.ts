import type { ProviderId } from '@sinau/kernel';
import type { UnmatchedReason } from './inbox-result.ts';
import type { LearnerNames, PlaceFinder } from './ports.ts';

/**
 * Whom people of a provider mean in one of their courses: by our pseudonym, or by the account under which the learner is enrolled there
 * already. An LMS may send results under a third name (Open edX an anonymous id), and its staff know no pseudonym.
 */
export async function registrationNamed(
  deps: { readonly finder: Pick<PlaceFinder, 'registrationOf'>; readonly names: Pick<LearnerNames, 'find'> },
  named: {
    readonly providerId: ProviderId;
    readonly connectionId: string;
    readonly externalCourseId: string;
    readonly subject: string;
  },
): Promise<
  | { readonly registration: string; readonly by: 'pseudonym' | 'account' }
  | { readonly reason: UnmatchedReason }
> {
  const found = await deps.finder.registrationOf(named);
  if (!('reason' in found)) return { ...found, by: 'pseudonym' };
  const { connectionId, externalCourseId, subject: value } = named;
  const registration = await deps.names.find({ connectionId, externalCourseId, kind: 'learner', value });
  return registration === undefined ? found : { registration, by: 'account' };
}
