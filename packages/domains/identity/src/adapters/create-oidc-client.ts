import { createHash } from 'node:crypto';
import type { Clock } from '@sinau/kernel';
import * as z from 'zod';
import { SignInFailed } from '../errors.ts';
import type { OidcClient, SignInClaims } from '../sign-in/ports.ts';
import { type Fetch, fetchJson } from './fetch-json.ts';
import { createIssuer, type IssuerMetadata } from './issuer.ts';
import { verifyIdToken } from './verify-id-token.ts';

export interface OidcClientOptions {
  /** Issuer identifier, exactly as the issuer spells it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client; PKCE is used either way. */
  readonly clientSecret?: string;
  /** Registered at the issuer; the portal's callback. */
  readonly redirectUri: string;
  /** Registered at the issuer; where the browser goes after signing out there. */
  readonly postLogoutRedirectUri: string;
  /** `login` asks for the account every time, as a shared computer should. @default the issuer decides */
  readonly prompt?: 'login' | 'select_account';
  readonly clock: Clock;
  /** @default the runtime's own */
  readonly fetch?: Fetch;
}

const tokenAnswer = z.object({ id_token: z.string(), access_token: z.string().optional() });

const identityClaims = z.object({
  email: z.string().max(254).optional(),
  // Cognito writes it as text.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
  name: z.string().max(200).optional(),
  preferred_username: z.string().max(255).optional(),
});

/** OpenID Connect code flow with PKCE over fetch; every request checks what the issuer says. */
export function createOidcClient(options: OidcClientOptions): OidcClient {
  const { clock, clientId, redirectUri, fetch: send = fetch } = options;
  const issuer = createIssuer({ issuer: options.issuer, clock, send });

  return {
    async authorizationUrl({ state, nonce, verifier, loginHint }) {
      const { authorization_endpoint } = await issuer.metadata();
      const url = new URL(authorization_endpoint);
      const query = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...(options.prompt && { prompt: options.prompt }),
        ...(loginHint && { login_hint: loginHint }),
      };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },
    async redeem({ code, nonce, verifier }) {
      const metadata = await issuer.metadata();
      const tokens = await exchange(options, metadata, { code, verifier });
      const expected = { idToken: tokens.id_token, issuer: options.issuer, clientId, nonce };
      const { sub, ...claims } = await verifyIdToken({ issuer, clock }, expected);
      const identity =
        claims.email === undefined && tokens.access_token && metadata.userinfo_endpoint
          ? await userInfo({ send, sub, url: metadata.userinfo_endpoint, accessToken: tokens.access_token })
          : claims;
      return toClaims(options.issuer, sub, identity);
    },
    async endSessionUrl() {
      const { end_session_endpoint } = await issuer.metadata();
      if (!end_session_endpoint) return undefined;
      const url = new URL(end_session_endpoint);
      url.searchParams.set('client_id', clientId);
      url.searchParams.set('post_logout_redirect_uri', options.postLogoutRedirectUri);
      return url.href;
    },
  };
}

async function exchange(
  options: OidcClientOptions,
  metadata: IssuerMetadata,
  { code, verifier }: { readonly code: string; readonly verifier: string },
): Promise<z.infer<typeof tokenAnswer>> {
  const { clientId, clientSecret, redirectUri, fetch: send = fetch } = options;
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...(clientSecret === undefined && { client_id: clientId }),
  });
  const headers = clientSecret === undefined ? {} : { authorization: basic(clientId, clientSecret) };
  const answer = await fetchJson(send, metadata.token_endpoint, { method: 'POST', body, headers });
  const read = tokenAnswer.safeParse(answer);
  if (!read.success) throw new SignInFailed(read.error);
  return read.data;
}

/** RFC 6749 2.3.1: both halves are form-encoded before they are joined. */
function basic(clientId: string, secret: string): string {
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** Core 5.3: the answer counts only when it is about the subject of the ID token. */
async function userInfo(input: {
  readonly send: Fetch;
  readonly url: string;
  readonly accessToken: string;
  readonly sub: string;
}): Promise<unknown> {
  const headers = { authorization: `Bearer ${input.accessToken}` };
  const answer = await fetchJson(input.send, input.url, { headers });
  const read = z.looseObject({ sub: z.literal(input.sub) }).safeParse(answer);
  if (!read.success) throw new SignInFailed(read.error);
  return read.data;
}

function toClaims(issuer: string, subject: string, identity: unknown): SignInClaims {
  const read = identityClaims.safeParse(identity);
  if (!read.success) throw new SignInFailed(read.error);
  const { email, email_verified, name, preferred_username } = read.data;
  return {
    issuer,
    subject,
    emailVerified: email_verified === true,
    ...(email !== undefined && { email }),
    ...(name !== undefined && { name }),
    ...(preferred_username !== undefined && { preferredUsername: preferred_username }),
  };
}
