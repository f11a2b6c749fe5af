import type { Clock } from '@sinau/kernel';
import type { JWTPayload, JWTVerifyOptions } from 'jose';
import { SignInFailed } from '../errors.ts';
import type { Issuer } from './issuer.ts';

/** Asymmetric only: with `none` or HS256 anybody who knows the public key could sign (case E1). */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Seconds by which the issuer's clock and ours may differ. */
const clockToleranceSeconds = 60;

/** Checks an ID token by OpenID Connect Core 3.1.3.7 and gives its claims; rejects with `SignInFailed`. */
export async function verifyIdToken(
  deps: { readonly issuer: Issuer; readonly clock: Clock },
  expected: {
    readonly idToken: string;
    readonly issuer: string;
    readonly clientId: string;
    readonly nonce: string;
  },
): Promise<JWTPayload & { readonly sub: string }> {
  const { idToken, clientId } = expected;
  const options: JWTVerifyOptions = {
    algorithms,
    issuer: expected.issuer,
    audience: clientId,
    clockTolerance: clockToleranceSeconds,
    // Also refuses an `iat` in the future.
    maxTokenAge: 600,
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    currentDate: deps.clock.now(),
  };
  const { sub, ...claims } = await payloadOf(deps.issuer, idToken, options);
  if (typeof sub !== 'string' || sub.length === 0 || sub.length > 255) {
    throw new SignInFailed(new Error('sub is not an identifier'));
  }
  if (claims.nonce !== expected.nonce) throw new SignInFailed(new Error('nonce of another sign-in'));
  const forUs = claims.azp === undefined ? !isForSeveral(claims) : claims.azp === clientId;
  if (!forUs) throw new SignInFailed(new Error('issued to another client'));
  return { ...claims, sub };
}

async function payloadOf(issuer: Issuer, idToken: string, options: JWTVerifyOptions): Promise<JWTPayload> {
  // Loaded when somebody signs in; most requests of the portal need no key.
  const { errors, jwtVerify } = await import('jose');
  const refusal = (error: unknown) => (error instanceof errors.JOSEError ? new SignInFailed(error) : error);
  try {
    return (await jwtVerify(idToken, await issuer.keys(), options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey)) throw refusal(error);
  }
  // The issuer may have changed its keys: look once more, then fail closed (case E6).
  try {
    return (await jwtVerify(idToken, await issuer.freshKeys(), options)).payload;
  } catch (error) {
    throw refusal(error);
  }
}

const isForSeveral = ({ aud }: JWTPayload): boolean => Array.isArray(aud) && aud.length > 1;
