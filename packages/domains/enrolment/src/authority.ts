import {
  type AgencyId,
  type ClientPrincipal,
  localDateOf,
  type PersonId,
  type PersonPrincipal,
  waitsLong,
} from '@sinau/kernel';
import type { LearnerPlace } from './ports.ts';

/** In which office somebody acts for a learner. */
export type Office = 'supervisor' | 'agency';

export const administers = (principal: PersonPrincipal, agencyId: AgencyId | undefined) =>
  agencyId !== undefined && principal.agencyId === agencyId && principal.roles.includes('agency-admin');

/**
 * Who decides on a request: the learner's supervisor, or where there is none an administrator of their agency, who decides as well
 * when the supervisor has not answered for long.
 */
export function decidingOffice(
  principal: PersonPrincipal,
  asked: {
    readonly personId: PersonId;
    readonly requestedAt?: string;
    readonly place: LearnerPlace;
    readonly now: Date;
  },
): Office | undefined {
  const { personId, requestedAt, place, now } = asked;
  const { supervisorId, agencyId } = place;
  const isSupervised = supervisorId !== undefined && supervisorId !== personId;
  if (isSupervised && supervisorId === principal.personId) return 'supervisor';
  if (isSupervised && !waitsLong(requestedAt, localDateOf(now.getTime(), 'Asia/Jakarta'))) return undefined;
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
