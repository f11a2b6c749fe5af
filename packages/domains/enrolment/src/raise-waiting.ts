import { type AtomicCompanion, type PersonId, Unavailable } from '@sinau/kernel';
import type { Enrolment, Registration } from './enrolment.ts';
import { AlreadyAhead, EnrolmentNotFound, NotWaiting } from './errors.ts';
import type { EnrolmentStore } from './ports.ts';

/** Each further try meets a change that somebody else made in between. */
const mostTries = 10;

/**
 * Puts somebody who waits before others of the same list, once: behind those of whom the course is required, before everybody else, by
 * arrival among those who were raised as well. It holds for whichever list they wait in until they have the seat. What gives the right to it
 * goes along: its writes commit in the same transaction, so that a right is used exactly once, however often and by how many it is asked.
 *
 * Undefined: a condition of `along` did not hold, and nothing was written. Rejects with `EnrolmentNotFound` (also for somebody else's),
 * `NotWaiting`, or `AlreadyAhead` where it would gain nothing.
 */
export async function raiseWaiting(
  { enrolments }: { readonly enrolments: Pick<EnrolmentStore, 'findByRegistration' | 'move'> },
  input: {
    readonly personId: PersonId;
    readonly registration: Registration;
    readonly along?: AtomicCompanion;
  },
): Promise<Enrolment | undefined> {
  const { personId, registration, along } = input;
  for (let n = 0; n < mostTries; n += 1) {
    const before = await enrolments.findByRegistration(registration);
    if (before?.personId !== personId) throw new EnrolmentNotFound();
    if (before.state !== 'waiting') throw new NotWaiting();
    if (before.waitingRaised || before.assignment) throw new AlreadyAhead();
    const after: Enrolment = { ...before, waitingRaised: true };
    const outcome = await enrolments.move({ before, after, ...(along && { along }) });
    if (outcome === 'done') return after;
    if (outcome === 'along-refused') return undefined;
  }
  throw new Unavailable('This enrolment is changing. Please try again.');
}
