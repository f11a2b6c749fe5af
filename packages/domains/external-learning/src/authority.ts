import { type AgencyId, type ClientPrincipal, type PersonPrincipal, waitsLong } from '@sinau/kernel';
import type { Actor, ExternalLearning, Office } from './learning.ts';
import type { Policy } from './policy.ts';
import type { LearnerPlace } from './ports.ts';

/** A person with an office, or a system of an agency; the door has looked at its scopes. */
export type Reviewer = PersonPrincipal | ClientPrincipal;

export function administers(principal: Reviewer, agencyId: AgencyId | undefined): boolean {
  if (agencyId === undefined) return false;
  if (principal.kind === 'client') {
    return principal.tenant.kind === 'agency' && principal.tenant.agencyId === agencyId;
  }
  return principal.agencyId === agencyId && principal.roles.includes('agency-admin');
}

export const actorOf = (principal: Reviewer, as: Office): Actor =>
  principal.kind === 'client'
    ? { kind: 'client', clientId: principal.clientId, name: principal.name }
    : { kind: 'person', personId: principal.personId, as };

/**
 * In which office somebody decides about a record as it is now. Proposals: the supervisor, or where there is none the agency, which
 * decides as well when the supervisor has not answered for long.
 * Reports: as the agency wants it. Everything else, also what was recognised: the agency.
 */
export function reviewingOffice(
  principal: Reviewer,
  learning: Pick<ExternalLearning, 'personId' | 'state' | 'waitingSince'>,
  { place, policy }: { readonly place: LearnerPlace; readonly policy: Policy },
): Exclude<Office, 'learner'> | undefined {
  const { personId, state } = learning;
  const reader = principal.kind === 'person' ? principal.personId : undefined;
  if (personId === reader) return undefined;
  const supervised = place.supervisorId !== undefined && place.supervisorId !== personId;
  const isSupervisor = supervised && place.supervisorId === reader;
  const isAdmin = administers(principal, place.agencyId);
  if (state === 'submitted') {
    if (isSupervisor) return 'supervisor';
    const isOpen = !supervised || waitsLong(learning.waitingSince, place.today);
    return isAdmin && isOpen ? 'agency' : undefined;
  }
  if (isAdmin) return 'agency';
  return state === 'reported' && policy.verifiers === 'either' && isSupervisor ? 'supervisor' : undefined;
}

/** Drafts, and what was taken back by its learner, are theirs alone: much of that was never sent to anybody. */
export const isPrivate = ({ state }: Pick<ExternalLearning, 'state'>): boolean =>
  state === 'draft' || state === 'cancelled';

/** Who may look at a record: the learner, their supervisor, administrators of their agency. */
export function maySee(
  principal: PersonPrincipal,
  { personId, state }: Pick<ExternalLearning, 'personId' | 'state'>,
  place: LearnerPlace | undefined,
): boolean {
  if (principal.personId === personId) return true;
  if (!place || isPrivate({ state })) return false;
  return place.supervisorId === principal.personId || administers(principal, place.agencyId);
}
