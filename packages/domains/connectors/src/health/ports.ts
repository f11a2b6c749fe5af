import type { ConnectionId } from '../connection.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { DayCount, Health } from './health.ts';

/** How connections are. Reads see every write that was answered before. */
export interface HealthStore {
  /** Fresh for one of which nothing is known yet. */
  read(connectionId: ConnectionId): Promise<Health>;
  /**
   * Replaces what is stored by what `change` makes of it, when nobody wrote in between; else reads and asks again.
   * Undefined leaves everything as it is. Resolves with what is stored then.
   */
  update(connectionId: ConnectionId, change: (health: Health) => Health | undefined): Promise<Health>;
  /** Adds calls to a day. May count one twice after a time-out. */
  count(connectionId: ConnectionId, calls: DayCount): Promise<void>;
  /** Days with calls, oldest first, both ends with it. */
  counts(
    connectionId: ConnectionId,
    span: { readonly from: string; readonly until: string },
  ): Promise<readonly DayCount[]>;
}

/** Work that failed for good, until somebody sends it again or throws it away, at most 90 days. */
export interface LetterStore {
  add(letter: DeadLetter): Promise<void>;
  /** Newest first, at most `limit`, after the one with the id `after`. */
  list(
    connectionId: ConnectionId,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly DeadLetter[]>;
  find(connectionId: ConnectionId, letterId: string): Promise<DeadLetter | undefined>;
  remove(connectionId: ConnectionId, letterId: string): Promise<void>;
}
