import { createHmac, randomBytes } from 'node:crypto';
import type { Secrets } from '../subscription.ts';

const prefix = 'whsec_';

/** 256 bits in the spelling of Standard Webhooks, which its libraries take as it is. */
export const newWebhookSecret = (): string => prefix + randomBytes(32).toString('base64');

/**
 * Headers of a message after Standard Webhooks 1.0. The time is that of this try, so that a receiver may refuse what is
 * older than a few minutes; the id is that of the message, so that it may refuse what it had. While a secret is being
 * changed there are two signatures.
 */
export function signMessage(
  secrets: Secrets,
  message: { readonly id: string; readonly body: string; readonly nowMs: number },
): Readonly<Record<string, string>> {
  const { id, body, nowMs } = message;
  const timestamp = String(Math.floor(nowMs / 1000));
  const old = secrets.previous && Date.parse(secrets.previous.until) > nowMs ? [secrets.previous.secret] : [];
  const signatures = [secrets.current, ...old].map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
