import type { Clock } from '@sinau/kernel';
import type { JSONWebKeySet, LocalJWKSet } from 'jose';
import * as z from 'zod';
import { SignInFailed } from '../errors.ts';
import { type Fetch, fetchJson } from './fetch-json.ts';

/** HTTPS, or plain HTTP to this machine for local use. */
const endpoint = z.string().refine(isSafeEndpoint, { message: 'must be HTTPS' });

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.optional(),
  end_session_endpoint: endpoint.optional(),
});
export type IssuerMetadata = z.infer<typeof metadataSchema>;

const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const maxAgeMs = 3_600_000;
/** Unknown key ids cause at most one request a minute, whoever sends them. */
const refreshEveryMs = 60_000;

/** What an issuer publishes about itself (OpenID Connect Discovery 1.0), remembered for an hour. */
export interface Issuer {
  metadata(): Promise<IssuerMetadata>;
  keys(): Promise<LocalJWKSet>;
  /** Keys read again because one was not among them; the ones at hand when they are younger than a minute. */
  freshKeys(): Promise<LocalJWKSet>;
}

export function createIssuer(deps: {
  readonly issuer: string;
  readonly clock: Clock;
  readonly send: Fetch;
}): Issuer {
  const { issuer, clock, send } = deps;
  const metadata = remembered(clock, async () => {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const read = metadataSchema.safeParse(await fetchJson(send, url));
    // Discovery 4.3: an issuer that calls itself otherwise is somebody else.
    if (!read.success || read.data.issuer !== issuer) throw new SignInFailed(read.error);
    return read.data;
  });
  const keys = remembered(clock, async () => {
    const { jwks_uri } = await metadata(maxAgeMs);
    const read = keysSchema.safeParse(await fetchJson(send, jwks_uri));
    if (!read.success) throw new SignInFailed(read.error);
    // Loaded when somebody signs in; most requests of the portal need no key.
    const { createLocalJWKSet } = await import('jose');
    return createLocalJWKSet(read.data as JSONWebKeySet);
  });
  return {
    metadata: () => metadata(maxAgeMs),
    keys: () => keys(maxAgeMs),
    freshKeys: () => keys(refreshEveryMs),
  };
}

/** Reads again when the last answer is older than asked. A failure is not remembered. */
function remembered<Value>(clock: Clock, read: () => Promise<Value>) {
  let last: { readonly value: Value; readonly readAtMs: number } | undefined;
  return async (youngerThanMs: number): Promise<Value> => {
    const nowMs = clock.now().getTime();
    if (last && nowMs - last.readAtMs < youngerThanMs) return last.value;
    const value = await read();
    last = { value, readAtMs: nowMs };
    return value;
  };
}

function isSafeEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
}
