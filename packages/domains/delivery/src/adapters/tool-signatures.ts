import { createPublicKey } from 'node:crypto';
import type { ToolSignatures } from '../lti/index.ts';
import { isJwk, type Jwk, keysIn, type ToolKeySets } from './tool-key-sets.ts';

const algorithm = 'RS256';
/** Ways by which a message would say whose key it is to be checked with (case E1). */
const forbiddenHeaders = ['jku', 'jwk', 'x5u', 'x5c', 'crit'];
/** Base64url of 256 bytes. */
const leastModulusChars = 342;
/** Of one `kid`, or pasted at once: a message is tried with no more. */
const mostTried = 5;
const mostPasted = 50;

/** By jose, which is loaded when the first message comes. Keys come from a registration, never from the message. */
export function createToolSignatures({ keySets }: { readonly keySets: ToolKeySets }): ToolSignatures {
  return {
    claimedClient: (jwt) => {
      const claims = jsonIn(jwt.split('.')[1]);
      return claims && typeof claims.iss === 'string' ? claims.iss : undefined;
    },
    async verify(tool, jwt) {
      const header = jsonIn(jwt.split('.')[0]);
      if (header?.alg !== algorithm || forbiddenHeaders.some((name) => name in header)) return undefined;
      const { keys } = tool;
      if (keys.kind === 'pasted') return provenBy(jwt, matching(keys.keys, header.kid));
      const known = matching(await keySets.read(keys.jwksUri), header.kid);
      const claims = await provenBy(jwt, known);
      if (claims) return claims;
      // A key may have come, or another have taken its name, since the set was read.
      const fresh = await keySets.readFresh(keys.jwksUri, known.length > 0 ? 'not-proven' : 'unknown-key');
      return provenBy(jwt, matching(fresh, header.kid));
    },
    readPasted: async (text) => {
      try {
        const keys = text.trimStart().startsWith('{') ? jwksIn(text) : [jwkOfPem(text)];
        const isNumber = keys.length > 0 && keys.length <= mostPasted;
        return isNumber && keys.every(isUsable) ? keys.map(publicMembers) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

async function provenBy(
  jwt: string,
  keys: readonly Jwk[],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  for (const jwk of keys) {
    const claims = await verified(jwt, jwk);
    if (claims) return claims;
  }
  return undefined;
}

/** Without a `kid` there must be no doubt; a pasted key may have none itself. */
function matching(keys: readonly Jwk[], kid: unknown): readonly Jwk[] {
  const usable = keys.filter(isUsable);
  if (kid === undefined || kid === null || kid === '') return usable.length === 1 ? usable : [];
  const named = usable.filter((key) => key.kid === kid || (key.kid === undefined && usable.length === 1));
  return named.slice(0, mostTried);
}

function isUsable(key: Jwk): boolean {
  const { kty, n, e, use, alg } = key;
  const isRsa =
    kty === 'RSA' && typeof n === 'string' && n.length >= leastModulusChars && typeof e === 'string';
  const isPublic = !('d' in key);
  return (
    isRsa && isPublic && (use === undefined || use === 'sig') && (alg === undefined || alg === algorithm)
  );
}

async function verified(jwt: string, { n, e }: Jwk): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { compactVerify, importJWK } = await import('jose');
  try {
    const key = await importJWK({ kty: 'RSA', n: String(n), e: String(e) }, algorithm);
    const { payload } = await compactVerify(jwt, key, { algorithms: [algorithm] });
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
    return isJwk(claims) ? claims : undefined;
  } catch {
    // Not by this key, or no message at all.
    return undefined;
  }
}

function jsonIn(part: string | undefined): Jwk | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return isJwk(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function jwksIn(text: string): readonly Jwk[] {
  const value: unknown = JSON.parse(text);
  return isJwk(value) && !('keys' in value) ? [value] : keysIn(value);
}

function jwkOfPem(text: string): Jwk {
  // Node would make the public key of a private one; whoever pastes that has given away a secret and must hear it.
  if (text.includes('PRIVATE KEY')) throw new Error('a private key');
  return { ...createPublicKey(text).export({ format: 'jwk' }) };
}

function publicMembers({ kty, n, e, kid }: Jwk): Jwk {
  return { kty, n, e, alg: algorithm, use: 'sig', ...(typeof kid === 'string' && { kid }) };
}
