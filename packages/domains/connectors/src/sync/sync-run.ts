import type { ProviderId } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import type { AdapterFailureReason } from '../ports.ts';
import type { SyncParty } from './sync-item.ts';

export const countNames = [
  'read',
  'new',
  'changed',
  'withdrawn',
  'returned',
  'same',
  'hidden',
  'duplicate',
  'unusable',
] as const;
/** Courses by what the run made of them. `same`: as it was staged or accepted before. `read`: all of them. */
export type RunCounts = Readonly<Record<(typeof countNames)[number], number>>;

export const noCounts: RunCounts = {
  ...{ read: 0, new: 0, changed: 0, withdrawn: 0, returned: 0 },
  ...{ same: 0, hidden: 0, duplicate: 0, unusable: 0 },
};

/**
 * `duplicate`: one id twice; the first counts. `unusable`: a course without an id we can keep; since it might be any,
 * nothing is withdrawn. `drop`: more is gone than a catalogue loses in a day; a person decides whether that is so.
 */
export type RunFinding =
  | { readonly code: 'duplicate' | 'unusable'; readonly externalId: string }
  | { readonly code: 'drop'; readonly present: number; readonly missing: number };

/** Kept of one run; counts tell of the rest. */
export const maxRunFindings = 100;

/** One reading of a catalogue. Times are ISO 8601 UTC. */
export interface SyncRun {
  readonly connectionId: ConnectionId;
  readonly providerId: ProviderId;
  /** Sorts by time. */
  readonly runId: string;
  /** Absent: by its schedule. */
  readonly startedBy?: SyncParty;
  /** `broken`: it did not reach the end, and has withdrawn nothing. */
  readonly state: 'queued' | 'running' | 'done' | 'broken';
  /** `changes`: since the cursor; such a run cannot see what is gone. */
  readonly scope: 'all' | 'changes';
  readonly counts: RunCounts;
  readonly findings: readonly RunFinding[];
  /** A person has said that this many courses are gone indeed. */
  readonly believedMissing?: number;
  /** `held`: a person has to say that so many are gone. */
  readonly withdrawals?: 'staged' | 'held';
  readonly failedBecause?: AdapterFailureReason | 'too-many';
  readonly queuedAt: string;
  readonly startedAt?: string;
  readonly updatedAt: string;
  readonly endedAt?: string;
  /** How often it was begun: more than once after a crash. */
  readonly tries: number;
}

export const isOver = ({ state }: Pick<SyncRun, 'state'>): boolean => state === 'done' || state === 'broken';

/** What is known of the synchronisation of one connection. */
export interface SyncHead {
  /** At most one at a time. `token` and `until`: the lease of the worker that is at it; without token none is. */
  readonly running?: { readonly runId: string; readonly token?: string; readonly until: string };
  /** Where the next reading of changes begins. */
  readonly cursor?: string;
  /** The last whole run over everything. */
  readonly wholeAt?: string;
}
