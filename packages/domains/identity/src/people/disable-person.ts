import type { Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import { NotAllowed } from '../errors.ts';
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
    return withStatus(person, false, deps.clock.now());
  });
}

/** Opens a disabled account again; sessions from before stay dead. */
export async function enablePerson(
  deps: { readonly people: PeopleStore; readonly clock: Clock },
  { principal, personId }: Input,
): Promise<Person> {
  return alterPerson(deps, { principal, personId }, (person) => {
    assertAdministers(principal, person);
    return withStatus(person, true, deps.clock.now());
  });
}

/** The person with an account that is open or closed; the same object where it is so, or nothing is said of it. */
export function withStatus(person: Person, isActive: boolean | undefined, now: Date): Person {
  if (isActive === undefined || isActive === (person.status !== 'disabled')) return person;
  if (!isActive) {
    return {
      ...person,
      status: 'disabled',
      disabledAt: now.toISOString(),
      sessionGeneration: person.sessionGeneration + 1,
    };
  }
  const { disabledAt: _d, withdrawnAt: _w, ...rest } = person;
  return { ...rest, status: person.account ? 'active' : 'invited' };
}
