import type { AuPrincipal, Clock, Digest, PersonId } from '@sinau/kernel';
import type { RegistrationStore } from './ports.ts';
import type { AuSession } from './registration.ts';
import { hashOf, readAuthToken } from './secrets.ts';
import { ageMs, isSealed, sessionLifetimeMs, terminatedGraceMs } from './sessions.ts';

/** True for credentials that claim to be an AU's, dead or alive: they must never be answered with a login dialog. */
export function isAuToken(token: string): boolean {
  return readAuthToken(token) !== undefined;
}

/**
 * The AU that an auth token speaks for; `token` is what follows `Basic `. Undefined for tokens that are unknown, not
 * fetched, or dead: its learner's account closed, replaced by another launch, sealed or abandoned, older than a day, or terminated more than a minute ago.
 * In that minute the use cases for AUs let a repeated request pass and refuse everything else.
 */
export async function authenticateAuToken(
  deps: {
    readonly registrations: RegistrationStore;
    readonly digest: Digest;
    readonly clock: Clock;
    readonly isAccountOpen?: (personId: PersonId) => Promise<boolean>;
  },
  token: string,
): Promise<AuPrincipal | undefined> {
  const given = readAuthToken(token);
  const state = given && (await deps.registrations.read(given.registration));
  const session = state?.session;
  if (!given || !session || session.tokenHash !== hashOf(deps.digest, given.secret)) return undefined;
  if (!isAlive(deps.clock, session)) return undefined;
  const { personId } = state;
  if (personId !== undefined && deps.isAccountOpen && !(await deps.isAccountOpen(personId))) return undefined;
  const { sessionId, registration } = session.terms;
  return {
    ...{ kind: 'au', sessionId, registration },
    ...(state.trial && { trial: true }),
    ...(session.tincan && { tincan: true }),
  };
}

function isAlive(clock: Clock, session: AuSession): boolean {
  if (session.progress.abandoned || isSealed(session) || ageMs(clock, session.launchedAt) > sessionLifetimeMs)
    return false;
  return session.endedAt === undefined || ageMs(clock, session.endedAt) <= terminatedGraceMs;
}
