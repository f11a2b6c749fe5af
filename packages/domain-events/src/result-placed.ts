import * as z from 'zod';
import { envelope } from './envelope.ts';

/** What counts for one part of a learner's way through a course is not what it was: a result came, moved or went. From connectors. */
export const resultPlacedSchema = z.object({
  ...envelope,
  type: z.literal('result-placed'),
  registration: z.string(),
  moduleId: z.string(),
});
export type ResultPlaced = z.infer<typeof resultPlacedSchema>;
