import type { Clock } from '@sinau/kernel';
import type { Outbound } from '@sinau/platform/outbound';
import { type OpenEdxToken, readOpenEdxToken } from '@sinau/rostering/openedx';
import { AdapterFailure } from '../../ports.ts';
import { failureOfHttp, failureOfOutbound } from '../failures.ts';
import { Throttled } from './failures.ts';

export interface TokenDeps {
  readonly outbound: Pick<Outbound, 'send'>;
  readonly clock: Clock;
  /** Absolute address of the site, without trailing slash. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface TokenSource {
  current(): Promise<OpenEdxToken>;
  /** This one was refused; the next one is fetched anew. */
  drop(token: OpenEdxToken): void;
}

/** Fetched anew so long before its end that no request is under way with a dead one. */
const sparedMs = 60_000;

/** Client credentials (RFC 6749, 4.4). The token is kept in memory as long as the adapter lives, and nowhere else. */
export function createTokenSource(deps: TokenDeps): TokenSource {
  let held: { readonly coming: Promise<OpenEdxToken>; token?: OpenEdxToken; until: number } | undefined;
  return {
    async current() {
      if (held && deps.clock.now().getTime() < held.until) return held.coming;
      const begun = deps.clock.now().getTime();
      // Whoever asks meanwhile waits for the same one.
      const mine: NonNullable<typeof held> = { coming: fetchToken(deps), until: Number.POSITIVE_INFINITY };
      held = mine;
      try {
        const token = await mine.coming;
        mine.token = token;
        mine.until = begun + Math.max(0, token.expiresInSeconds * 1_000 - sparedMs);
        return token;
      } catch (error) {
        if (held === mine) held = undefined;
        throw error;
      }
    },
    drop(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

async function fetchToken(deps: TokenDeps): Promise<OpenEdxToken> {
  const { outbound, baseUrl, clientId, clientSecret } = deps;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const { status, headers, body } = await outbound
    .send({
      method: 'POST',
      url: `${baseUrl}/oauth2/access_token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ ...form, token_type: 'jwt' }).toString(),
      ...{ timeoutMs: 30_000, maxResponseBytes: 64 * 1024 },
    })
    .catch((error: unknown) => {
      throw failureOfOutbound(error);
    });
  if (status === 429) throw new Throttled(headers['retry-after'], deps.clock.now());
  // `invalid_client` comes with either, by the release.
  if (status === 400 || status === 401) throw new AdapterFailure('unauthorised', { passing: false });
  if (status !== 200) throw failureOfHttp(status);
  const token = readOpenEdxToken(jsonOf(body));
  if (!token) throw new AdapterFailure('other-service', { passing: false });
  return token;
}

/** Undefined when it is no JSON. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
