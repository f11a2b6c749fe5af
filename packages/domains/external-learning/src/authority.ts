import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import type { ExternalLearning, Office } from './learning.ts';
import type { Policy } from './policy.ts';
import type { LearnerPlace } from './ports.ts';

export const administers = (principal: PersonPrincipal, agencyId: AgencyId | undefined): boolean =>
  agencyId !== undefined && principal.agencyId === agencyId && principal.roles.includes('agency-admin');

/**
 * In which office somebody decides about a record as it is now. Proposals: the supervisor, or where there is none the agency.
 * Reports: as the agency wants it. Everything else, also what was recognised: the agency.
 */
export function reviewingOffice(
  principal: PersonPrincipal,
  learning: Pick<ExternalLearning, 'personId' | 'state'>,
  { place, policy }: { readonly place: LearnerPlace; readonly policy: Policy },
): Exclude<Office, 'learner'> | undefined {
  const { personId, state } = learning;
  if (personId === principal.personId) return undefined;
  const supervised = place.supervisorId !== undefined && place.supervisorId !== personId;
  const isSupervisor = supervised && place.supervisorId === principal.personId;
  const isAdmin = administers(principal, place.agencyId);
  if (state === 'submitted') {
    if (supervised) return isSupervisor ? 'supervisor' : undefined;
    return isAdmin ? 'agency' : undefined;
  }
  if (isAdmin) return 'agency';
  return state === 'reported' && policy.verifiers === 'either' && isSupervisor ? 'supervisor' : undefined;
}

/** Who may look at a record: the learner, their supervisor, administrators of their agency. Drafts are the learner's alone. */
export function maySee(
  principal: PersonPrincipal,
  { personId, state }: Pick<ExternalLearning, 'personId' | 'state'>,
  place: LearnerPlace | undefined,
): boolean {
  if (principal.personId === personId) return true;
  if (!place || state === 'draft') return false;
  return place.supervisorId === principal.personId || administers(principal, place.agencyId);
}
