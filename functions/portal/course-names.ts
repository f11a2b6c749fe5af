import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { ProviderId } from '@sinau/kernel';
import type { CourseNames } from '@sinau/web';
import type { OutcomeDesk } from '../shared/outcome-desk.ts';
import { inTurns } from './in-turns.ts';

/** A course over there, through the connection that brought it. */
export interface CourseThere {
  readonly connectionId: string;
  readonly externalCourseId: string;
}

/** A page names so many courses; further ones stand there by their id. */
const mostLookedUp = 100;
const keyOf = ({ connectionId, externalCourseId }: CourseThere) =>
  JSON.stringify([connectionId, externalCourseId]);

/** What courses of a provider are called here and there; each is looked up once. */
export async function courseNames(
  deps: {
    readonly desk: Pick<OutcomeDesk, 'offerOf'>;
    readonly courses: Pick<CourseStore, 'find'>;
    readonly providerId: ProviderId;
  },
  wanted: readonly CourseThere[],
): Promise<(course: CourseThere) => { readonly course?: CourseNames }> {
  const { desk, courses, providerId } = deps;
  const distinct = [...new Map(wanted.map((one) => [keyOf(one), one])).values()].slice(0, mostLookedUp);
  const found = await inTurns(distinct, async (one) => {
    const { courseId, title } = await desk.offerOf(one);
    const course = courseId === undefined ? undefined : await courses.find(courseId as CourseId);
    const names: CourseNames = {
      // An id that a provider made up may be another's course.
      ...(course?.providerId === providerId && { ours: course.title }),
      ...(title !== undefined && { theirs: title }),
    };
    return [keyOf(one), names] as const;
  });
  const known = new Map(found);
  return (course) => {
    const names = known.get(keyOf(course));
    return names && Object.keys(names).length > 0 ? { course: names } : {};
  };
}
