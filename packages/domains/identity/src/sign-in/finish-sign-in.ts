import type { Clock, Digest, Ids } from '@sinau/kernel';
import { SignInFailed } from '../errors.ts';
import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { openSession } from '../session/open-session.ts';
import type { SessionStore } from '../session/ports.ts';
import type { OidcClient, SignInStore } from './ports.ts';
import { signInPerson } from './sign-in-person.ts';

export interface FinishedSignIn {
  readonly person: Person;
  /** The session's secret, for its cookie. */
  readonly sessionToken: string;
  /** A path of the portal, already checked. */
  readonly returnPath: string;
}

interface Deps {
  readonly signIns: SignInStore;
  readonly oidc: OidcClient;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  readonly bootstrapEmail?: string;
  readonly usernameIsEmployeeNumber?: boolean;
}

/** Takes the browser back from the issuer. Every sign-in gets a new session; the one it brought along is closed. */
export async function finishSignIn(
  deps: Deps,
  input: {
    /** From the query of the redirect; absent ones are refused. */
    readonly state?: string;
    readonly code?: string;
    /** From the sign-in cookie. */
    readonly browserToken?: string;
    /** From the session cookie, if there is one. */
    readonly earlierSessionToken?: string;
  },
): Promise<FinishedSignIn> {
  const { state, code, browserToken } = input;
  if (!state || !code || !browserToken) throw new SignInFailed();
  const attempt = await deps.signIns.take(deps.digest.sha256(state));
  // Both are hashes of unguessable tokens: comparing them plainly tells nothing of use.
  if (attempt?.browserHash !== deps.digest.sha256(browserToken)) throw new SignInFailed();
  if (attempt.expiresAt <= deps.clock.now().toISOString()) throw new SignInFailed();
  const { nonce, verifier, returnPath } = attempt;
  const claims = await deps.oidc.redeem({ code, nonce, verifier });
  const person = await signInPerson(deps, claims);
  const { token } = await openSession(deps, {
    person,
    ...(input.earlierSessionToken && { earlierToken: input.earlierSessionToken }),
  });
  return { person, sessionToken: token, returnPath };
}
