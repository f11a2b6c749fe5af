import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { OidcClient, SignInStore } from './ports.ts';
import { returnPath } from './return-path.ts';

/** Seconds a person may take at the issuer. */
export const signInSeconds = 600;

export interface BegunSignIn {
  /** Send the browser there. */
  readonly url: string;
  /** Keep in a cookie of the browser (HttpOnly, SameSite=Lax, `signInSeconds`) and hand to `finishSignIn`. */
  readonly browserToken: string;
}

/** Starts a sign-in at the issuer. */
export async function beginSignIn(
  deps: {
    readonly signIns: SignInStore;
    readonly oidc: OidcClient;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly digest: Digest;
    /** e.g. `https://sinau.example` */
    readonly portalOrigin: string;
  },
  input: { readonly returnTo?: string; readonly loginHint?: string },
): Promise<BegunSignIn> {
  const { ids, digest } = deps;
  const [state, nonce, verifier, browserToken] = [ids.token(32), ids.token(32), ids.token(32), ids.token(32)];
  const hint = input.loginHint ? { loginHint: input.loginHint } : {};
  const url = await deps.oidc.authorizationUrl({ state, nonce, verifier, ...hint });
  await deps.signIns.begin({
    stateHash: digest.sha256(state),
    browserHash: digest.sha256(browserToken),
    nonce,
    verifier,
    returnPath: returnPath(input.returnTo, deps.portalOrigin),
    expiresAt: new Date(deps.clock.now().getTime() + signInSeconds * 1000).toISOString(),
  });
  return { url, browserToken };
}
