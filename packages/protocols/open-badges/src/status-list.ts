import { credentialsContext, type JsonLd } from './contexts.ts';
import type { BadgeIssuer } from './open-badge.ts';
import { withoutMilliseconds } from './open-badge.ts';

/** Entries of one list: the least that lets a credential hide among others (Bitstring Status List 1.0, section 2.2). */
export const statusListLength = 131_072;

/** A list of what was revoked, still unsigned. `encodedList`: multibase of the compressed bits, the first entry leftmost. */
export function statusListCredential(list: {
  readonly url: string;
  readonly issuer: Pick<BadgeIssuer, 'did'>;
  readonly encodedList: string;
  readonly validFrom: string;
  /** Copies are not to be used longer. */
  readonly validUntil: string;
}): JsonLd {
  return {
    '@context': [credentialsContext],
    id: list.url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.issuer.did,
    validFrom: withoutMilliseconds(list.validFrom),
    validUntil: withoutMilliseconds(list.validUntil),
    credentialSubject: {
      id: `${list.url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: list.encodedList,
    },
  };
}
