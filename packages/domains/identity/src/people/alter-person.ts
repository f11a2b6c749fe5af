import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { AlreadyTaken, ChangedMeanwhile, IdentityNotFound } from '../errors.ts';
import { mayAdministerPerson } from './authority.ts';
import { pathOf } from './invite-person.ts';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

const tries = 4;

/** Reads, checks and changes one person; again from the start when somebody else was faster. */
export async function alterPerson(
  deps: { readonly people: PeopleStore },
  personId: PersonId,
  change: (person: Person) => Person | Promise<Person>,
): Promise<Person> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = await deps.people.find(personId);
    if (!before) throw new IdentityNotFound('person');
    const after = await change(before);
    if (after === before) return before;
    const result = await deps.people.replace(before, after);
    if (result.outcome === 'stored') return result.person;
    if (result.outcome === 'taken') throw new AlreadyTaken(pathOf(result.claim));
  }
  throw new ChangedMeanwhile();
}

/** The same answer for a person who is absent and one whom the principal does not administer (case C2). */
export function assertAdministers(principal: PersonPrincipal, person: Person): void {
  if (!mayAdministerPerson(principal, person)) throw new IdentityNotFound('person');
}
