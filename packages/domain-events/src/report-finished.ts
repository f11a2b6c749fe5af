import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A report of an agency that a person asked for has ended by itself: with files, or given up. From compliance. */
export const reportFinishedSchema = z.object({
  ...envelope,
  type: z.literal('report-finished'),
  reportId: z.string(),
  agencyId: z.string(),
  /** Who asked for it. */
  personId: z.string(),
  kind: z.enum(['jp', 'duties', 'cost', 'siasn']),
  year: z.int(),
  outcome: z.enum(['done', 'failed']),
  rows: z.int().nonnegative(),
});
export type ReportFinished = z.infer<typeof reportFinishedSchema>;
