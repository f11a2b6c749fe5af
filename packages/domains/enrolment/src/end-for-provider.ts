import type { LeaveDeps } from './cancel-enrolment.ts';
import { released } from './charge.ts';
import type { Enrolment, Registration } from './enrolment.ts';
import { promoteFreed } from './promote-waiting.ts';

const mostTries = 10;

/**
 * Ends an enrolment that the provider of the course did not take, a duty too: nobody can learn there. The seat goes to the
 * first who waits. One that is over or completed by now stays as it is; undefined then. Harmless when repeated.
 */
export async function endForProvider(
  deps: LeaveDeps,
  input: { readonly registration: Registration; readonly reason: string },
): Promise<Enrolment | undefined> {
  for (let n = 0; n < mostTries; n += 1) {
    const before = await deps.enrolments.findByRegistration(input.registration);
    if (before?.state !== 'active') return undefined;
    const after: Enrolment = {
      ...before,
      state: 'cancelled',
      cancelledAt: deps.clock.now().toISOString(),
      ...released(before.charge),
      endedBy: { by: 'provider', reason: input.reason },
    };
    if ((await deps.enrolments.move({ before, after })) !== 'done') continue;
    await promoteFreed(deps, after).catch(() => undefined);
    return after;
  }
  throw new Error('an enrolment kept changing');
}
