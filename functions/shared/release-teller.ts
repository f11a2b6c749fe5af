import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { ReleaseTeller } from '@sinau/enrolment';
import { type TellDeps, tell } from './tell.ts';

/** Tells learners that a seat of a quota goes back unless they begin, in the inbox and by mail. */
export function createReleaseTeller(
  deps: TellDeps & { readonly courses: Pick<CourseStore, 'find'> },
): ReleaseTeller {
  return {
    async warn({ registration, personId, courseId }, { days, on }) {
      const course = await deps.courses.find(courseId as CourseId);
      if (!course) return;
      await tell(
        deps,
        { eventId: `seat-release-near:${registration}`, personId },
        {
          kind: 'seat-release-near',
          params: { courseTitle: course.title, days, on },
          link: `/courses/${courseId}/continue`,
        },
      );
    },
  };
}
