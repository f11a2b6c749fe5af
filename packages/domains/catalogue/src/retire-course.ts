import type { Clock, Principal } from '@sinau/kernel';
import type { Course, CourseId } from './course.ts';
import { CourseChanged, CourseNotFound } from './errors.ts';
import type { CourseStore } from './ports.ts';
import { providerOf } from './provider-of.ts';

/**
 * Takes a course out of the catalogue. Learners who are enrolled go on; its files stay. A version that waits for a
 * reviewer is withdrawn, or an approval would put the course back unasked.
 */
export async function retireCourse(
  deps: { readonly courses: CourseStore; readonly clock: Clock },
  input: { readonly principal: Principal; readonly courseId: CourseId },
): Promise<Course> {
  const providerId = providerOf(input.principal);
  const course = await deps.courses.find(input.courseId);
  if (course?.providerId !== providerId) throw new CourseNotFound();
  if (course.status === 'retired') return course;
  const now = deps.clock.now().toISOString();
  const { inReview, ...rest } = course;
  const retired: Course = { ...rest, status: 'retired', updatedAt: now, rev: course.rev + 1 };
  const review =
    inReview === undefined ? undefined : await deps.courses.findReview(course.courseId, inReview);
  const waits = review?.state === 'submitted';
  const withdrawn = waits && { ...review, state: 'withdrawn' as const, decidedAt: now, rev: review.rev + 1 };
  const outcome = await deps.courses.change({ course: retired, ...(withdrawn && { review: withdrawn }) });
  if (outcome === 'conflict') throw new CourseChanged();
  return retired;
}
