import type { Digest, PersonPrincipal } from '@sinau/kernel';
import { alterPerson } from '../people/alter-person.ts';
import type { PeopleStore } from '../people/ports.ts';
import type { SessionStore } from './ports.ts';

/** Signs this browser out; its token is worth nothing from now on (case E14). */
export async function closeSession(
  deps: { readonly sessions: SessionStore; readonly digest: Digest },
  token: string,
): Promise<void> {
  await deps.sessions.close(deps.digest.sha256(token));
}

/** Signs the person out everywhere: the whole family of sessions ends with the next request of each. */
export async function closeAllSessions(
  deps: { readonly people: PeopleStore },
  input: { readonly principal: PersonPrincipal },
): Promise<void> {
  const { principal } = input;
  await alterPerson(deps, { principal, personId: principal.personId }, (person) => ({
    ...person,
    sessionGeneration: person.sessionGeneration + 1,
  }));
}
