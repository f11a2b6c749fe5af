import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A session of coaching or mentoring was written, changed, confirmed, taken back or has lapsed. Says no word of it. From collaboration. */
export const pairSessionChangedSchema = z.object({
  ...envelope,
  type: z.literal('pair-session-changed'),
  pairId: z.string(),
  sessionId: z.string(),
  /** Who is coached: whose JP it is. */
  personId: z.string(),
  state: z.enum(['waits', 'confirmed', 'withdrawn', 'lapsed']),
  /** Of the text. */
  version: z.int().min(1),
});
export type PairSessionChanged = z.infer<typeof pairSessionChangedSchema>;
