import { type CourseId, type CourseStore, publishedSide } from '@sinau/catalogue';
import type { CourseDirectory, InvitedCourses } from '@sinau/enrolment';

/** The catalogue as enrolment asks it. */
export function createOpenCourses(deps: {
  readonly courses: Pick<CourseStore, 'find'>;
}): CourseDirectory & InvitedCourses {
  const published = async (courseId: string) => {
    const course = await deps.courses.find(courseId as CourseId);
    return course && publishedSide(course);
  };
  return {
    openVersion: async (courseId) => {
      const open = await published(courseId);
      if (!open) return undefined;
      const { version, title, admission, providerId, details } = open;
      return { version, title, admission, providerId, price: details.price };
    },
    providerOf: async (courseId) => (await published(courseId))?.providerId,
  };
}
