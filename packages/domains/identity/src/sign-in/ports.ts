/** What the issuer says about who signed in; already verified by the client below. */
export interface SignInClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly email?: string;
  /** Only then does the address prove anything. */
  readonly emailVerified: boolean;
  readonly name?: string;
  readonly preferredUsername?: string;
}

/** The issuer (agency Keycloak, ASN Digital, Cognito, the local one), by OpenID Connect code flow with PKCE. */
export interface OidcClient {
  /** Where to send the browser. Rejects with `Unavailable` when the issuer does not answer. */
  authorizationUrl(request: {
    readonly state: string;
    readonly nonce: string;
    /** PKCE code verifier; only its S256 challenge travels. */
    readonly verifier: string;
    /** Address the person is expected to sign in with; the issuer may use it to fill its form. */
    readonly loginHint?: string;
  }): Promise<string>;
  /**
   * Exchanges the code and verifies the ID token: signature by an allowed algorithm and the issuer's key, `iss`,
   * `aud`, `azp`, `exp`, `iat`, `nonce`. Rejects with `SignInFailed` for any doubt, `Unavailable` for no answer.
   */
  redeem(answer: {
    readonly code: string;
    readonly nonce: string;
    readonly verifier: string;
  }): Promise<SignInClaims>;
  /** Where the issuer ends its own session, if it offers that; the browser comes back to the portal. */
  endSessionUrl(): Promise<string | undefined>;
}

/** A sign-in between leaving for the issuer and coming back. */
export interface SignInAttempt {
  /** SHA-256 of the state, hex: the name of the attempt. */
  readonly stateHash: string;
  /** SHA-256 of the token in the browser's cookie, hex: only the browser that left may come back (case E4). */
  readonly browserHash: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Path of the portal to go to afterwards. */
  readonly returnPath: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

export interface SignInStore {
  begin(attempt: SignInAttempt): Promise<void>;
  /** Gives an attempt exactly once; of several parallel callers one gets it. May still give an expired one. */
  take(stateHash: string): Promise<SignInAttempt | undefined>;
}
