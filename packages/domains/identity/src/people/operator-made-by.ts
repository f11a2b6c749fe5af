import type { PersonId } from '@sinau/kernel';
import type { PeopleStore } from './ports.ts';

/** Who invited a person and who made them an operator, as far as it is known, each with its time (ISO 8601 UTC). */
export async function operatorMadeBy(
  deps: { readonly people: Pick<PeopleStore, 'find'> },
  personId: PersonId,
): Promise<readonly { readonly by: PersonId; readonly at: string }[]> {
  const person = await deps.people.find(personId);
  if (!person) return [];
  const { invitedBy, invitedAt, vouchedFor } = person;
  return [
    ...(invitedBy === undefined ? [] : [{ by: invitedBy, at: invitedAt }]),
    ...(vouchedFor ? [vouchedFor] : []),
  ];
}
