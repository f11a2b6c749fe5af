import { type Person, readSession } from '@sinau/identity';
import { anonymous, type PersonPrincipal, type Principal } from '@sinau/kernel';
import { readCookie, sessionCookie } from './cookies.ts';
import type { PortalDeps } from './deps.ts';

export interface SessionReader {
  readonly authenticate: (request: Request) => Promise<Principal>;
  /** The person as this request has read them. */
  personOf(principal: PersonPrincipal): Promise<Person | undefined>;
}

/** Who the session cookie stands for. Files need nobody and cost no read. */
export function createSessionReader(
  deps: Pick<PortalDeps, 'sessions' | 'people' | 'clock' | 'digest'>,
): SessionReader {
  const read = new WeakMap<PersonPrincipal, Person>();
  return {
    authenticate: async (request) => {
      if (new URL(request.url).pathname.startsWith('/assets/')) return anonymous;
      const token = readCookie(request, sessionCookie);
      const session = token ? await readSession(deps, token) : undefined;
      if (!session) return anonymous;
      read.set(session.principal, session.person);
      return session.principal;
    },
    personOf: async (principal) => read.get(principal) ?? deps.people.find(principal.personId),
  };
}
