import { createHmac } from 'node:crypto';

/**
 * Key of content tickets, derived from the deployment's signing secret: the edge holds this one only, so that whoever
 * reads it there can forge nothing else. In AWS it is the value of `ticket-key` in the edge's key value store.
 */
export function contentTicketKey(signingSecret: string): string {
  if (signingSecret.length < 32) throw new TypeError('a signing secret needs at least 32 characters');
  return createHmac('sha256', signingSecret).update('sinau content tickets').digest('hex');
}

export interface ContentTickets {
  /** A ticket for one package version and registration, until `expiresAt` (epoch seconds). */
  issue(input: {
    readonly originHash: string;
    readonly registration: string;
    readonly expiresAt: number;
  }): string;
}

export function createContentTickets(ticketKey: string): ContentTickets {
  return {
    issue({ originHash, registration, expiresAt }) {
      if (!/^[0-9a-f-]{36}$/.test(registration)) throw new TypeError('a registration is a lower-case UUID');
      const claim = `${expiresAt}.${registration}`;
      const mac = createHmac('sha256', ticketKey).update(`ticket:${originHash}:${claim}`);
      return `${claim}.${mac.digest('base64url')}`;
    },
  };
}
