import { type Clock, Unavailable } from '@sinau/kernel';
import type { Charge } from './charge.ts';
import type { Enrolment } from './enrolment.ts';
import { BudgetUsedUp, QuotaUsedUp } from './errors.ts';
import type { EnrolmentStore, OpenCourse, Step, StepOutcome, YearHours } from './ports.ts';
import type { QuotaId, QuotaStanding } from './quota.ts';
import type { LineWait, SeatLine } from './seat-budget.ts';
import { type SeatTerms, termsOf } from './terms.ts';

/** Every further try meets a change that somebody else made in between. */
const mostTries = 20;

interface Admitted {
  /** `stays`: the person waits where they waited before. */
  readonly outcome: Exclude<StepOutcome, Refusal> | 'stays';
  readonly enrolment: Enrolment;
}

const refusals = ['full', 'free', 'quota-full', 'quota-free', 'budget-full', 'budget-free'] as const;
type Refusal = (typeof refusals)[number];

const isRefusal = (outcome: StepOutcome): outcome is Refusal =>
  (refusals as readonly StepOutcome[]).includes(outcome);

/** Where somebody waits: for a quota, for room in a budget line, or, with neither, for a seat of the course. */
interface WaitingFor {
  readonly quota?: QuotaId;
  readonly line?: LineWait;
}

export interface AdmitDeps {
  readonly enrolments: EnrolmentStore;
  readonly clock: Clock;
  /** Absent where nobody knows of lesson hours: then duty and arrival alone decide who is asked first. */
  readonly yearHours?: YearHours;
}

/**
 * Gives the person a seat, or a place in a waiting list: that of a quota which is used up, else that of a budget line without room, else that
 * of the course. `step` makes the enrolment for either, so that its time is that of the try that succeeds. A quota may refuse
 * newcomers (`QuotaUsedUp`, `BudgetUsedUp`); who waits already goes on waiting.
 */
export async function admit(
  deps: AdmitDeps,
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
    const { agencyId, courseId, decision } = enrolment;
    const terms = await termsOf(deps, { agencyId, courseId, open, chosen: decision?.budgetLine });
    const list = wanting(terms, waits);
    const at = deps.clock.now().toISOString();
    if (!list) {
      const active = seated(enrolment, at, terms.charge);
      const taken = await deps.enrolments.move({ ...step, ...capacity, after: active });
      if (!isRefusal(taken)) return { outcome: taken, enrolment: active };
      if (taken === 'quota-full' || taken === 'budget-full') continue;
    }
    if (waits && isSameList(waits, list ?? {})) return { outcome: 'stays', enrolment: waits };
    const ranked = waits ? enrolment : await withRank(deps, enrolment);
    const waiting = queued(ranked, waits?.waitingSince ?? at, list ?? {});
    const outcome = await deps.enrolments.move({ ...step, ...capacity, after: waiting });
    if (!isRefusal(outcome)) return { outcome, enrolment: waiting };
  }
  throw new Unavailable('Many people are enrolling in this course now. Please try again.');
}

/** What is used up before it comes to seats of the course; refuses newcomers where terms say so. */
function wanting({ quotas, charge, line }: SeatTerms, waits: Enrolment | undefined): WaitingFor | undefined {
  const usedUp = quotas.find((quota) => isUsedUp(quota, waits?.waitingQuota));
  if (usedUp) {
    if (!waits && usedUp.whenFull === 'refuse') throw new QuotaUsedUp();
    return { quota: usedUp.quotaId };
  }
  if (!line || !charge || hasRoom(line, charge, waits)) return undefined;
  if (!waits && line.whenFull === 'refuse') throw new BudgetUsedUp(line);
  return { line: { lineId: line.lineId, price: charge.price } };
}

/** For somebody who waits for this very quota, others who wait do not count: the first is asked first. */
const isUsedUp = ({ quotaId, used, seats, waiting }: QuotaStanding, own: QuotaId | undefined): boolean =>
  used >= seats || (waiting > 0 && quotaId !== own);

/** The same of a line. */
const hasRoom = (
  { lineId, state, room, waiting }: SeatLine,
  { price }: Charge,
  waits: Enrolment | undefined,
): boolean => state === 'open' && room >= price && (waiting === 0 || waits?.waitingBudget?.lineId === lineId);

const isSameList = ({ waitingQuota, waitingBudget }: Enrolment, { quota, line }: WaitingFor): boolean =>
  waitingQuota === quota && waitingBudget?.lineId === line?.lineId;

function seated(enrolment: Enrolment, at: string, charge: Charge | undefined): Enrolment {
  const {
    waitingQuota: _,
    waitingBudget: __,
    waitingPastMinimum: ___,
    waitingRaised: ____,
    ...rest
  } = enrolment;
  return { ...rest, state: 'active', enrolledAt: at, counted: true, ...(charge && { charge }) };
}

/** Asked once, by whoever comes to a list: what is reached while somebody waits moves nobody back. */
async function withRank({ yearHours }: AdmitDeps, enrolment: Enrolment): Promise<Enrolment> {
  const isPast = (await yearHours?.hasReachedMinimum(enrolment.personId)) === true;
  return isPast ? { ...enrolment, waitingPastMinimum: true } : enrolment;
}

/** Who was moved from one list to another keeps the time of arrival. */
function queued(enrolment: Enrolment, since: string, { quota, line }: WaitingFor): Enrolment {
  const { counted: _, waitingQuota: __, waitingBudget: ___, ...rest } = enrolment;
  return {
    ...{ ...rest, state: 'waiting', waitingSince: since },
    ...(quota !== undefined && { waitingQuota: quota }),
    ...(line && { waitingBudget: line }),
  };
}
