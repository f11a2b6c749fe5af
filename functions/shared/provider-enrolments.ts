import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { ConnectionId } from '@sinau/connectors';
import type { CourseSources, LearnerEnrolments } from '@sinau/connectors/enrolments';
import { type EnrolmentStore, isEarned, isPending, isTaken, type Registration } from '@sinau/enrolment';

/** Enrolment, as the way to providers asks it. */
export function learnerEnrolmentsOf(
  enrolments: Pick<EnrolmentStore, 'findByRegistration'>,
): LearnerEnrolments {
  return {
    async stateOf(registration) {
      const found = await enrolments.findByRegistration(registration as Registration);
      if (!found) return 'absent';
      if (isTaken(found)) return 'open';
      return isPending(found) ? 'pending' : 'over';
    },
    async isDone(registration) {
      const found = await enrolments.findByRegistration(registration as Registration);
      return found !== undefined && isEarned(found);
    },
  };
}

/** The catalogue, as the way to providers asks it. */
export function courseSourcesOf(courses: Pick<CourseStore, 'find'>): CourseSources {
  return {
    async externalCourseOf(courseId) {
      const source = (await courses.find(courseId as CourseId))?.source;
      return source && { connectionId: source.connectionId as ConnectionId, externalId: source.externalId };
    },
  };
}
