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
      return open && { version: open.version, title: open.title, admission: open.admission };
    },
    providerOf: async (courseId) => (await published(courseId))?.providerId,
  };
}
