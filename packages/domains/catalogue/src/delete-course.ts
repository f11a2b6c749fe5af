import type { AtomicCompanion, Clock, Principal } from '@sinau/kernel';
import type { CourseId, CourseRemoval } from './course.ts';
import { CourseChanged, CourseInUse, CourseNotFound } from './errors.ts';
import type { JobId } from './import-job.ts';
import type { ContentRoom, CourseStore, ImportJobStore, UploadRoom } from './ports.ts';
import { providerOf } from './provider-of.ts';

export interface ClearDeps {
  readonly courses: CourseStore;
  readonly content: Pick<ContentRoom, 'discard'>;
  readonly jobs: Pick<ImportJobStore, 'find'>;
  /** Absent where the bucket's own expiry must do. */
  readonly uploads?: Pick<UploadRoom, 'delete'>;
}

export interface DeleteDeps extends ClearDeps {
  readonly clock: Clock;
  /** The write that holds only while nobody has ever come to the course, and lets nobody come after it. */
  readonly closing: (courseId: CourseId) => AtomicCompanion;
}

/**
 * Deletes a course that nobody has ever enrolled in or asked for, with its versions, reviews, packages and their files. A
 * published one must be retired first, so that nobody is about to enrol. Statements of trials and of guests stay. Asking
 * again is harmless and goes on with what a broken try left. An import into the course that still runs is refused.
 */
export async function deleteCourse(
  deps: DeleteDeps,
  input: { readonly principal: Principal; readonly courseId: CourseId },
): Promise<void> {
  const { courseId } = input;
  const providerId = providerOf(input.principal);
  const course = await deps.courses.find(courseId);
  if (!course) {
    const removal = await deps.courses.findRemoval(courseId);
    if (removal?.providerId !== providerId) throw new CourseNotFound();
    return clearCourse(deps, removal);
  }
  if (course.providerId !== providerId) throw new CourseNotFound();
  if (course.status === 'published')
    throw new CourseInUse('The course is published. Retire it, then delete it.');
  const removedAt = deps.clock.now().toISOString();
  const outcome = await deps.courses.remove(course, { removedAt, companion: deps.closing(courseId) });
  if (outcome === 'held') {
    throw new CourseInUse(
      'Somebody has enrolled in the course or asked to, so it is kept. Retire it instead.',
    );
  }
  if (outcome === 'conflict') {
    // Changed, or deleted by another request.
    if (await deps.courses.find(courseId)) throw new CourseChanged();
    return deleteCourse(deps, input);
  }
  await clearCourse(deps, { courseId, providerId, removedAt });
}

/** Goes on with deletions that broke off. Returns how many were brought to their end. */
export async function sweepRemovals(deps: ClearDeps): Promise<number> {
  const open = await deps.courses.listOpenRemovals();
  for (const removal of open) await clearCourse(deps, removal);
  return open.length;
}

/** Files first: the rows tell where they lie. Nothing is added meanwhile, since the course has no row any more. */
async function clearCourse(deps: ClearDeps, { courseId }: CourseRemoval): Promise<void> {
  for (;;) {
    const [versions, packages] = await Promise.all([
      deps.courses.listVersions(courseId),
      deps.courses.listPackages(courseId),
    ]);
    if (versions.length === 0 && packages.length === 0) break;
    const origins = new Set([...versions, ...packages].map(({ originHash }) => originHash));
    for (const originHash of origins) await deps.content.discard(originHash);
    for (const { packageId } of packages) {
      const job = await deps.jobs.find(packageId as JobId);
      if (job) await deps.uploads?.delete(job.uploadKey);
    }
    await deps.courses.dropParts(courseId, {
      versions: versions.map(({ version }) => version),
      packageIds: packages.map(({ packageId }) => packageId),
    });
  }
  await deps.courses.finishRemoval(courseId);
}
