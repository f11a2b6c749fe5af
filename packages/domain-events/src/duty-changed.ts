import * as z from 'zod';
import { envelope } from './envelope.ts';

/** What somebody owes to one obligation, for one course and period, as it stood or stands. */
export const dutyStandingSchema = z.object({
  agencyId: z.string(),
  /** Unit of the person when the row was last written. */
  unitId: z.string().exactOptional(),
  obligationId: z.string(),
  /** Year of a yearly obligation, `2026`; `once` of any other. */
  period: z.string(),
  personId: z.string(),
  courseId: z.string(),
  /** Last day, ISO date in the zone of the person. */
  dueOn: z.string(),
  /** When that day is over there: from then on it is overdue while it is open. */
  overAt: z.iso.datetime(),
  /** `required`: the course is not open to the person yet. `recognised`: finished, and its JP count. */
  state: z.enum(['required', 'enrolled', 'started', 'finished', 'recognised', 'released']),
  /** The agency has given the person another last day than that of everybody. */
  extended: z.literal(true).exactOptional(),
  /** Required, and the course takes nobody any more. */
  closed: z.literal(true).exactOptional(),
  /** Released, as the agency requires the course no more, or another one in its place. */
  released: z.enum(['course-skipped', 'course-replaced']).exactOptional(),
  /** When it was given, ISO 8601 UTC. */
  since: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** Grows with every write of the row. */
  rev: z.int(),
});
export type DutyStanding = z.infer<typeof dutyStandingSchema>;

/**
 * A duty was given, went on, or was released; once per `rev`. The row before, absent when it is new, so that whoever counts
 * takes away the one and adds the other. From obligations.
 */
export const dutyChangedSchema = z.object({
  ...envelope,
  type: z.literal('duty-changed'),
  before: dutyStandingSchema.exactOptional(),
  after: dutyStandingSchema,
});
export type DutyChanged = z.infer<typeof dutyChangedSchema>;
