import { type Clock, type Jp, type LanguageMap, type Principal, parseJp } from '@sinau/kernel';
import * as z from 'zod';
import type { Course, CourseId } from './course.ts';
import { CourseChanged, CourseNotFound, NotPublishable } from './errors.ts';
import type { CourseStore } from './ports.ts';
import { providerOf } from './provider-of.ts';

const wordingSchema = z
  .record(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), z.string().trim().min(1).max(4_000))
  .refine((map) => Object.keys(map).length <= 20, 'at most twenty languages');

/** What an author decides on publication. `jp` is written as `"4"`, `"2.5"` or `"2,5"`. */
export const publishRequestSchema = z.strictObject({
  jp: z.string().max(10),
  /** @default the latest version */
  version: z.int().positive().exactOptional(),
  /** @default the title of the package */
  title: wordingSchema.exactOptional(),
  /** @default the description of the package */
  description: wordingSchema.exactOptional(),
});
export type PublishRequest = z.infer<typeof publishRequestSchema>;

/** Opens a version to learners. Publishing again, or another version, moves nobody who is already enrolled. */
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
  const now = deps.clock.now().toISOString();
  const published: Course = {
    ...course,
    title: neededTitle(request.title ?? version.title),
    description: request.description ?? version.description,
    jp: neededJp(request.jp),
    status: 'published',
    publishedVersion: version.version,
    publishedAt: now,
    updatedAt: now,
    rev: course.rev + 1,
  };
  if ((await deps.courses.replace(published)) === 'conflict') throw new CourseChanged();
  return published;
}

function neededTitle(title: LanguageMap): LanguageMap {
  if (Object.values(title).some((text) => text.trim() !== '')) return title;
  throw new NotPublishable('The course has no title.', {
    issues: [{ path: '/title', message: 'write a title in at least one language' }],
  });
}

function neededJp(text: string): Jp {
  const jp = parseJp(text);
  if (jp !== undefined && jp > 0) return jp;
  throw new NotPublishable('The course has no JP.', {
    issues: [{ path: '/jp', message: 'write lesson hours above 0 with at most two decimals, e.g. 2.5' }],
  });
}
