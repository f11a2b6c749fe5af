import type { Member } from '../audience/audience.ts';
import { droppedBecause } from '../courses/course-change.ts';
import type { Obligation } from '../obligation.ts';
import { type Duty, isOpen } from './duty.ts';
import { type RefreshDeps, refreshDuty } from './refresh-duty.ts';
import { releaseDuty } from './release-duty.ts';

/**
 * Reads a duty again, and releases it where its course is required no more. Who has begun a course that was replaced finishes it first:
 * it stands for the other one. Tells how many were released.
 */
export async function keepOrDrop(
  deps: RefreshDeps,
  given: { readonly duty: Duty; readonly obligation: Obligation; readonly member: Member | undefined },
): Promise<number> {
  const { duty, obligation, member } = given;
  await refreshDuty(deps, duty, member);
  const reason = droppedBecause(obligation, duty.courseId);
  if (reason === undefined) return 0;
  const now = await deps.duties.findDuty(duty);
  if (!now || !isOpen(now) || (reason === 'course-replaced' && now.state === 'started')) return 0;
  return (await releaseDuty(deps, now, reason)) ? 1 : 0;
}
