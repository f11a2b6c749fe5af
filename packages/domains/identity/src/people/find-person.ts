import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { maySee } from './authority.ts';
import { emailClaim, employeeNumberClaim } from './claims.ts';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

/**
 * The person who goes by this e-mail address, employee number or internal id; undefined for one that this principal may
 * not see, as for one that does not exist (case C2).
 */
export async function findPerson(
  deps: { readonly people: PeopleStore },
  input: { readonly principal: PersonPrincipal; readonly text: string },
): Promise<Person | undefined> {
  const text = input.text.trim();
  const person = await find(deps.people, text);
  return person && maySee(input.principal, person) ? person : undefined;
}

async function find(people: PeopleStore, text: string): Promise<Person | undefined> {
  if (text.includes('@')) return text.length > 254 ? undefined : people.findByClaim(emailClaim(text));
  // Written in groups on cards and letters.
  const digits = text.replaceAll(/[\s.]/g, '');
  if (/^\d{18}$/.test(digits)) return people.findByClaim(employeeNumberClaim(digits));
  return /^[\w-]{1,64}$/.test(text) ? people.find(text as PersonId) : undefined;
}
