import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Something that somebody is recognised for was proposed, granted, or is not any more. From recognition. */
export const recognitionMovedSchema = z.object({
  ...envelope,
  type: z.literal('recognition-moved'),
  personId: z.string(),
  /** Id of the recognition, among those of the person. */
  recognition: z.string(),
  to: z.enum(['proposed', 'granted', 'declined', 'recalled', 'lapsed', 'undone']),
  rev: z.int(),
});
export type RecognitionMoved = z.infer<typeof recognitionMovedSchema>;
