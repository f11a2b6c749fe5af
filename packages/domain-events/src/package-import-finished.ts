import * as z from 'zod';
import { envelope } from './envelope.ts';

/** The check of an uploaded package has ended: with a version, with a refusal, or broken off by the platform. From catalogue. */
export const packageImportFinishedSchema = z.object({
  ...envelope,
  type: z.literal('package-import-finished'),
  jobId: z.string(),
  providerId: z.string(),
  /** Who uploaded it; absent when a machine did. */
  personId: z.string().exactOptional(),
  /** As the author named it; for display only. */
  fileName: z.string(),
  outcome: z.enum(['passed', 'refused', 'failed']),
  /** Findings of the report that must be mended. */
  errorCount: z.int().nonnegative(),
});
export type PackageImportFinished = z.infer<typeof packageImportFinishedSchema>;
