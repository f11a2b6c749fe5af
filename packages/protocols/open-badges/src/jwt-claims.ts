import type { JsonLd } from './contexts.ts';
import type { BadgeFacts } from './open-badge.ts';

/** Claims of the twin of a credential as JWT (Open Badges 3.0, section 8.2.4.1): the credential itself, and what JWT calls its parts. */
export function jwtClaimsOf(credential: JsonLd, facts: BadgeFacts): JsonLd {
  return {
    ...credential,
    iss: facts.issuer.did,
    jti: facts.credentialUrl,
    sub: facts.subjectId,
    nbf: Math.floor(Date.parse(facts.issuedAt) / 1000),
  };
}
