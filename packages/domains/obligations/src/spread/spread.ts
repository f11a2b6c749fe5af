import type { AgencyId } from '@sinau/kernel';
import * as z from 'zod';
import { type ObligationId, obligationIdSchema } from '../obligation.ts';

/** What the queue carries. At least once, in any order. */
export const spreadMessageSchema = z.strictObject({
  kind: z.literal('spread'),
  agencyId: z.custom<AgencyId>((value) => typeof value === 'string' && value !== ''),
  obligationId: obligationIdSchema,
});
export type SpreadMessage = z.infer<typeof spreadMessageSchema>;

/** `members`: everybody who may be in the audience; `duties`: everybody who owes something, whether they still do. */
export const spreadPasses = ['members', 'duties'] as const;

/** Where looking at everybody of the agency stands. Times are ISO 8601 UTC. */
export interface Spread {
  readonly obligationId: ObligationId;
  readonly agencyId: AgencyId;
  readonly state: 'running' | 'done';
  readonly pass: (typeof spreadPasses)[number];
  /** Where the pass goes on; absent at its beginning. */
  readonly cursor?: string;
  /** How many there are to look at, as counted at the beginning. */
  readonly heads: number;
  readonly seen: number;
  readonly given: number;
  readonly released: number;
  /** Those with whom something was wrong; the next round looks at them again. */
  readonly failed: number;
  readonly startedAt: string;
  readonly finishedAt?: string;
  /** What the people were found by when it was finished last. */
  readonly basis?: string;
  /** When somebody has to look at it again; absent when nothing will change any more. */
  readonly dueAt?: string;
  /** How often it was taken up since it last got on. */
  readonly tries: number;
  readonly rev: number;
}
