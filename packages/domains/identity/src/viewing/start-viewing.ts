import type { Clock, Digest, PersonId, PersonPrincipal } from '@sinau/kernel';
import { IdentityNotFound, NotAllowed } from '../errors.ts';
import type { PeopleStore } from '../people/ports.ts';
import type { SessionStore } from '../session/ports.ts';
import { mayBeViewed, type Viewing, type ViewingRequest, viewingMinutes } from './viewing.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly people: PeopleStore;
  readonly clock: Clock;
  readonly digest: Digest;
}

/**
 * An operator looks at the portal as somebody else, with this session alone and for a while (case C10). `note` is called before it
 * begins: what cannot be noted does not happen.
 */
export async function startViewing(
  deps: Deps & { readonly note: (viewing: Viewing) => Promise<void> },
  input: {
    readonly principal: PersonPrincipal;
    readonly token: string;
    readonly personId: PersonId;
    readonly request: ViewingRequest;
  },
): Promise<Viewing> {
  const { principal, personId, request } = input;
  assertOperates(principal);
  if (personId === principal.personId) throw new NotAllowed('This is yourself.');
  const person = await deps.people.find(personId);
  const now = deps.clock.now();
  if (!person) throw new IdentityNotFound('person');
  if (!mayBeViewed(person, now)) {
    throw new NotAllowed(
      'Only people who are learners or supervisors, with an open account, can be looked at like this.',
    );
  }
  const until = new Date(now.getTime() + viewingMinutes * 60_000).toISOString();
  const viewing: Viewing = { personId, reason: request.reason, startedAt: now.toISOString(), until };
  await deps.note(viewing);
  await deps.sessions.view(deps.digest.sha256(input.token), viewing);
  return viewing;
}

/** Nobody looks at somebody through somebody else. */
function assertOperates({ roles, viewedBy }: PersonPrincipal): void {
  if (viewedBy !== undefined || !roles.includes('operator')) throw new NotAllowed();
}

/** Oneself again; harmless when one is already. */
export async function endViewing(
  deps: Pick<Deps, 'sessions' | 'digest'>,
  { token }: { readonly token: string },
): Promise<void> {
  await deps.sessions.view(deps.digest.sha256(token), undefined);
}
