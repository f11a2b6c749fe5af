import type { Clock, Digest, PersonPrincipal } from '@sinau/kernel';
import { isOpen } from '../people/account.ts';
import { type Person, principalOf } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { viewedPrincipal } from '../viewing/viewing.ts';
import type { SessionStore } from './ports.ts';
import { endsAt } from './session.ts';

/** A session notes its use no more often than this, to spare a write per request. */
const touchEveryMs = 5 * 60 * 1000;

export interface OpenSession {
  readonly principal: PersonPrincipal;
  readonly person: Person;
  /** When it is over if nothing happens any more. */
  readonly endsAt: Date;
}

/**
 * Who a session token stands for, or undefined. Reads the person each time: a role taken away, a move and a closed
 * account count from the next request on (cases C11, E13), and so does the day on which somebody has left service.
 */
export async function readSession(
  deps: {
    readonly sessions: SessionStore;
    readonly people: PeopleStore;
    readonly clock: Clock;
    readonly digest: Digest;
  },
  token: string,
): Promise<OpenSession | undefined> {
  const tokenHash = deps.digest.sha256(token);
  const session = await deps.sessions.find(tokenHash);
  const now = deps.clock.now();
  if (!session || endsAt(session) <= now) return undefined;
  const person = await deps.people.find(session.personId);
  if (!person || !isOpen(person, now) || person.sessionGeneration !== session.generation) return undefined;
  const seenAt = now.toISOString();
  const isStale = now.getTime() - Date.parse(session.seenAt) >= touchEveryMs;
  if (isStale) await deps.sessions.touch(tokenHash, seenAt);
  const over = endsAt(isStale ? { ...session, seenAt } : session);
  const { viewing } = session;
  const viewed = viewing && { viewing, person: await deps.people.find(viewing.personId) };
  const seenAs = viewed && viewedPrincipal(person, viewed, now);
  if (seenAs && viewed.person) return { principal: seenAs, person: viewed.person, endsAt: over };
  return { principal: principalOf(person), person, endsAt: over };
}
