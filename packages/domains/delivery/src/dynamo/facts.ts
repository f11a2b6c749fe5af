import type { CourseSatisfied } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isRegistrationRow, readRegistration } from './rows.ts';

/**
 * The facts that one change of a row tells; the table's stream is the outbox. The event id is the same each time a change
 * is told, and a course that was satisfied stays so.
 */
export function deliveryFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly CourseSatisfied[] {
  const { before, after } = change;
  if (!after || !isRegistrationRow(after)) return [];
  const state = readRegistration(after);
  const { personId } = state;
  // A guest has no enrolment that could follow.
  if (personId === undefined) return [];
  if (state.courseSatisfiedAt === undefined || before?.courseSatisfied === true) return [];
  return [
    {
      eventId: `course-satisfied:${state.registration}`,
      occurredAt: state.courseSatisfiedAt,
      type: 'course-satisfied',
      registration: state.registration,
      personId,
      courseId: state.courseId,
      courseVersion: state.version,
    },
  ];
}
