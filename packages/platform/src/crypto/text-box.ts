import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { TextBox } from '@sinau/kernel';

const algorithm = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/** AES-256-GCM under a key of its own, derived from the signing secret; the purpose is bound as additional data. */
export function secretTextBox(secret: string): TextBox {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'sinau text box', 32));
  return {
    seal(purpose, text) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('hex');
    },
    open(purpose, sealed) {
      if (!/^([\da-f]{2})+$/i.test(sealed)) return undefined;
      const bytes = Buffer.from(sealed, 'hex');
      if (bytes.length <= ivBytes + tagBytes) return undefined;
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        const text = decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8');
        return text + decipher.final('utf8');
      } catch {
        // Altered, or sealed for another purpose or under another secret.
        return undefined;
      }
    },
  };
}
