import * as z from 'zod';
import { envelope } from './envelope.ts';

/**
 * An agency has excepted somebody from an obligation, given them another last day, or taken that back, or its time is over; once per
 * `rev`. From obligations.
 */
export const dutyExceptionChangedSchema = z.object({
  ...envelope,
  type: z.literal('duty-exception-changed'),
  agencyId: z.string(),
  obligationId: z.string(),
  personId: z.string(),
  kind: z.enum(['exempt', 'later-day']),
  state: z.enum(['open', 'undone', 'over']),
  /** Of the agency; it may tell of an illness. */
  reason: z.string(),
  /** Last day of an exemption, ISO date; absent: as long as the obligation lasts. */
  until: z.string().exactOptional(),
  /** The other last day. */
  dueOn: z.string().exactOptional(),
  rev: z.int(),
});
export type DutyExceptionChanged = z.infer<typeof dutyExceptionChangedSchema>;
