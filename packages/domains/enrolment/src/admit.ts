import { type Clock, Unavailable } from '@sinau/kernel';
import type { Charge } from './charge.ts';
import type { Enrolment } from './enrolment.ts';
import { QuotaUsedUp } from './errors.ts';
import type { EnrolmentStore, OpenCourse, Step, StepOutcome } from './ports.ts';
import type { QuotaId, QuotaStanding } from './quota.ts';
import { termsOf } from './terms.ts';

/** Every further try meets a change that somebody else made in between. */
const mostTries = 20;

interface Admitted {
  /** `stays`: the person waits where they waited before. */
  readonly outcome: Exclude<StepOutcome, Refusal> | 'stays';
  readonly enrolment: Enrolment;
}

type Refusal = 'full' | 'free' | 'quota-full' | 'quota-free';

const isRefusal = (outcome: StepOutcome): outcome is Refusal =>
  outcome === 'full' || outcome === 'free' || outcome === 'quota-full' || outcome === 'quota-free';

/**
 * Gives the person a seat, or a place in a waiting list: that of a quota which is used up, else that of the course. `step`
 * makes the enrolment for either, so that its time is that of the try that succeeds. A quota may refuse newcomers
 * (`QuotaUsedUp`); who waits already goes on waiting.
 */
export async function admit(
  deps: { readonly enrolments: EnrolmentStore; readonly clock: Clock },
  input: {
    readonly open: OpenCourse;
    readonly step: Omit<Step, 'after' | 'capacity'>;
    readonly enrolment: Enrolment;
  },
): Promise<Admitted> {
  const { open, step, enrolment } = input;
  const { seats } = open.admission;
  const capacity = seats === undefined ? {} : { capacity: seats };
  const waits = step.before?.state === 'waiting' ? step.before : undefined;
  for (let n = 0; n < mostTries; n += 1) {
    const { agencyId, courseId } = enrolment;
    const { quotas, charge } = await termsOf(deps, { agencyId, courseId, open });
    const usedUp = quotas.find((quota) => isUsedUp(quota, waits?.waitingQuota));
    if (usedUp && !waits && usedUp.whenFull === 'refuse') throw new QuotaUsedUp();
    const at = deps.clock.now().toISOString();
    if (!usedUp) {
      const active = seated(enrolment, at, charge);
      const taken = await deps.enrolments.move({ ...step, ...capacity, after: active });
      if (!isRefusal(taken)) return { outcome: taken, enrolment: active };
      if (taken === 'quota-full') continue;
    }
    const list = usedUp?.quotaId;
    if (waits && waits.waitingQuota === list) return { outcome: 'stays', enrolment: waits };
    const waiting = queued(enrolment, waits?.waitingSince ?? at, list);
    const outcome = await deps.enrolments.move({ ...step, ...capacity, after: waiting });
    if (!isRefusal(outcome)) return { outcome, enrolment: waiting };
  }
  throw new Unavailable('Many people are enrolling in this course now. Please try again.');
}

/** For somebody who waits for this very quota, others who wait do not count: the first is asked first. */
const isUsedUp = ({ quotaId, used, seats, waiting }: QuotaStanding, own: QuotaId | undefined): boolean =>
  used >= seats || (waiting > 0 && quotaId !== own);

function seated(enrolment: Enrolment, at: string, charge: Charge | undefined): Enrolment {
  const { waitingQuota: _, ...rest } = enrolment;
  return { ...rest, state: 'active', enrolledAt: at, counted: true, ...(charge && { charge }) };
}

/** Who was moved from one list to another keeps the time of arrival. */
function queued(enrolment: Enrolment, since: string, list: QuotaId | undefined): Enrolment {
  const { counted: _, waitingQuota: __, ...rest } = enrolment;
  const waitingQuota = list === undefined ? {} : { waitingQuota: list };
  return { ...rest, state: 'waiting', waitingSince: since, ...waitingQuota };
}
