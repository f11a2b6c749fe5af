import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { DispatchCoursePort } from '@sinau/dispatch';
import { InvalidInput } from '@sinau/kernel';

/** What packages of dispatches come as. */
export const dispatchFormats = ['scorm12', 'cmi5'] as const;
export type DispatchFormat = (typeof dispatchFormats)[number];

export function readDispatchFormat(given: string | undefined): DispatchFormat {
  const format = dispatchFormats.find((one) => one === given);
  if (format) return format;
  const message = `must be one of ${dispatchFormats.join(', ')}`;
  throw new InvalidInput(`The parameter format ${message}.`, { issues: [{ path: '?format', message }] });
}

/** Dispatches ask the catalogue whose a course is and whether it is open. */
export function createDispatchCourses(deps: {
  readonly courses: Pick<CourseStore, 'find'>;
}): DispatchCoursePort {
  return {
    find: async (courseId) => {
      const course = await deps.courses.find(courseId as CourseId);
      if (!course) return undefined;
      const { providerId, title, description, status, publishedVersion } = course;
      const open = status === 'published' && publishedVersion !== undefined;
      return { providerId, title, description, ...(open && { version: publishedVersion }) };
    },
  };
}
