import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { EnrolmentNotActive, EnrolmentNotFound } from './errors.ts';
import type { EnrolmentStore } from './ports.ts';

/** Withdraws the signed-in person from a course. What was learned stays in the record store. */
export async function cancelEnrolment(
  deps: { readonly enrolments: EnrolmentStore; readonly clock: Clock },
  input: { readonly principal: PersonPrincipal; readonly courseId: string },
): Promise<void> {
  const enrolment = await deps.enrolments.findCurrent(input.principal.personId, input.courseId);
  if (!enrolment) throw new EnrolmentNotFound();
  const outcome = await deps.enrolments.cancel(enrolment, deps.clock.now().toISOString());
  if (outcome === 'not-active') throw new EnrolmentNotActive();
}
