import type { AgencyId, PersonId } from '@sinau/kernel';
import { accountClaim, type Claim, emailClaim, emailHashClaim, employeeNumberClaim } from './claims.ts';
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

/** What somebody else may call a person by, beside the id that people have here. */
export type PersonName =
  | { readonly kind: 'email'; readonly address: string }
  /** SHA-1 of the mailto address. */
  | { readonly kind: 'email-hash'; readonly hash: string }
  /** At another issuer; its subject, or an employee number that they are known by there. */
  | { readonly kind: 'account'; readonly issuer: string; readonly name: string };

/**
 * Home and working agency of whoever is called so; empty for somebody who is here and has none, undefined where nobody is. For other contexts,
 * which refuse by it what is said of people of others: a name proves nothing.
 */
export async function agenciesOfNamed(
  deps: { readonly people: Pick<PeopleStore, 'findByClaim'> },
  name: PersonName,
): Promise<readonly AgencyId[] | undefined> {
  const people = await Promise.all(claimsFor(name).map((claim) => deps.people.findByClaim(claim)));
  const found = people.flatMap((person) => person ?? []);
  return found.length === 0 ? undefined : [...new Set(found.flatMap(agencies))];
}

function claimsFor(name: PersonName): readonly Claim[] {
  if (name.kind === 'email') return [emailClaim(name.address)];
  if (name.kind === 'email-hash') return [emailHashClaim(name.hash)];
  const number = name.name.replace(/[\s.'’-]/g, '');
  const isNumber = /^\d{18}$/.test(number);
  return [accountClaim(name.issuer, name.name), ...(isNumber ? [employeeNumberClaim(number)] : [])];
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
