import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { type IssuerKey, type JsonLd, keyIdOf } from '@sinau/open-badges';
import type { SigningKey } from '@sinau/platform/signing';
import { encode as base58 } from 'base58-universal';
import type { CredentialSigner } from '../ports.ts';
import { loadKnownContext } from './known-contexts.ts';

/** Multicodec of a public key of Ed25519. */
const ed25519Public = [0xed, 0x01];

/** A key as the DID document shows it; called by what it is, so that a new one never takes an old one's name. */
export async function issuerKeyOf(key: SigningKey): Promise<IssuerKey> {
  const publicKeyMultibase = `z${base58(Uint8Array.from([...ed25519Public, ...(await key.publicKey())]))}`;
  return { name: publicKeyMultibase, publicKeyMultibase };
}

/** Credentials by the issuer `did`. Contexts come from here alone: nothing is fetched while signing. */
export function createCredentialSigner(options: {
  readonly key: SigningKey;
  readonly did: string;
}): CredentialSigner {
  const { key, did } = options;
  const keyId = async () => keyIdOf(did, await issuerKeyOf(key));
  return {
    async prove(document, at) {
      const signer = {
        ...{ algorithm: 'Ed25519', id: await keyId() },
        sign: async ({ data }: { readonly data: Uint8Array }) => key.sign(data),
      };
      const suite = new DataIntegrityProof({ signer, cryptosuite, date: at });
      // The library writes into what it is given.
      return issue({ credential: structuredClone(document), suite, documentLoader: loadKnownContext });
    },
    async jwt(claims) {
      const header = { alg: 'EdDSA', typ: 'vc+jwt', kid: await keyId() };
      const text = `${encoded(header)}.${encoded(claims)}`;
      return `${text}.${Buffer.from(await key.sign(new TextEncoder().encode(text))).toString('base64url')}`;
    },
  };
}

const encoded = (value: JsonLd): string => Buffer.from(JSON.stringify(value)).toString('base64url');
