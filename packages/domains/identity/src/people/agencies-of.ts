import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

/**
 * Home and working agency of each person who has one, now. For other contexts, which stamp their records with it:
 * it authorises nobody.
 */
export async function agenciesOf(
  deps: { readonly people: PeopleStore },
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly AgencyId[]>> {
  const people = await deps.people.findMany([...new Set(personIds)]);
  return new Map(people.map((person) => [person.personId, agencies(person)]));
}

/** Names for people one may already see by another right, e.g. the rows of one's own agency. */
export async function namesOf(
  deps: { readonly people: PeopleStore },
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const people = await deps.people.findMany([...new Set(personIds)]);
  return new Map(people.map((person) => [person.personId, person.name]));
}

function agencies({ home, workingAgencyId }: Person): readonly AgencyId[] {
  const both = [
    ...(home.kind === 'agency' ? [home.agencyId] : []),
    ...(workingAgencyId ? [workingAgencyId] : []),
  ];
  return [...new Set(both)];
}
