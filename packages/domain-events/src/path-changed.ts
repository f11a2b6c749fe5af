import * as z from 'zod';
import { envelope } from './envelope.ts';

/** What concerns everybody who is on a learning path. From programmes. */
export const pathChangedSchema = z.object({
  ...envelope,
  type: z.literal('path-changed'),
  pathId: z.string(),
  /** Whoever has not finished goes by another version from now on. */
  change: z.literal('moved'),
  version: z.int().positive(),
});
export type PathChanged = z.infer<typeof pathChangedSchema>;
