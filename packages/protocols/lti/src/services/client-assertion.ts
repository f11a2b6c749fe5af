import { clockSkewSeconds, rememberUntil } from '../message-times.ts';
import { refusal, type TokenRefusal } from './token-request.ts';

/** Assertions are for one request; one that lives longer is a password in disguise. */
export const longestAssertionSeconds = 3600;

export interface CheckedAssertion {
  readonly jti: string;
  /** Epoch seconds from which the assertion is refused by its time; its `jti` must be remembered until then. */
  readonly until: number;
}

/**
 * The claims of an assertion whose signature was verified (Security Framework 1.0, 4.1.1; RFC 7523, 3). `audiences`: the token URL,
 * and the issuer, which tools with an "authorization server" setting send in its place.
 */
export function checkAssertion(
  claims: Readonly<Record<string, unknown>>,
  expected: { readonly clientId: string; readonly audiences: readonly string[]; readonly nowSeconds: number },
): CheckedAssertion | TokenRefusal {
  const { iss, sub, jti } = claims;
  if (iss !== expected.clientId || sub !== expected.clientId) {
    return invalid('iss and sub must both be the client_id.');
  }
  if (!expected.audiences.some((one) => audienceOf(claims.aud).includes(one))) {
    return invalid(`aud must be one of: ${expected.audiences.join(' ')}`);
  }
  const wrongTime = checkTimes(claims, expected.nowSeconds);
  if (wrongTime !== undefined) return invalid(wrongTime);
  if (typeof jti !== 'string' || jti === '') return invalid('jti is missing.');
  return { jti, until: rememberUntil(Number(claims.exp)) };
}

function audienceOf(aud: unknown): readonly unknown[] {
  return Array.isArray(aud) ? aud : [aud];
}

function checkTimes(claims: Readonly<Record<string, unknown>>, now: number): string | undefined {
  const { exp, iat, nbf } = claims;
  if (!isTime(exp) || !isTime(iat)) return 'iat and exp must be there, in epoch seconds.';
  if (exp + clockSkewSeconds < now) return 'The assertion has expired; make one for each request.';
  if (iat - clockSkewSeconds > now) return 'iat lies in the future; set the clock of the tool.';
  if (isTime(nbf) && nbf - clockSkewSeconds > now)
    return 'nbf lies in the future; set the clock of the tool.';
  const longest = longestAssertionSeconds + clockSkewSeconds;
  if (exp - now > longest || exp - iat > longest) return 'exp lies too far ahead; an hour is the most.';
  return undefined;
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const invalid = (description: string): TokenRefusal => refusal('invalid_client', description);
