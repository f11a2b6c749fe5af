import type { Obligation } from '../obligation.ts';
import type { CourseOrder } from '../ports.ts';
import type { Duty } from './duty.ts';

/** Why the course is given, as the learner reads it. */
export function orderOf({ title, note, createdBy }: Obligation, duty: Duty): CourseOrder {
  const { agencyId, obligationId, personId, courseId, dueOn } = duty;
  const reason = note === undefined ? title : `${title}: ${note}`;
  return { agencyId, obligationId, personId, courseId, dueOn, reason, by: createdBy };
}
