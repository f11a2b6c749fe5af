import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { ApiClient, Credential } from './api-client.ts';

/** A fresh secret of 256 random bits, and what is kept of it. */
export function newCredential(
  deps: { readonly ids: Ids; readonly digest: Digest; readonly clock: Clock },
  number: number,
): { readonly secret: string; readonly credential: Credential } {
  const secret = deps.ids.token(32);
  const salt = deps.ids.token(16);
  const createdAt = deps.clock.now().toISOString();
  return { secret, credential: { number, salt, hash: deps.digest.sha256(`${salt}.${secret}`), createdAt } };
}

/** The credential in force that the secret belongs to. Takes as long for an unknown client as for a known one. */
export function matchCredential(
  deps: { readonly digest: Digest; readonly now: Date },
  client: ApiClient | undefined,
  secret: string,
): Credential | undefined {
  const candidates = client ? client.credentials : [decoy];
  let match: Credential | undefined;
  for (const credential of candidates) {
    const equal = equalInConstantTime(deps.digest.sha256(`${credential.salt}.${secret}`), credential.hash);
    if (equal && isInForce(credential, deps.now)) match = credential;
  }
  return match;
}

export function isInForce(credential: Credential, now: Date): boolean {
  return credential.validUntil === undefined || Date.parse(credential.validUntil) > now.getTime();
}

// Its hash has another length than any digest, so that no secret opens it.
const decoy: Credential = { number: 0, salt: 'AAAAAAAAAAAAAAAAAAAAAA', hash: '' };

function equalInConstantTime(given: string, kept: string): boolean {
  let difference = given.length ^ kept.length;
  for (let index = 0; index < given.length; index += 1) {
    difference |= given.charCodeAt(index) ^ (kept.charCodeAt(index) || 0);
  }
  return difference === 0;
}
