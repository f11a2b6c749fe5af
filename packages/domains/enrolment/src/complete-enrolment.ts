import type { Registration } from './enrolment.ts';
import type { EnrolmentStore, StatedHours } from './ports.ts';

/**
 * Follows the fact that the course of a registration was satisfied. Repeated, late and misdirected facts are
 * expected and told by the outcome: a cancelled enrolment never completes (case L2). The hours that the course states now
 * are earned for good (case L6).
 */
export async function completeEnrolment(
  deps: { readonly enrolments: EnrolmentStore; readonly hours: StatedHours },
  input: {
    readonly registration: Registration;
    /** When the satisfied statement was stored, ISO 8601 UTC. */
    readonly completedAt: string;
  },
): Promise<{ readonly outcome: 'completed' | 'was-completed' | 'was-cancelled' | 'absent' }> {
  const { registration, completedAt: at } = input;
  const enrolment = await deps.enrolments.findByRegistration(registration);
  if (!enrolment) return { outcome: 'absent' };
  const earnedJp = await deps.hours.statedJp(enrolment.courseId, enrolment.version);
  const completed = { at, ...(earnedJp !== undefined && { earnedJp }) };
  return { outcome: await deps.enrolments.complete(enrolment, completed) };
}
