import { didContext, type JsonLd, multikeyContext } from './contexts.ts';

/** A key that credentials are checked with. */
export interface IssuerKey {
  /** Fragment of its address in the DID document. */
  readonly name: string;
  /** Multikey of Ed25519: `z6Mk…`. */
  readonly publicKeyMultibase: string;
}

/** DID of a deployment: did:web of its host, the port with an escaped colon (did:web, section 3.1). */
export function didOf(origin: string): string {
  return `did:web:${new URL(origin).host.replace(':', '%3A')}`;
}

/** Address of a key, which is also what a proof names. */
export const keyIdOf = (did: string, key: Pick<IssuerKey, 'name'>): string => `${did}#${key.name}`;

/** What stands at `/.well-known/did.json`. Keys that sign no more stay, so that what they signed can be checked. */
export function didDocument(did: string, keys: readonly IssuerKey[]): JsonLd {
  return {
    '@context': [didContext, multikeyContext],
    id: did,
    verificationMethod: keys.map((key) => ({
      id: keyIdOf(did, key),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: key.publicKeyMultibase,
    })),
    assertionMethod: keys.map((key) => keyIdOf(did, key)),
  };
}
