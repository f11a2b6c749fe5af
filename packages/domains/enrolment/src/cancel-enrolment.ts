import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { released } from './charge.ts';
import { type Enrolment, isPending } from './enrolment.ts';
import { EnrolmentAssigned, EnrolmentNotActive, EnrolmentNotFound } from './errors.ts';
import type { CourseDirectory, EnrolmentStore } from './ports.ts';
import { promoteFreed } from './promote-waiting.ts';

export interface LeaveDeps {
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseDirectory;
  readonly clock: Clock;
}

/**
 * Takes the signed-in person out of a course: withdraws a request or a place in the waiting list, or cancels the
 * enrolment. The seat goes to the first who waits. What was learned stays in the record store.
 */
export async function cancelEnrolment(
  deps: LeaveDeps,
  input: { readonly principal: PersonPrincipal; readonly courseId: string },
): Promise<Enrolment> {
  const enrolment = await deps.enrolments.findCurrent(input.principal.personId, input.courseId);
  if (!enrolment) throw new EnrolmentNotFound();
  if (enrolment.state === 'completed') throw new EnrolmentNotActive();
  if (enrolment.assignment) throw new EnrolmentAssigned();
  return endEnrolment(deps, enrolment);
}

/** Ends one that is pending or active, whoever asks for it. */
export async function endEnrolment(deps: LeaveDeps, before: Enrolment): Promise<Enrolment> {
  const at = deps.clock.now().toISOString();
  const after: Enrolment = isPending(before)
    ? { ...before, state: 'withdrawn', withdrawnAt: at }
    : { ...before, state: 'cancelled', cancelledAt: at, ...released(before.charge) };
  const outcome = await deps.enrolments.move({ before, after });
  // Completed, promoted or decided on in the meantime.
  if (outcome !== 'done') throw new EnrolmentNotActive();
  // Ended already, whatever becomes of the seat: the fact of it promotes as well.
  await promoteFreed(deps, after).catch(() => undefined);
  return after;
}
