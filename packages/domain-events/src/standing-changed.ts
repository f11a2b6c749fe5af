import * as z from 'zod';
import { envelope } from './envelope.ts';

/**
 * Somebody has another home agency, employee number, employment status, post or time zone than before, or an entry about the past was corrected.
 * What it is now, identity says. From identity.
 */
export const standingChangedSchema = z.object({
  ...envelope,
  type: z.literal('standing-changed'),
  personId: z.string(),
});
export type StandingChanged = z.infer<typeof standingChangedSchema>;
