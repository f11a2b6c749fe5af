import { type Clock, oneLine, type ProviderId, plainLines } from '@sinau/kernel';
import * as z from 'zod';

/** One course in one other learning system. Times are ISO 8601 UTC. */
export interface Dispatch {
  readonly dispatchId: string;
  readonly courseId: string;
  readonly providerId: ProviderId;
  /** Which system it is for, in words of its provider. */
  readonly name: string;
  readonly notes: string;
  readonly enabled: boolean;
  /** Learners at most; absent: no limit. */
  readonly capacity?: number;
  readonly expiresAt?: string;
  /** Counts the keys it has had, from 1; stubs hold the latest. */
  readonly keyVersion: number;
  /** Learners who have begun, and who have finished. */
  readonly started: number;
  readonly finished: number;
  readonly createdAt: string;
  /** Counts the changes of its provider, not the learners. */
  readonly rev: number;
}

/** A learner of a dispatch: no name, no account of the host. */
export interface DispatchLearner {
  /** What is kept of the digest that the host's stub has sent. */
  readonly mark: string;
  /** xAPI registration here, a lower-case UUID. */
  readonly registration: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
}

/** Per course; more than anybody looks through. */
export const maxDispatches = 200;

const name = z.string().trim().min(1).max(200).regex(oneLine, { message: 'must be one line of text' });
const notes = z.string().trim().max(2_000).regex(plainLines, { message: 'must be plain text' });
const capacity = z.int().min(1).max(1_000_000);
const expiresAt = z.iso.datetime();

export const createDispatchSchema = z.strictObject({
  name,
  notes: notes.exactOptional(),
  capacity: capacity.exactOptional(),
  expiresAt: expiresAt.exactOptional(),
});
export type CreateDispatchRequest = z.infer<typeof createDispatchSchema>;

/** What is left out stays; `null` takes a limit away. */
export const changeDispatchSchema = z.strictObject({
  name: name.exactOptional(),
  notes: notes.exactOptional(),
  enabled: z.boolean().exactOptional(),
  capacity: capacity.nullable().exactOptional(),
  expiresAt: expiresAt.nullable().exactOptional(),
  /** True: stubs that were downloaded before open nothing any more. */
  newKey: z.literal(true).exactOptional(),
});
export type ChangeDispatchRequest = z.infer<typeof changeDispatchSchema>;

/** Why nobody may learn by it now; undefined: it is open. */
export function isOver(
  { clock }: { readonly clock: Clock },
  { enabled, expiresAt: end }: Pick<Dispatch, 'enabled' | 'expiresAt'>,
): 'disabled' | 'expired' | undefined {
  if (!enabled) return 'disabled';
  return end !== undefined && Date.parse(end) <= clock.now().getTime() ? 'expired' : undefined;
}
