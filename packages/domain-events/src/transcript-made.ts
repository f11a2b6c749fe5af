import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A transcript was printed; once per edition. From credentials. */
export const transcriptMadeSchema = z.object({
  ...envelope,
  type: z.literal('transcript-made'),
  number: z.string(),
  /** From 1. */
  edition: z.int().positive(),
  personId: z.string(),
});
export type TranscriptMade = z.infer<typeof transcriptMadeSchema>;
