import type { Clock, ProviderId } from '@sinau/kernel';
import type { Course, CourseId } from './course.ts';
import { CourseChanged } from './errors.ts';
import type { CourseStore } from './ports.ts';

const mostRaces = 5;

/**
 * Puts a retired course back as it stood: into the catalogue with the version that a reviewer had approved, or among the
 * drafts. Does nothing for a course that is not retired, or has nothing that was published.
 */
export async function reopenCourse(
  deps: { readonly courses: CourseStore; readonly clock: Clock },
  input: {
    readonly courseId: CourseId;
    readonly providerId: ProviderId;
    readonly status: 'draft' | 'published';
  },
): Promise<void> {
  for (let race = 0; race < mostRaces; race += 1) {
    const course = await deps.courses.find(input.courseId);
    if (course?.providerId !== input.providerId || course.status !== 'retired') return;
    const isPublic = input.status === 'published' && course.publishedVersion !== undefined;
    const next: Course = {
      ...course,
      status: isPublic ? 'published' : 'draft',
      updatedAt: deps.clock.now().toISOString(),
      termsRev: course.rev + 1,
      rev: course.rev + 1,
    };
    if ((await deps.courses.replace(next)) === 'stored') return;
  }
  throw new CourseChanged();
}
