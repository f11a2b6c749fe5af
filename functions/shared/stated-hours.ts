import { type CourseId, type CourseStore, getStatedJp } from '@sinau/catalogue';
import type { StatedHours } from '@sinau/enrolment';

/** Enrolment asks the catalogue what a version states. */
export const statedHoursOf = (deps: {
  readonly courses: Pick<CourseStore, 'find' | 'findVersion'>;
}): StatedHours => ({
  statedJp: (courseId, version) => getStatedJp(deps, { courseId: courseId as CourseId, version }),
});
