import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Something was said of somebody's attendance at an event. From programmes. */
export const eventAttendanceChangedSchema = z.object({
  ...envelope,
  type: z.literal('event-attendance-changed'),
  /** Id of the event. */
  event: z.string(),
  personId: z.string(),
});
export type EventAttendanceChanged = z.infer<typeof eventAttendanceChangedSchema>;
