import type { ErrorCode } from '@sinau/kernel';
import type { AdapterFailureReason } from '../ports.ts';
import type { Finding, RepairAction } from './mismatch.ts';

/**
 * `waiting`: not tried yet, or again later. `gone`: it was right or somebody had dealt with it before. `not-possible`: not by this
 * action. `failed`: the provider did not do it.
 */
export const repairLineStates = ['waiting', 'done', 'gone', 'not-possible', 'failed'] as const;
export type RepairLineState = (typeof repairLineStates)[number];

/** One mismatch of an order, with what it was about: the mismatch itself may be gone by the time somebody looks. */
export interface RepairLine
  extends Partial<Pick<Finding, 'kind' | 'externalCourseId' | 'externalLearnerId' | 'subject'>> {
  readonly mismatchId: string;
  readonly state: RepairLineState;
  readonly tries: number;
  /** Why the provider did not do it; of a waiting line that of its last try. */
  readonly failure?: AdapterFailureReason;
  /** Code of a refusal of ours. */
  readonly refusal?: ErrorCode;
}

/** What somebody wants done about mismatches. It is carried out behind the page. Times are ISO 8601 UTC. */
export interface RepairOrder {
  readonly connectionId: string;
  readonly orderId: string;
  readonly action: RepairAction;
  /** Why they are left as they are. */
  readonly note?: string;
  /** Our pseudonym of the learner. */
  readonly subject?: string;
  readonly orderedAt: string;
  /** The person or client who wants it. */
  readonly orderedBy: string;
  readonly state: 'waiting' | 'done';
  readonly lines: readonly RepairLine[];
  /** Of a waiting order: nobody has been at it when this has passed, and it is taken up again. */
  readonly dueAt?: string;
  /** When a worker took it up first. */
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** Counts writes; each names the one it has read. */
  readonly rev: number;
}

export const isWaiting = ({ state }: RepairLine): boolean => state === 'waiting';

/** A worker or a message of which nothing was heard for so long is lost. */
const lostAfterMs = 10 * 60_000;

export const dueAfter = (now: Date, delaySeconds = 0): string =>
  new Date(now.getTime() + delaySeconds * 1_000 + lostAfterMs).toISOString();
