import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { AlreadyTaken, ChangedMeanwhile, IdentityNotFound, NotAllowed } from '../errors.ts';
import { mayAdministerPerson } from './authority.ts';
import { pathOf } from './invite-person.ts';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

const tries = 4;

/** Reads, checks and changes one person; again from the start when somebody else was faster. */
export async function alterPerson(
  deps: { readonly people: PeopleStore },
  { principal, personId }: { readonly principal: PersonPrincipal; readonly personId: PersonId },
  change: (person: Person) => Person | Promise<Person>,
): Promise<Person> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = await deps.people.find(personId);
    if (!before) throw new IdentityNotFound('person');
    const after = await change(before);
    if (after === before) return before;
    const remaining = operates(before) && !operates(after) ? await operatorWho(deps, principal) : undefined;
    const result = await deps.people.replace(before, after, remaining);
    if (result.outcome === 'stored') return result.person;
    if (result.outcome === 'taken') throw new AlreadyTaken(pathOf(result.claim));
  }
  throw new ChangedMeanwhile();
}

const operates = ({ status, roles }: Person) => status !== 'disabled' && roles.includes('operator');

/** Whoever takes away an operator stays one in the same write: two who take each other away would leave nobody. */
async function operatorWho(
  { people }: { readonly people: PeopleStore },
  { personId }: PersonPrincipal,
): Promise<Person> {
  const person = await people.find(personId);
  if (!person || !operates(person)) throw new NotAllowed();
  return person;
}

/** The same answer for a person who is absent and one whom the principal does not administer (case C2). */
export function assertAdministers(principal: PersonPrincipal, person: Person): void {
  if (!mayAdministerPerson(principal, person)) throw new IdentityNotFound('person');
}
