import type { Clock, Digest, Ids } from '@sinau/kernel';
import { Unavailable } from '@sinau/kernel';
import type { RegistrationStore } from './ports.ts';
import type { AuSession } from './registration.ts';
import { authToken, hashOf, readFetchId, secretBytes } from './secrets.ts';
import { ageMs, fetchLifetimeMs, isRunning, rounds } from './sessions.ts';

/** Wire shape of the answer, always sent with status 200 (cmi5 8.2). */
export type FetchAnswer =
  | { readonly 'auth-token': string }
  | { readonly 'error-code': '1' | '2' | '3'; readonly 'error-text': string };

const unknown: FetchAnswer = { 'error-code': '2', 'error-text': 'This fetch URL is not known.' };
const used: FetchAnswer = {
  'error-code': '1',
  'error-text': 'The authorization token has already been returned.',
};
const over: FetchAnswer = { 'error-code': '1', 'error-text': 'The session of this fetch URL has ended.' };
const late: FetchAnswer = {
  'error-code': '1',
  'error-text': 'This fetch URL has expired; launch the AU again.',
};

/** Trades the one-time id of a fetch URL for the auth token of its session, exactly once (case E9). */
export async function fetchAuthToken(
  deps: {
    readonly registrations: RegistrationStore;
    readonly digest: Digest;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  id: string,
): Promise<FetchAnswer> {
  const given = readFetchId(id);
  if (!given) return unknown;
  const secret = deps.ids.token(secretBytes);
  const tokenHash = hashOf(deps.digest, secret);
  const answer: FetchAnswer = { 'auth-token': authToken({ registration: given.registration, secret }) };
  for (let round = 0; round < rounds; round += 1) {
    const state = await deps.registrations.read(given.registration);
    const session = state?.session;
    // An id of an earlier launch is as unknown as a made-up one: only the latest is kept.
    if (!state || session?.fetchHash !== hashOf(deps.digest, given.secret)) return unknown;
    // Our own write, whose answer was lost.
    if (session.tokenHash === tokenHash) return answer;
    const refusal = refuse(deps.clock, session, isRunning(session));
    if (refusal) return refusal;
    const fetched: AuSession = { ...session, fetchedAt: deps.clock.now().toISOString(), tokenHash };
    if ((await deps.registrations.save({ ...state, session: fetched })) === 'saved') return answer;
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

function refuse(clock: Clock, session: AuSession, open: boolean): FetchAnswer | undefined {
  if (session.fetchedAt !== undefined) return used;
  if (!open) return over;
  return ageMs(clock, session.launchedAt) > fetchLifetimeMs ? late : undefined;
}
