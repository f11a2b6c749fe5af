import type { Clock, Digest } from '@sinau/kernel';
import type { Outbound, OutboundResponse } from '@sinau/platform/outbound';
import * as z from 'zod';
import type { LrsReceiver } from '../subscription.ts';
import { userAgent } from './webhook-courier.ts';

type OAuth = Extract<LrsReceiver['auth'], { readonly kind: 'oauth' }>;

/** The token endpoint gave no token; the answer is what it said instead. */
export class NoToken extends Error {
  readonly response: OutboundResponse;

  constructor(response: OutboundResponse) {
    super('the token endpoint gave no token');
    this.name = 'NoToken';
    this.response = response;
  }
}

/** RFC 6749 A.12: visible ASCII. Any other token could not be sent, and is the fault of the endpoint that gave it. */
const tokenSchema = z.object({
  access_token: z.string().regex(/^[\x20-\x7e]{1,16000}$/),
  expires_in: z.coerce.number().positive().optional(),
});

/** RFC 6749 5.1 only recommends a lifetime. */
const usualSeconds = 300;
/** Before its end a token is not used any more. */
const marginSeconds = 30;
const mostKept = 1_000;

/** Access tokens of client credentials (RFC 6749 4.4), kept in memory for as long as they last. */
export function createAccessTokens(deps: {
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly digest: Digest;
}) {
  const { outbound, clock, digest } = deps;
  const kept = new Map<string, { readonly token: string; readonly untilMs: number }>();
  const keyOf = (auth: OAuth, secret: string) =>
    digest.sha256(JSON.stringify([auth.tokenUrl, auth.clientId, auth.scope ?? '', secret]));

  return {
    /** Rejects with `OutboundFailed` and `NoToken`. */
    async tokenFor(auth: OAuth, secret: string, timeoutMs: number): Promise<string> {
      const key = keyOf(auth, secret);
      const nowMs = clock.now().getTime();
      const found = kept.get(key);
      if (found && found.untilMs > nowMs) return found.token;
      const response = await outbound.send({ ...tokenRequest(auth, secret), timeoutMs });
      if (response.status !== 200) throw new NoToken(response);
      const parsed = tokenSchema.safeParse(jsonOf(response.body));
      if (!parsed.success) throw new NoToken({ ...response, status: 502 });
      const { access_token: token, expires_in: seconds = usualSeconds } = parsed.data;
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, { token, untilMs: nowMs + Math.max(0, seconds - marginSeconds) * 1000 });
      return token;
    },
    /** After a 401: the next try asks for a new one. */
    forget: (auth: OAuth, secret: string) => void kept.delete(keyOf(auth, secret)),
  };
}

export type AccessTokens = ReturnType<typeof createAccessTokens>;

function tokenRequest({ tokenUrl, clientId, scope }: OAuth, secret: string) {
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) });
  // RFC 6749 2.3.1: both are form-encoded before Basic puts them together.
  const encoded = [clientId, secret].map((part) => new URLSearchParams({ '': part }).toString().slice(1));
  return {
    method: 'POST' as const,
    url: tokenUrl,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      'user-agent': userAgent,
      authorization: `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`,
    },
    body: form.toString(),
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
