import { type EnrolmentStore, runningPages } from '@sinau/enrolment';
import { type CourseWalk, coursesOf } from './rebuild-insight.ts';

export type RelistDeps = CourseWalk & {
  readonly enrolments: Pick<EnrolmentStore, 'listRunning' | 'putOnHeld'>;
};

const together = 100;

/**
 * Puts running seats of quotas on the list of those that go back when nobody begins, which seats from before it are not on. What has begun
 * is left out as far as it shows here; the round that goes through the list takes off the rest. Tells how many were put on it.
 */
export async function relistSeats(deps: RelistDeps): Promise<number> {
  let put = 0;
  for await (const courseId of coursesOf(deps)) {
    for await (const { enrolments } of runningPages(deps, { courseId, limit: together })) {
      for (const one of enrolments) {
        if (!one.charge || one.assignment || one.lastActivityAt !== undefined) continue;
        if (await deps.enrolments.putOnHeld(one)) put += 1;
      }
    }
  }
  return put;
}
