import type { Registration } from './enrolment.ts';
import type { EnrolmentStore } from './ports.ts';

/**
 * Follows the fact that the course of a registration was satisfied. Repeated, late and misdirected facts are
 * expected and told by the outcome: a cancelled enrolment never completes (case L2).
 */
export async function completeEnrolment(
  deps: { readonly enrolments: EnrolmentStore },
  input: {
    readonly registration: Registration;
    /** When the satisfied statement was stored, ISO 8601 UTC. */
    readonly completedAt: string;
  },
): Promise<{ readonly outcome: 'completed' | 'was-completed' | 'was-cancelled' | 'absent' }> {
  return { outcome: await deps.enrolments.complete(input.registration, input.completedAt) };
}
