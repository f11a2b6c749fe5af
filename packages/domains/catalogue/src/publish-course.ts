import { type Clock, type Jp, type LanguageMap, type Principal, parseJp } from '@sinau/kernel';
import * as z from 'zod';
import type { Course, CourseId, CourseVersion } from './course.ts';
import { wordingSchema } from './course-details.ts';
import { CourseChanged, CourseNotFound, NotPublishable } from './errors.ts';
import type { CourseStore } from './ports.ts';
import { providerOf } from './provider-of.ts';

/** Words of a course; `jp` is written as `"4"`, `"2.5"` or `"2,5"`. */
export const publishRequestSchema = z.strictObject({
  /** @default the JP of the version */
  jp: z.string().max(10).exactOptional(),
  /** @default the latest version */
  version: z.int().positive().exactOptional(),
  /** @default the title of the version */
  title: wordingSchema.exactOptional(),
  /** @default the description of the version */
  description: wordingSchema.exactOptional(),
});
export type PublishRequest = z.infer<typeof publishRequestSchema>;

/**
 * Opens a version to learners without a reviewer: for machines that an operator has allowed to (scope `courses/publish`).
 * People submit a version for review. Publishing again, or another version, follows the course's rule for running learners.
 */
export async function publishCourse(
  deps: { readonly courses: CourseStore; readonly clock: Clock },
  input: { readonly principal: Principal; readonly courseId: CourseId; readonly request: PublishRequest },
): Promise<Course> {
  const { request, courseId } = input;
  const providerId = providerOf(input.principal);
  const course = await deps.courses.find(courseId);
  if (course?.providerId !== providerId) throw new CourseNotFound();
  const version = await deps.courses.findVersion(courseId, request.version ?? course.latestVersion);
  if (!version) throw new NotPublishable('This version has no passed import.');
  const published = publishedFrom(course, version, { now: deps.clock.now(), request });
  if ((await deps.courses.replace(published)) === 'conflict') throw new CourseChanged();
  return published;
}

/** The course with that version open to learners. Rejects with `NotPublishable` when words are missing. */
export function publishedFrom(
  course: Course,
  version: CourseVersion,
  at: { readonly now: Date; readonly request?: Omit<PublishRequest, 'version'> },
): Course {
  const { request } = at;
  const now = at.now.toISOString();
  const { inReview, ...rest } = course;
  neededRule(version.modules);
  return {
    ...rest,
    ...(inReview !== undefined && inReview !== version.version && { inReview }),
    title: neededTitle(request?.title ?? version.title),
    description: request?.description ?? version.description,
    jp: neededJp(request?.jp === undefined ? (version.jp ?? course.jp) : parseJp(request.jp)),
    details: version.details,
    status: 'published',
    publishedVersion: version.version,
    publishedRule: course.versionRule,
    publishedAt: now,
    updatedAt: now,
    termsRev: course.rev + 1,
    rev: course.rev + 1,
  };
}

/** Where no module counts, everybody would have finished by enrolling. What a cmi5 package asks for is its publisher's word. */
export function neededRule(modules: CourseVersion['modules']): void {
  if (
    modules.some(({ kind, required, moveOn }) => required && (kind === 'cmi5' || moveOn !== 'NotApplicable'))
  )
    return;
  throw new NotPublishable('No module of the course counts, so everybody would be done by enrolling.', {
    issues: [{ path: '/modules/0/required', message: 'let at least one module be required, with a rule' }],
  });
}

export function neededTitle(title: LanguageMap): LanguageMap {
  if (Object.values(title).some((text) => text.trim() !== '')) return title;
  throw new NotPublishable('The course has no title.', {
    issues: [{ path: '/title', message: 'write a title in at least one language' }],
  });
}

export function neededJp(jp: Jp | undefined): Jp {
  if (jp !== undefined && jp > 0) return jp;
  throw new NotPublishable('The course has no JP.', {
    issues: [{ path: '/jp', message: 'write lesson hours above 0 with at most two decimals, e.g. 2.5' }],
  });
}
