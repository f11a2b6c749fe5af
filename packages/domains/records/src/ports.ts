import type { AgencyId } from '@sinau/kernel';
import type { FeedChunk, FeedUnit } from './feed.ts';

/** The feeds of all agencies. Every method rejects with `Unavailable` when the store does not answer. */
export interface FeedStore {
  /**
   * Appends the units that this agency's feed does not hold yet, in any lane, in order; the others are passed over.
   * Each unit whole or not at all; after a rejection some units may be there, and the same call again is safe.
   */
  append(input: {
    readonly agencyId: AgencyId;
    /** Integer ≥ 0. */
    readonly lane: number;
    /** With distinct keys. */
    readonly units: readonly FeedUnit[];
  }): Promise<void>;
  /** Lanes that hold anything; may lag behind `append` by a moment. */
  lanes(agencyId: AgencyId): Promise<readonly number[]>;
  /**
   * Chunks of a lane in order and without gap, from the one after `after` (0: from the first), at most `limit`. May lag
   * behind `append` by a moment. `more`: others may follow at once.
   */
  read(input: {
    readonly agencyId: AgencyId;
    readonly lane: number;
    readonly after: number;
    readonly limit: number;
  }): Promise<{ readonly chunks: readonly FeedChunk[]; readonly more: boolean }>;
}

/** The record store, as far as large statements need it. */
export interface StatementBodies {
  /** JSON text of a stored statement, also when it is voided. */
  find(id: string): Promise<string | undefined>;
}
