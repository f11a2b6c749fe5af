import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { Line } from '@sinau/credit';
import type { LearningId, LearningStore } from '@sinau/external-learning';
import { type OrganisationStore, organisationName } from '@sinau/identity';

interface Deps {
  readonly organisations: OrganisationStore;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly learnings: Pick<LearningStore, 'find'>;
}

/** Who offered the course, or held the event, what was shared or what was learned elsewhere; undefined where nobody knows any more. */
export function organisersOf({ courses, organisations, learnings }: Deps) {
  const ofCourses = new Map<string, Promise<string | undefined>>();
  const ofCourse = async (courseId: string) => {
    const course = await courses.find(courseId as CourseId);
    return course && organisationName({ organisations }, { kind: 'provider', providerId: course.providerId });
  };
  return async ({ account }: Line): Promise<string | undefined> => {
    const { source, personId } = account.earned;
    if (source.kind === 'external')
      return (await learnings.find(personId, source.learningId as LearningId))?.details.organiser;
    if (source.kind !== 'course') return source.organiser;
    const known = ofCourses.get(source.courseId) ?? ofCourse(source.courseId);
    ofCourses.set(source.courseId, known);
    return known;
  };
}
