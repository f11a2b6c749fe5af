import type { Tenant } from '@sinau/kernel';
import type { ForeignPlatformId } from './platform.ts';

/** Seconds in which a learning system must register itself. */
export const registrationSeconds = 3600;

/** Lets one learning system register itself, once. Times are ISO 8601 UTC. */
export interface RegistrationTicket {
  /** SHA-256 of what the address holds; that is kept nowhere. */
  readonly ticketHash: string;
  readonly owner: Tenant;
  /** Id of the person or client who made it. */
  readonly madeBy: string;
  readonly validUntil: string;
  /** What was registered with it. */
  readonly platformId?: ForeignPlatformId;
}
