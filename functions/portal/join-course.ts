import { type CourseId, getOpenVersion } from '@sinau/catalogue';
import { closeRegistration, openRegistration } from '@sinau/delivery';
import { cancelEnrolment, enrolLearner, enrolRequestSchema, getEnrolment } from '@sinau/enrolment';
import type { CoursePorts } from '@sinau/web';
import { learnerCourse } from './course-view.ts';
import type { PortalDeps } from './deps.ts';

export function joinCourse(deps: PortalDeps): CoursePorts {
  const courses = {
    openVersion: (courseId: string) => getOpenVersion(deps, { courseId: courseId as CourseId }),
  };
  return {
    courseOf: (person, courseId) => learnerCourse(deps, person.personId, courseId),
    enrol: async (principal, courseId) => {
      const request = enrolRequestSchema.parse({ courseId });
      const { registration } = await enrolLearner({ ...deps, courses }, { principal, request });
      // What needs nothing is satisfied from the beginning. The first launch does the same, should this one break.
      await openRegistration(deps, { registration });
    },
    cancelEnrolment: async (principal, courseId) => {
      const { registration } = await getEnrolment(deps, { principal, courseId });
      await cancelEnrolment(deps, { principal, courseId });
      await closeRegistration(deps, { registration });
    },
  };
}
