import * as z from 'zod/mini';
import type { ServiceScope } from '../vocabulary.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** An assertion is for one request. */
const assertionSeconds = 120;
/** Some platforms let no clock be ahead of theirs. */
const behindSeconds = 5;

/** What we sign to get a token (Security Framework 1.0, 4.1.1). `audience`: the token address, or what the platform wants in its place. */
export const assertionClaims = (asked: {
  readonly clientId: string;
  readonly audience: string;
  readonly nowSeconds: number;
  readonly jti: string;
}) => ({
  ...{ iss: asked.clientId, sub: asked.clientId, aud: asked.audience, jti: asked.jti },
  ...{ iat: asked.nowSeconds - behindSeconds, exp: asked.nowSeconds + assertionSeconds },
});

/** The form of the request. */
export const tokenForm = (assertion: string, scope: ServiceScope): Readonly<Record<string, string>> => ({
  grant_type: 'client_credentials',
  client_assertion_type: assertionType,
  client_assertion: assertion,
  scope,
});

/** It goes into a header: a line break or a sign of another alphabet in it would be no request at all. */
const token = z.string().check(z.regex(/^[\x21-\x7e]{1,16000}$/));

const answer = z.looseObject({
  access_token: token,
  expires_in: z.nullish(z.union([z.number(), z.string()])),
  scope: z.nullish(z.string()),
});

export interface PlatformToken {
  readonly token: string;
  readonly seconds: number;
}

/** A token that ends in less is not kept. Where nobody says how long, it is for now. */
const longestSeconds = 3600;

/** `scope`: the platform gave a token that is not good for what was asked (RFC 6749, 5.1). */
export function readTokenAnswer(given: unknown, asked: ServiceScope): PlatformToken | 'broken' | 'scope' {
  const parsed = answer.safeParse(given);
  if (!parsed.success) return 'broken';
  const { access_token: token, expires_in: expires, scope } = parsed.data;
  if (scope && !scope.split(/\s+/).includes(asked)) return 'scope';
  const seconds = Number(expires ?? 0);
  return { token, seconds: Number.isFinite(seconds) ? Math.min(longestSeconds, Math.max(0, seconds)) : 0 };
}

/** Why a token was refused (RFC 6749, 5.2); undefined: the platform gives no known reason. */
export function tokenRefusal(given: unknown): 'scope' | 'unauthorised' | undefined {
  const error = typeof given === 'object' && given !== null && 'error' in given ? given.error : undefined;
  if (error === 'invalid_scope') return 'scope';
  return error === 'invalid_client' || error === 'unauthorized_client' ? 'unauthorised' : undefined;
}
