import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { Person } from '../people/person.ts';
import type { SessionStore } from './ports.ts';

/** Opens a session under a fresh token of 256 random bits, and closes the one the browser had before. */
export async function openSession(
  deps: {
    readonly sessions: SessionStore;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly digest: Digest;
  },
  input: { readonly person: Person; readonly earlierToken?: string },
): Promise<{ readonly token: string }> {
  const { person, earlierToken } = input;
  if (earlierToken) await deps.sessions.close(deps.digest.sha256(earlierToken));
  const token = deps.ids.token(32);
  const now = deps.clock.now().toISOString();
  await deps.sessions.open({
    tokenHash: deps.digest.sha256(token),
    personId: person.personId,
    generation: person.sessionGeneration,
    openedAt: now,
    seenAt: now,
  });
  return { token };
}
