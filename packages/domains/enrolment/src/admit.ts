import { type Clock, Unavailable } from '@sinau/kernel';
import type { Enrolment } from './enrolment.ts';
import type { Admission, EnrolmentStore, Step, StepOutcome } from './ports.ts';

/** Every further try meets a change that somebody else made in between. */
const mostTries = 20;

/**
 * Gives the person a seat, or a place at the end of the waiting list when there is none. `step` makes the enrolment for
 * either, so that its time is that of the try that succeeds.
 */
export async function admit(
  deps: { readonly enrolments: EnrolmentStore; readonly clock: Clock },
  input: {
    readonly admission: Admission;
    readonly step: Omit<Step, 'after' | 'capacity'>;
    readonly enrolment: Enrolment;
  },
): Promise<{ readonly outcome: Exclude<StepOutcome, 'full' | 'free'>; readonly enrolment: Enrolment }> {
  const { seats } = input.admission;
  const capacity = seats === undefined ? {} : { capacity: seats };
  for (let n = 0; n < mostTries; n += 1) {
    const at = deps.clock.now().toISOString();
    const active: Enrolment = { ...input.enrolment, state: 'active', enrolledAt: at, counted: true };
    const taken = await deps.enrolments.move({ ...input.step, ...capacity, after: active });
    if (taken !== 'full' && taken !== 'free') return { outcome: taken, enrolment: active };
    const { counted: _, ...seatless } = input.enrolment;
    const waiting: Enrolment = { ...seatless, state: 'waiting', waitingSince: at };
    const queued = await deps.enrolments.move({ ...input.step, ...capacity, after: waiting });
    if (queued !== 'full' && queued !== 'free') return { outcome: queued, enrolment: waiting };
  }
  throw new Unavailable('Many people are enrolling in this course now. Please try again.');
}
