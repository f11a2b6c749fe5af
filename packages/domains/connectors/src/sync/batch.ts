import type { ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import type { ConnectionId } from '../connection.ts';
import type { SyncParty } from './sync-item.ts';

/** Lists that can be accepted at once; conflicts are decided one by one, withdrawals by people alone. */
export const batchLists = ['new', 'changed', 'returned', 'withdrawn'] as const;
export const batchRequestSchema = z.strictObject({
  lists: z.array(z.enum(batchLists)).min(1).max(batchLists.length),
  /** Hands every course to the reviewers as well. */
  submit: z.boolean().default(false),
});
export type BatchRequest = z.infer<typeof batchRequestSchema>;

export const batchOutcomes = ['accepted', 'conflict', 'left', 'failed'] as const;
/** `left`: somebody decided meanwhile, or had taken the acceptance back before. */
export type BatchOutcome = (typeof batchOutcomes)[number];

export interface BatchResult {
  readonly externalId: string;
  readonly outcome: BatchOutcome;
  readonly courseId?: string;
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
    readonly inHand?: { readonly externalIds: readonly string[]; readonly next?: string };
  };
  readonly counts: Readonly<Record<BatchOutcome, number>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly rev: number;
}
