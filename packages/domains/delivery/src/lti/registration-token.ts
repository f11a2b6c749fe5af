import type { ProviderId } from '@sinau/kernel';
import type { LtiClientId } from './tool.ts';

/** Seconds in which a tool must register itself; afterwards the same token reads and changes that registration as long. */
export const registrationTokenSeconds = 3600;

/** Lets one tool register itself, once. Times are ISO 8601 UTC. */
export interface RegistrationToken {
  /** SHA-256 of the token; it is kept nowhere. */
  readonly tokenHash: string;
  readonly providerId: ProviderId;
  /** Id of the person or client who made it. */
  readonly madeBy: string;
  /** An operator has approved beforehand of whatever registers with it. */
  readonly approved: boolean;
  readonly validUntil: string;
  /** The tool that was registered with it. */
  readonly clientId?: LtiClientId;
}
