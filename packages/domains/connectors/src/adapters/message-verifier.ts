import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MessageVerifier } from '../results/take-message.ts';

const prefix = 'whsec_';
/** Nobody changes more secrets at once. */
const mostSignatures = 10;

/** Standard Webhooks 1.0: HMAC-SHA-256 of `<id>.<timestamp>.<body>`. */
export function createMessageVerifier(): MessageVerifier {
  return {
    verify({ secrets, id, timestamp, body, signatures }) {
      const given = signatures
        .split(' ')
        .slice(0, mostSignatures)
        .flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : []));
      const right = secrets.map((secret) => {
        const key = Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64');
        return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
      });
      return given.some((one) =>
        right.some((other) => one.length === other.length && timingSafeEqual(one, other)),
      );
    },
  };
}
