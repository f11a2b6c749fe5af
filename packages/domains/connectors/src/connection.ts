import type { Brand, ProviderId } from '@sinau/kernel';

export type ConnectionId = Brand<'ConnectionId'>;

/** What a provider speaks. `file`: tables that people upload. `webhook`: it sends results and has no catalogue. */
export const connectionKinds = ['moodle', 'file', 'webhook'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** One way to one provider. Times are ISO 8601 UTC with milliseconds. */
export interface Connection {
  readonly connectionId: ConnectionId;
  readonly providerId: ProviderId;
  readonly kind: ConnectionKind;
  /** As people call it, e.g. the name of the Moodle site. */
  readonly name: string;
  /** Where its services lie; absent for files. An absolute https URL (http on one machine), without trailing slash. */
  readonly baseUrl?: string;
  /** Who is told when something is broken. */
  readonly contactEmail: string;
  /** `paused`: nothing is fetched or sent by itself; people may still test it. */
  readonly state: 'active' | 'paused';
  /** `all`: new and changed courses are taken over without a person; withdrawn ones never are. */
  readonly acceptance: 'person' | 'all';
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}
