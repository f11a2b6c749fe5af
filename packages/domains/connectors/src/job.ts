import * as z from 'zod';
import { connectionIdSchema } from './connection.ts';

/** Work that comes again by the clock; of each connection, at most one of a kind is waited for. */
export const scheduledKinds = ['check-health', 'sync', 'poll-results', 'reconcile'] as const;
export type ScheduledKind = (typeof scheduledKinds)[number];

/** Everything the worker of connections does, one message each. */
export const jobKinds = [
  ...scheduledKinds,
  'accept-many',
  'enrol',
  'unenrol',
  'take-table',
  'repair',
  'take-package',
  'send-score',
  'siasn',
  'seal',
  'check-tool',
  'wake-enrolments',
] as const;
export type JobKind = (typeof jobKinds)[number];

/**
 * What every message of the queue says; each kind adds what it needs. No names, no secrets: ids, which the job looks up.
 * At least once, unordered.
 */
export const jobMessageSchema = z.looseObject({
  kind: z.enum(jobKinds),
  connectionId: connectionIdSchema.exactOptional(),
  /** How often it was tried before; counted by the worker. */
  tries: z.int().nonnegative().exactOptional(),
  /** How often people sent it again, and since when it waits for its provider; noted by the worker too. */
  replays: z.int().nonnegative().exactOptional(),
  since: z.string().exactOptional(),
});
export type JobMessage = z.infer<typeof jobMessageSchema>;

/** Wakes the worker of connections. `delaySeconds`: at most 900. */
export interface JobQueue {
  send(message: JobMessage, options?: { readonly delaySeconds?: number }): Promise<void>;
}
