import * as z from 'zod';
import { envelope } from './envelope.ts';

const states = [
  ...(['requested', 'unfunded', 'waiting', 'offered', 'confirmed'] as const),
  ...(['withdrawn', 'declined', 'lapsed', 'removed'] as const),
] as const;

/** Somebody's place in an event. From programmes. */
export const eventSeatChangedSchema = z.object({
  ...envelope,
  type: z.literal('event-seat-changed'),
  /** Id of the event. */
  event: z.string(),
  personId: z.string(),
  state: z.enum(states),
  /** Absent: there was none. */
  before: z.enum(states).exactOptional(),
});
export type EventSeatChanged = z.infer<typeof eventSeatChangedSchema>;
