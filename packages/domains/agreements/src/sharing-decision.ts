import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';

/** What an agency decided about one provider: it holds whatever is agreed later, until the agency decides otherwise. */
export interface SharingDecision {
  readonly agencyId: AgencyId;
  readonly providerId: ProviderId;
  readonly stopped: boolean;
  readonly at: string;
  /** Absent: a machine of the agency. */
  readonly by?: PersonId;
  readonly reason?: string;
  /** Counts the decisions from 1; in a write, the one that was read (0: none yet). */
  readonly rev: number;
}
