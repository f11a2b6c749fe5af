import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { contextText, mostSealedBytes, type Sealer } from './sealer.ts';

const version = 'a1';
const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a key derived from the secret of one machine (HKDF-SHA-256); AWS uses KMS instead. */
export function createSecretSealer(secret: string): Sealer {
  if (secret.length < 32) throw new TypeError('a sealing secret needs at least 32 characters');
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'sinau sealing key 1', 32));
  return {
    async seal(text, context) {
      const plain = Buffer.from(text);
      if (plain.length > mostSealedBytes) throw new RangeError('too long to be sealed');
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(contextText(context)));
      const parts = [iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
      return `${version}.${Buffer.concat(parts).toString('base64url')}`;
    },
    async open(sealed, context) {
      const [given, text = ''] = sealed.split('.');
      const bytes = Buffer.from(text, 'base64url');
      if (given !== version || bytes.length < ivBytes + tagBytes)
        throw new Error('not sealed by this sealer');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(contextText(context)));
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      const body = bytes.subarray(ivBytes, -tagBytes);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
  };
}
