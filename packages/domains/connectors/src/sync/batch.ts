import type { ErrorCode, ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import type { ConnectionId } from '../connection.ts';
import type { SyncField } from './content.ts';
import type { SyncParty } from './sync-item.ts';

/** Lists that can be accepted at once; conflicts are decided one by one, withdrawals by people alone. */
export const batchLists = ['new', 'changed', 'returned', 'withdrawn'] as const;
export const batchRequestSchema = z.strictObject({
  lists: z.array(z.enum(batchLists)).min(1).max(batchLists.length),
  /** Hands every course to the reviewers as well. */
  submit: z.boolean().default(false),
  /** How many courses were seen to wait; what is shown of the progress counts on it, and nothing else. */
  expected: z.int().nonnegative().max(1_000_000).exactOptional(),
});
export type BatchRequest = z.infer<typeof batchRequestSchema>;

export const batchOutcomes = ['accepted', 'conflict', 'left', 'failed'] as const;
/** `left`: somebody decided meanwhile, or had taken the acceptance back before. */
export type BatchOutcome = (typeof batchOutcomes)[number];

/**
 * Why a course was not accepted. `decided`: nothing of it waits any more. `rejected`, `taken-back`: a person said so before. `moved`: it
 * waits for another kind of decision by now. `edited`: somebody has edited what the provider changed. `refused`: the catalogue does not
 * take it, `code` says why. `unexpected`: a fault of ours that came again and again; it still waits.
 */
export const batchReasons = [
  'decided',
  'rejected',
  'taken-back',
  'moved',
  'edited',
  'refused',
  'unexpected',
] as const;
export type BatchReason = (typeof batchReasons)[number];

export interface BatchResult {
  readonly externalId: string;
  /** As the provider called it then. */
  readonly title?: string;
  readonly outcome: BatchOutcome;
  readonly courseId?: string;
  /** Of everything that was not accepted. */
  readonly reason?: BatchReason;
  readonly code?: ErrorCode;
  /** What was edited here. */
  readonly fields?: readonly SyncField[];
}

/** Many acceptances at once. */
export interface SyncBatch extends BatchRequest {
  readonly connectionId: ConnectionId;
  readonly providerId: ProviderId;
  readonly batchId: string;
  readonly by: SyncParty;
  readonly state: 'running' | 'done';
  /** The list it is at, and the place in it. */
  readonly at: {
    readonly list: number;
    readonly after?: string;
    /** Courses that are being accepted, noted before: once accepted they are in no list any more. `next`: where it goes on behind them. */
    readonly inHand?: {
      readonly externalIds: readonly string[];
      readonly next?: string;
      /** How often they ended in a fault of ours. */
      readonly faults?: number;
    };
  };
  readonly counts: Readonly<Record<BatchOutcome, number>>;
  /** How many courses waited in these lists when it began, as far as that was counted. */
  readonly expected?: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly rev: number;
}
