import * as z from 'zod';
import { envelope } from './envelope.ts';

const states = [
  ...(['requested', 'unfunded', 'waiting', 'offered', 'confirmed'] as const),
  ...(['withdrawn', 'declined', 'lapsed', 'removed'] as const),
] as const;

/** Somebody's place in a cohort. From programmes. */
export const cohortSeatChangedSchema = z.object({
  ...envelope,
  type: z.literal('cohort-seat-changed'),
  cohortId: z.string(),
  personId: z.string(),
  state: z.enum(states),
  /** Absent: there was none. */
  before: z.enum(states).exactOptional(),
});
export type CohortSeatChanged = z.infer<typeof cohortSeatChangedSchema>;
