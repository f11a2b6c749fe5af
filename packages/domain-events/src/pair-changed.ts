import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Two people who learn from each other have come to another state: asked, agreed, ended. From collaboration. */
export const pairChangedSchema = z.object({
  ...envelope,
  type: z.literal('pair-changed'),
  pairId: z.string(),
  state: z.enum(['invited', 'active', 'declined', 'cancelled', 'lapsed', 'ended']),
});
export type PairChanged = z.infer<typeof pairChangedSchema>;
