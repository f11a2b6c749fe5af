import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { IdentityNotFound } from '../errors.ts';
import { maySee } from './authority.ts';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

/** One person: oneself, one's team, or whoever one's tenant employs or borrows; nobody else is found. */
export async function getPerson(
  deps: { readonly people: PeopleStore },
  input: { readonly principal: PersonPrincipal; readonly personId: PersonId },
): Promise<Person> {
  const person = await deps.people.find(input.personId);
  if (!person || !maySee(input.principal, person)) throw new IdentityNotFound('person');
  return person;
}
