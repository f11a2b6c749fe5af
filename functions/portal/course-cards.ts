import type { PublishedCourse } from '@sinau/catalogue';
import { organisationName } from '@sinau/identity';
import type { ProviderId } from '@sinau/kernel';
import { type CourseCard, type CourseView, missingOf, partsOf, progressOf } from '@sinau/web';
import { languagesOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';

/** Names of the providers of some courses, each looked up once. */
export async function providerNames(
  deps: Pick<PortalDeps, 'organisations'>,
  courses: readonly { readonly providerId: ProviderId }[],
): Promise<ReadonlyMap<ProviderId, string>> {
  const ids = [...new Set(courses.map(({ providerId }) => providerId))];
  const names = await Promise.all(
    ids.map((providerId) => organisationName(deps, { kind: 'provider', providerId })),
  );
  return new Map(ids.map((id, index) => [id, names[index] ?? '']));
}

/** A card of the catalogue, for somebody who does not take the course. `today`: ISO date; classes that have begun are no news. */
export function cardOf(
  course: PublishedCourse,
  names: ReadonlyMap<ProviderId, string>,
  today: string,
): CourseCard {
  const { classesFrom } = course.admission;
  return {
    ...(classesFrom !== undefined && classesFrom > today && { classesFrom }),
    courseId: course.courseId,
    title: course.title,
    provider: names.get(course.providerId) ?? '',
    jp: course.jp,
    languages: languagesOf(
      course.details.languages.length > 0 ? course.details.languages : Object.keys(course.title),
    ),
  };
}

/** A card of a course somebody takes. `waits`: its provider has not enrolled them yet. */
export function cardOfView(course: CourseView, { waits = false } = {}): CourseCard {
  const { percent, begun } = progressOf(course);
  const [content, ...others] = new Set(partsOf(course.outline).map((part) => part.content));
  const missing = missingOf(course, { waits });
  const [first] = missing;
  const isActive = course.enrolment?.state === 'active';
  const minutesLeft = minutesLeftOf(course);
  const takenBack = course.enrolment?.providerWord?.takenBack !== undefined;
  return {
    courseId: course.courseId,
    title: course.title,
    provider: course.provider,
    languages: course.languages,
    ...(course.jp !== undefined && { jp: course.jp }),
    ...(takenBack ? { takenBack } : course.enrolment && { state: course.enrolment.state }),
    ...{ percent, begun },
    ...(content !== undefined && others.length === 0 && { content }),
    ...(isActive && first && { missing: { count: missing.length, first } }),
    ...(isActive && minutesLeft !== undefined && { minutesLeft }),
  };
}

/** What the course states, or 45 minutes a JP, without the share that is done. */
export function minutesLeftOf(course: CourseView): number | undefined {
  if (course.minutes === undefined) return undefined;
  return Math.ceil((course.minutes * (100 - progressOf(course).percent)) / 100);
}
