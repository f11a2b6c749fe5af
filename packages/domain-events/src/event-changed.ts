import * as z from 'zod';
import { envelope } from './envelope.ts';

/** What concerns everybody who has a seat of an event. From programmes. */
export const eventChangedSchema = z.object({
  ...envelope,
  type: z.literal('event-changed'),
  /** Id of the event. */
  event: z.string(),
  /** `moved`: other times or places. `closed`: attendance counts as it is; `reopened`: not yet. */
  change: z.enum(['published', 'moved', 'cancelled', 'closed', 'reopened']),
});
export type EventChanged = z.infer<typeof eventChangedSchema>;
