import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { CompetencyNotFound } from './errors.ts';
import type { Side } from './plan-item.ts';
import type { StaffDirectory, StaffMember } from './ports.ts';

/** The agency that the principal looks after; anybody else's is answered like one that is absent. */
export function agencyOf(principal: PersonPrincipal): AgencyId {
  if (!principal.agencyId || !principal.roles.includes('agency-admin')) throw new CompetencyNotFound();
  return principal.agencyId;
}

export type Office = 'own' | 'supervisor' | 'agency';

/** In which office somebody looks at a person; undefined: they may not. Oneself before all, so that nobody decides about themselves (case C7). */
export function officeOf(principal: PersonPrincipal, member: StaffMember): Office | undefined {
  if (principal.personId === member.personId) return 'own';
  if (member.supervisorId === principal.personId) return 'supervisor';
  return principal.agencyId === member.agencyId && principal.roles.includes('agency-admin')
    ? 'agency'
    : undefined;
}

/** Who agrees plans: the supervisor, and the agency where somebody has none. */
export function sideOf(office: Office, { supervisorId, personId }: StaffMember): Side | undefined {
  if (office === 'own') return 'learner';
  if (office === 'supervisor') return 'office';
  return supervisorId === undefined || supervisorId === personId ? 'office' : undefined;
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
