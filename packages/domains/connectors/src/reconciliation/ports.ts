import type { ExternalEnrolment } from '@sinau/rostering';
import type { Connection } from '../connection.ts';
import type { PartStanding } from './compare.ts';
import type { Mismatch } from './mismatch.ts';
import type { RepairOrder } from './repair-order.ts';
import type { ReconciliationRun } from './run.ts';

/** Runs and what they found. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface ReconciliationStore {
  /** Puts a new run first, unless one is under way that has written since `staleBefore`. */
  begin(run: ReconciliationRun, staleBefore: string): Promise<'begun' | 'running'>;
  findRun(connectionId: string, runId: string): Promise<ReconciliationRun | undefined>;
  /** The newest first. */
  listRuns(connectionId: string, limit: number): Promise<readonly ReconciliationRun[]>;
  /** Stores it with the next `rev`; `lost`: another worker has written meanwhile. */
  saveRun(run: ReconciliationRun): Promise<'saved' | 'lost'>;
  /** Adds what is new, and notes the run in what is known: since when, and what is ignored, stay. */
  see(found: readonly Mismatch[]): Promise<void>;
  find(connectionId: string, mismatchId: string): Promise<Mismatch | undefined>;
  /** Notes what was done; does nothing for one that has gone. */
  handle(mismatch: Mismatch, handled: NonNullable<Mismatch['handled']>): Promise<void>;
  /** As if nobody had dealt with it; does nothing for one that has gone. */
  reopen(mismatch: Mismatch): Promise<void>;
  list(
    connectionId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly mismatches: readonly Mismatch[]; readonly next?: string }>;
  /** Takes away what this walk over all courses has not seen (`isUnseen`). `passedOver`: courses that could not be compared. */
  dropUnseen(
    connectionId: string,
    walk: { readonly walkId: string; readonly passedOver?: ReadonlySet<string> },
  ): Promise<number>;
}

/** Whom a provider has from us. Reads see every write that was answered before; rejects with `Unavailable`. */
export interface KnownPeople {
  /**
   * Those who carry a pseudonym that we gave to this provider, or an account that is known to be a learner's of ours in that very course. Everybody
   * else is the provider's own.
   */
  among(
    connection: Pick<Connection, 'connectionId' | 'providerId'>,
    people: readonly ExternalEnrolment[],
  ): Promise<readonly ExternalEnrolment[]>;
}

/** Delivery and the inbox: what results come to, beside what counts here. */
export interface StandingPort {
  standingOf(registration: string): Promise<Standing>;
}

export interface Standing {
  readonly parts: readonly PartStanding[];
  /** Results of the learner that have come at all, by the connection they came through; `tool`: of tools. */
  readonly heardFrom: readonly string[];
}

/** What the owners of enrolments do at a provider. */
export interface EnrolmentRepairs {
  /** Asks the provider again; `not-possible`: nothing is to be asked for. */
  enrolAgain(registration: string): Promise<'queued' | 'not-possible'>;
}

/** What people want done. `find` sees every write that was answered before; lists may lag by a moment. Rejects with `Unavailable`. */
export interface RepairOrderStore {
  /** Stores a new one, or puts it in the place of one that is done; else gives back the one that waits under its id. */
  place(order: RepairOrder): Promise<RepairOrder>;
  find(connectionId: string, orderId: string): Promise<RepairOrder | undefined>;
  /** Stores it with the next `rev`; `lost`: another worker has written meanwhile. */
  save(order: RepairOrder): Promise<'saved' | 'lost'>;
  /** The newest first. */
  list(connectionId: string, limit: number): Promise<readonly RepairOrder[]>;
  /** Waiting ones whose `dueAt` has passed, longest first; at most 100. */
  listOverdue(now: string): Promise<readonly Pick<RepairOrder, 'connectionId' | 'orderId'>[]>;
}
