import type { AgencyId, ClientPrincipal, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { LearnerPlace } from './ports.ts';

/** In which office somebody acts for a learner. */
export type Office = 'supervisor' | 'agency';

const administers = (principal: PersonPrincipal, agencyId: AgencyId | undefined) =>
  agencyId !== undefined && principal.agencyId === agencyId && principal.roles.includes('agency-admin');

/** Who decides on requests of a learner: their supervisor, or where there is none an administrator of their agency. */
export function decidingOffice(
  principal: PersonPrincipal,
  learner: { readonly personId: PersonId; readonly place: LearnerPlace },
): Office | undefined {
  const { supervisorId, agencyId } = learner.place;
  if (supervisorId !== undefined && supervisorId !== learner.personId) {
    return supervisorId === principal.personId ? 'supervisor' : undefined;
  }
  return administers(principal, agencyId) ? 'agency' : undefined;
}

/** A person with an office, or a system of an agency. */
export type Assigner = PersonPrincipal | ClientPrincipal;

/** The agency whose assignments an assigner sees as a whole. */
export function agencyOf(assigner: Assigner): AgencyId | undefined {
  if (assigner.kind === 'person') return assigner.agencyId;
  return assigner.tenant.kind === 'agency' ? assigner.tenant.agencyId : undefined;
}

/**
 * A supervisor takes back duties of the office, also of a predecessor; those of the agency are the agency's. What an obligation
 * asks for goes with the obligation.
 */
export function mayWithdraw(
  office: Office,
  { assignment }: { readonly assignment?: { readonly as: Office; readonly obligationId?: string } },
): boolean {
  if (assignment === undefined || assignment.obligationId !== undefined) return false;
  return office === 'agency' || assignment.as === 'supervisor';
}

/**
 * Who gives courses to a learner and takes them back: their supervisor, and every administrator and system of their
 * agency.
 */
export function assigningOffice(
  principal: Assigner,
  place: LearnerPlace,
): { readonly as: Office; readonly agencyId: AgencyId } | undefined {
  const { agencyId, supervisorId } = place;
  if (agencyId === undefined) return undefined;
  if (principal.kind === 'client')
    return agencyOf(principal) === agencyId ? { as: 'agency', agencyId } : undefined;
  if (administers(principal, agencyId)) return { as: 'agency', agencyId };
  return supervisorId === principal.personId ? { as: 'supervisor', agencyId } : undefined;
}
