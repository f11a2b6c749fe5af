import * as z from 'zod';
import { envelope } from './envelope.ts';

/** An export of records that a person asked for has ended by itself: with files, or broken off. From exports. */
export const exportFinishedSchema = z.object({
  ...envelope,
  type: z.literal('export-finished'),
  exportId: z.string(),
  agencyId: z.string(),
  /** Who asked for it. */
  personId: z.string(),
  /** Of the file, e.g. `CSV`; for display only. */
  format: z.string(),
  outcome: z.enum(['done', 'failed']),
  /** Records in the files. */
  rows: z.int().nonnegative(),
});
export type ExportFinished = z.infer<typeof exportFinishedSchema>;
