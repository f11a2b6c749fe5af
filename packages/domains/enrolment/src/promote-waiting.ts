import type { Clock } from '@sinau/kernel';
import type { Enrolment } from './enrolment.ts';
import type { CourseDirectory, EnrolmentStore } from './ports.ts';

/** Steps that may be lost to somebody who promotes at the same time, before this call leaves the rest to them. */
const mostLost = 50;

/**
 * Gives the free seats of a course to those who have waited longest, into the version that is open now. Follows every
 * freed seat and every change of their number; any number of times, in parallel: a seat is given once.
 */
export async function promoteWaiting(
  deps: { readonly courses: CourseDirectory; readonly enrolments: EnrolmentStore; readonly clock: Clock },
  input: { readonly courseId: string },
): Promise<readonly Enrolment[]> {
  const open = await deps.courses.openVersion(input.courseId);
  if (!open) return [];
  const { seats } = open.admission;
  const promoted: Enrolment[] = [];
  for (let lost = 0; lost < mostLost; ) {
    const before = await deps.enrolments.firstWaiting(input.courseId);
    if (!before) break;
    // Withdrawn or promoted since its place in the list was read.
    if (before.state !== 'waiting') {
      lost += 1;
      continue;
    }
    const after: Enrolment = {
      ...before,
      state: 'active',
      counted: true,
      version: open.version,
      enrolledAt: deps.clock.now().toISOString(),
    };
    const outcome = await deps.enrolments.move({
      before,
      after,
      ...(seats !== undefined && { capacity: seats }),
    });
    if (outcome === 'done') promoted.push(after);
    else if (outcome === 'full') break;
    else lost += 1;
  }
  return promoted;
}
