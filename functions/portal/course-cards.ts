import type { PublishedCourse } from '@sinau/catalogue';
import { organisationName } from '@sinau/identity';
import type { ProviderId } from '@sinau/kernel';
import { type CourseCard, type CourseView, progressOf } from '@sinau/web';
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

/** A card of the catalogue, for somebody who does not take the course. */
export function cardOf(course: PublishedCourse, names: ReadonlyMap<ProviderId, string>): CourseCard {
  return {
    courseId: course.courseId,
    title: course.title,
    provider: names.get(course.providerId) ?? '',
    jp: course.jp,
    languages: languagesOf(
      course.details.languages.length > 0 ? course.details.languages : Object.keys(course.title),
    ),
  };
}

/** A card of a course somebody takes. */
export function cardOfView(course: CourseView): CourseCard {
  const { percent, begun } = progressOf(course);
  return {
    courseId: course.courseId,
    title: course.title,
    provider: course.provider,
    languages: course.languages,
    ...(course.jp !== undefined && { jp: course.jp }),
    ...(course.enrolment && { state: course.enrolment.state }),
    percent,
    begun,
  };
}
