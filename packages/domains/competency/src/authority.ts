import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { Method } from './assessment.ts';
import { CompetencyNotFound } from './errors.ts';
import type { Side } from './plan-item.ts';
import type { StaffDirectory, StaffMember } from './ports.ts';

/** The agency that the principal looks after; anybody else's is answered like one that is absent. */
export function agencyOf(principal: PersonPrincipal): AgencyId {
  if (!principal.agencyId || !principal.roles.includes('agency-admin')) throw new CompetencyNotFound();
  return principal.agencyId;
}

export type Office = 'own' | 'supervisor' | 'agency';

const administers = (principal: PersonPrincipal, { agencyId }: StaffMember): boolean =>
  principal.agencyId === agencyId && principal.roles.includes('agency-admin');

/** In which office somebody records what a method finds, or takes it back: a supervisor what they have seen, the agency the reports of assessors. Nobody about themselves (case C7). */
export function recordingOffice(
  principal: PersonPrincipal,
  member: StaffMember,
  method: Method,
): Exclude<Office, 'own'> | undefined {
  if (principal.personId === member.personId || method === 'self') return undefined;
  if (method === 'supervisor' && member.supervisorId === principal.personId) return 'supervisor';
  return method !== 'supervisor' && administers(principal, member) ? 'agency' : undefined;
}

/** In which office somebody looks at a person; undefined: they may not. Oneself before all, so that nobody decides about themselves (case C7). */
export function officeOf(principal: PersonPrincipal, member: StaffMember): Office | undefined {
  if (principal.personId === member.personId) return 'own';
  if (member.supervisorId === principal.personId) return 'supervisor';
  return administers(principal, member) ? 'agency' : undefined;
}

/** Somebody else stands above them. */
export const hasSupervisor = ({ supervisorId, personId }: StaffMember): boolean =>
  supervisorId !== undefined && supervisorId !== personId;

/** Who agrees plans: the supervisor, and the agency where somebody has none. */
export function sideOf(office: Office, member: StaffMember): Side | undefined {
  if (office === 'own') return 'learner';
  if (office === 'supervisor') return 'office';
  return hasSupervisor(member) ? undefined : 'office';
}

/** Somebody with the office in which the principal looks at them; whoever may not look learns not even that they are there (case C2). */
export async function memberFor(
  { staff }: { readonly staff: Pick<StaffDirectory, 'find'> },
  { principal, personId }: { readonly principal: PersonPrincipal; readonly personId: PersonId },
): Promise<{ readonly member: StaffMember; readonly office: Office }> {
  const member = await staff.find(personId);
  const office = member && officeOf(principal, member);
  if (!member || !office) throw new CompetencyNotFound();
  return { member, office };
}

/** Somebody whose home is the agency that asks; anybody else is answered like nobody (case C2). */
export async function memberOf(
  { staff }: { readonly staff: Pick<StaffDirectory, 'find'> },
  { agencyId, personId }: { readonly agencyId: AgencyId; readonly personId: PersonId },
): Promise<StaffMember> {
  const member = await staff.find(personId);
  if (member?.agencyId !== agencyId) throw new CompetencyNotFound();
  return member;
}
