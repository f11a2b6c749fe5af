import { createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';
import { mostSignedBytes, type SigningKey } from './signing-key.ts';

/** PKCS #8 of an Ed25519 key (RFC 8410, section 7) up to its 32 bytes. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Derived from the secret of one machine (HKDF-SHA-256); AWS uses KMS instead. The same secret and name give the same key. */
export function createSecretSigningKey(secret: string, name: string): SigningKey {
  if (secret.length < 32) throw new TypeError('the secret needs at least 32 characters');
  const seed = Buffer.from(hkdfSync('sha256', secret, 'sinau-signing-key', name, 32));
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    publicKey: async () => new Uint8Array(spki.subarray(-32)),
    sign: async (message) => {
      if (message.length > mostSignedBytes) throw new RangeError('too long to be signed');
      return new Uint8Array(sign(null, message, privateKey));
    },
  };
}
