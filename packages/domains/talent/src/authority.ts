import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { OwnTalent, TalentNotFound } from './errors.ts';
import type { MemberDirectory, TalentMember } from './ports.ts';

/** Whose talent somebody looks after. Administrators of an agency do not by that: they name who does, and nobody names themselves. */
export function officeOf({ agencyId, roles }: PersonPrincipal): AgencyId {
  if (agencyId === undefined || !roles.includes('talent-officer')) throw new TalentNotFound();
  return agencyId;
}

/** Somebody of the officer's agency, not the officer; anybody else is answered like nobody (case C2). */
export async function memberFor(
  { members }: { readonly members: MemberDirectory },
  { principal, personId }: { readonly principal: PersonPrincipal; readonly personId: PersonId },
): Promise<TalentMember> {
  const agencyId = officeOf(principal);
  if (principal.personId === personId) throw new OwnTalent();
  const member = await members.find(personId);
  if (member?.agencyId !== agencyId) throw new TalentNotFound();
  return member;
}
