import type { Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import { NotAllowed } from '../errors.ts';
import { type AccountActor, withStatus } from './account.ts';
import { alterPerson, assertAdministers } from './alter-person.ts';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

interface Input {
  readonly principal: PersonPrincipal;
  readonly personId: PersonId;
}

/** Closes an account and every session of it with the next request. Records stay. */
export async function disablePerson(
  deps: { readonly people: PeopleStore; readonly clock: Clock },
  { principal, personId }: Input,
): Promise<Person> {
  // Also keeps at least one operator, together with `alterPerson`: the last one could only disable themselves.
  if (principal.personId === personId) throw new NotAllowed('Nobody disables themselves.');
  return alterPerson(deps, { principal, personId }, (person) => {
    assertAdministers(principal, person);
    return withStatus(person, false, actorOf(principal, deps.clock.now()));
  });
}

/** Opens a disabled account again; sessions from before stay dead. What an operator has closed an operator opens. */
export async function enablePerson(
  deps: { readonly people: PeopleStore; readonly clock: Clock },
  { principal, personId }: Input,
): Promise<Person> {
  return alterPerson(deps, { principal, personId }, (person) => {
    assertAdministers(principal, person);
    return withStatus(person, true, actorOf(principal, deps.clock.now()));
  });
}

function actorOf({ roles, personId }: PersonPrincipal, now: Date): AccountActor & { readonly now: Date } {
  return { because: roles.includes('operator') ? 'operator' : 'administrator', by: personId, now };
}
