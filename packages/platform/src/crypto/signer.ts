import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Signer } from '@sinau/kernel';

/** HMAC-SHA-256 signer; `secret` must hold at least 32 bytes of randomness. */
export function hmacSigner(secret: string): Signer {
  if (secret.length < 32) throw new TypeError('a signing secret needs at least 32 characters');
  // The length prefix keeps ("ab", "c") and ("a", "bc") apart.
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`${purpose.length}:${purpose}:${text}`).digest();
  return {
    sign: (purpose, text) => mac(purpose, text).toString('base64url'),
    verify: (purpose, text, signature) => {
      const given = Buffer.from(signature, 'base64url');
      const wanted = mac(purpose, text);
      // Re-encoding refuses second spellings of one signature.
      return (
        given.length === wanted.length &&
        timingSafeEqual(given, wanted) &&
        wanted.toString('base64url') === signature
      );
    },
  };
}
