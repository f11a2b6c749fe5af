import type { CourseStructure } from '@sinau/cmi5';
import type { Jp, Principal } from '@sinau/kernel';
import {
  type Course,
  type CourseId,
  type CourseVersion,
  type PublishedCourse,
  publishedSide,
} from './course.ts';
import type { VersionRule } from './course-details.ts';
import { CourseNotFound } from './errors.ts';
import type { ContentRoom, CourseStore } from './ports.ts';
import { providerOf } from './provider-of.ts';

/** One of the caller's own courses with its versions, the newest first. */
export async function getCourse(
  deps: { readonly courses: CourseStore },
  input: { readonly principal: Principal; readonly courseId: CourseId },
): Promise<{ readonly course: Course; readonly versions: readonly CourseVersion[] }> {
  const providerId = providerOf(input.principal);
  const course = await deps.courses.find(input.courseId);
  if (course?.providerId !== providerId) throw new CourseNotFound();
  return { course, versions: await deps.courses.listVersions(input.courseId) };
}

/** A published course with the version that is open; drafts and retired ones are not found. */
export async function getPublishedCourse(
  deps: { readonly courses: CourseStore },
  input: { readonly courseId: CourseId },
): Promise<{ readonly course: PublishedCourse; readonly version: CourseVersion }> {
  const found = await deps.courses.find(input.courseId);
  const course = found && publishedSide(found);
  if (!course) throw new CourseNotFound();
  const version = await deps.courses.findVersion(course.courseId, course.version);
  if (!version) throw new CourseNotFound();
  return { course, version };
}

/** Which version a learner who enrols now will take, and who gets in; undefined when the course is absent, draft or retired. */
export async function getOpenVersion(
  deps: { readonly courses: CourseStore },
  input: { readonly courseId: CourseId },
): Promise<Pick<PublishedCourse, 'version' | 'admission' | 'title'> | undefined> {
  const course = await deps.courses.find(input.courseId);
  const side = course && publishedSide(course);
  return side && { version: side.version, admission: side.admission, title: side.title };
}

/** Lesson hours that a version states: those of the publication while it is open, else its own. */
export async function getStatedJp(
  deps: { readonly courses: Pick<CourseStore, 'find' | 'findVersion'> },
  input: { readonly courseId: CourseId; readonly version: number },
): Promise<Jp | undefined> {
  const course = await deps.courses.find(input.courseId);
  if (!course || course.publishedVersion === input.version) return course?.jp;
  return (await deps.courses.findVersion(input.courseId, input.version))?.jp ?? course.jp;
}

/** Where the rule of the last publication takes learners who run that older version; undefined: they stay. */
export async function getVersionMove(
  deps: { readonly courses: Pick<CourseStore, 'find'> },
  input: { readonly courseId: CourseId; readonly version: number },
): Promise<{ readonly version: number; readonly rule: Exclude<VersionRule, 'stay'> } | undefined> {
  const course = await deps.courses.find(input.courseId);
  const { publishedRule: rule, publishedVersion, status } = course ?? {};
  if (status !== 'published' || publishedVersion === undefined || publishedVersion <= input.version)
    return undefined;
  return rule === undefined || rule === 'stay' ? undefined : { version: publishedVersion, rule };
}

/** An imported version with its course structure, whatever the course's status: learners keep the one they began. */
export async function getVersionStructure(
  deps: { readonly courses: CourseStore; readonly content: Pick<ContentRoom, 'readStructure'> },
  input: { readonly courseId: CourseId; readonly version: number },
): Promise<{ readonly version: CourseVersion; readonly structure: CourseStructure } | undefined> {
  const version = await deps.courses.findVersion(input.courseId, input.version);
  const structure = version && (await deps.content.readStructure(version.originHash));
  return version && structure && { version, structure };
}
