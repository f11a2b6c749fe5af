import { type Clock, Unavailable } from '@sinau/kernel';
import type { Charge } from './charge.ts';
import type { Enrolment } from './enrolment.ts';
import { BudgetUsedUp, QuotaUsedUp } from './errors.ts';
import { claimsOn, leftIn, type PoolId, type Pot, potsFor, type QuotaPots } from './pool.ts';
import type { CompetencyGaps, EnrolmentStore, OpenCourse, Step, StepOutcome, YearHours } from './ports.ts';
import { dayOf, type QuotaId, type QuotaStanding } from './quota.ts';
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
  /** Pools of it that the person fits. */
  readonly pools?: readonly PoolId[];
  /** Until this day everybody else is asked before. */
  readonly behindUntil?: string;
  readonly line?: LineWait;
}

export interface AdmitDeps {
  readonly enrolments: EnrolmentStore;
  readonly clock: Clock;
  /** Absent where nobody knows of lesson hours: then duty and arrival alone decide who is asked first. */
  readonly yearHours?: YearHours;
  /** Absent where nobody knows of competencies: then no gap counts. */
  readonly gaps?: CompetencyGaps;
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
    const chances = await chancesOf(deps, enrolment, terms.quotas);
    const found = wanting(terms, chances, waits);
    const list = found && (await behindIn(deps, enrolment, { list: found, chances }));
    const at = deps.clock.now().toISOString();
    if (!list) {
      const { charge, pots } = takenFrom(chances, terms, waits);
      const active = seated(enrolment, at, charge);
      const taken = await deps.enrolments.move({ ...step, ...capacity, pots, after: active });
      if (!isRefusal(taken)) return { outcome: taken, enrolment: active };
      if (taken === 'quota-full' || taken === 'budget-full') continue;
    }
    if (waits && isSameList(waits, list ?? {})) return { outcome: 'stays', enrolment: waits };
    const ranked = waits ? enrolment : await withRank(deps, enrolment);
    const waiting = queued(ranked, waits?.waitingSince ?? at, list ?? {});
    const pots = chances.filter(({ quota }) => quota.quotaId === list?.quota).flatMap(askedOf);
    const outcome = await deps.enrolments.move({ ...step, ...capacity, pots, after: waiting });
    if (!isRefusal(outcome)) return { outcome, enrolment: waiting };
  }
  throw new Unavailable('Many people are enrolling in this course now. Please try again.');
}

/** The seats of one quota that somebody may have. */
interface Chance {
  readonly quota: QuotaStanding;
  readonly pools: readonly PoolId[];
  readonly pots: readonly Pot[];
}

/** Who fits which pool is asked only where there are pools. */
async function chancesOf(
  { enrolments, clock }: AdmitDeps,
  { personId }: Enrolment,
  quotas: readonly QuotaStanding[],
): Promise<readonly Chance[]> {
  const day = dayOf(clock.now());
  return Promise.all(
    quotas.map(async (quota) => {
      const pools = quota.pools ? await enrolments.poolsFor(personId, quota) : [];
      return { quota, pools, pots: potsFor(quota, pools, day) };
    }),
  );
}

const askedOf = ({ quota, pots }: Chance): readonly QuotaPots[] =>
  quota.pools ? [{ quotaId: quota.quotaId, rev: quota.rev, pots }] : [];

/** The first seats of a quota of which one is left. For somebody who waits for this very quota, others who wait do not count: the first is asked first. */
const freePot = ({ quota, pots }: Chance, own: QuotaId | undefined): Pot | undefined =>
  pots.find((pot) => leftIn(quota, pot) > 0 && (quota.quotaId === own || claimsOn(quota, pot) === 0));

/** From which seats of its quotas one is taken. */
function takenFrom(
  chances: readonly Chance[],
  { charge }: SeatTerms,
  waits: Enrolment | undefined,
): { readonly charge: Charge | undefined; readonly pots: readonly QuotaPots[] } {
  const taken = chances.flatMap((chance) => {
    const pot = freePot(chance, waits?.waitingQuota);
    return pot && chance.quota.pools ? [{ ...chance, pots: [pot] }] : [];
  });
  const pools = taken.flatMap(({ quota: { quotaId }, pots: [pot] }) =>
    pot?.poolId === undefined ? [] : [[quotaId, pot.poolId] as const],
  );
  return {
    charge: charge && pools.length > 0 ? { ...charge, pools: Object.fromEntries(pools) } : charge,
    pots: taken.flatMap(askedOf),
  };
}

/** What is used up before it comes to seats of the course; refuses newcomers where terms say so. */
function wanting(
  { charge, line }: SeatTerms,
  chances: readonly Chance[],
  waits: Enrolment | undefined,
): WaitingFor | undefined {
  const usedUp = chances.find((chance) => !freePot(chance, waits?.waitingQuota));
  if (usedUp) {
    const { quota, pools } = usedUp;
    if (!waits && quota.whenFull === 'refuse') throw new QuotaUsedUp();
    return { quota: quota.quotaId, pools };
  }
  if (!line || !charge || hasRoom(line, charge, waits)) return undefined;
  if (!waits && line.whenFull === 'refuse') throw new BudgetUsedUp(line);
  return { line: { lineId: line.lineId, price: charge.price } };
}

/** For somebody who waits for this very line, others who wait do not count. */
const hasRoom = (
  { lineId, state, room, waiting }: SeatLine,
  { price }: Charge,
  waits: Enrolment | undefined,
): boolean => state === 'open' && room >= price && (waiting === 0 || waits?.waitingBudget?.lineId === lineId);

const isSameList = (
  { waitingQuota, waitingPools = [], waitingBehindUntil, waitingBudget }: Enrolment,
  { quota, pools = [], behindUntil, line }: WaitingFor,
): boolean =>
  waitingQuota === quota &&
  waitingBehindUntil === behindUntil &&
  waitingBudget?.lineId === line?.lineId &&
  waitingPools.join() === pools.join();

function seated(enrolment: Enrolment, at: string, charge: Charge | undefined): Enrolment {
  const {
    waitingQuota: _,
    waitingPools: __,
    waitingBudget: ___,
    waitingPastMinimum: ____,
    waitingRaised: _____,
    waitingBehindUntil: ______,
    waitingGap: _______,
    ...rest
  } = enrolment;
  return { ...rest, state: 'active', enrolledAt: at, counted: true, ...(charge && { charge }) };
}

/** Asked once, by whoever comes to a list: what is reached while somebody waits moves nobody back. */
async function withRank({ yearHours, gaps }: AdmitDeps, enrolment: Enrolment): Promise<Enrolment> {
  const { personId, courseId } = enrolment;
  const [isPast = false, gap = 0] = await Promise.all([
    yearHours?.hasReachedMinimum(personId),
    gaps?.closedBy(personId, courseId),
  ]);
  return {
    ...enrolment,
    ...(isPast && { waitingPastMinimum: true as const }),
    ...(gap > 0 && { waitingGap: gap }),
  };
}

/** Whoever has lost a seat of the quota without beginning waits behind the others for a while, if the quota still says so. */
async function behindIn(
  { enrolments, clock }: AdmitDeps,
  { personId }: Enrolment,
  { list, chances }: { readonly list: WaitingFor; readonly chances: readonly Chance[] },
): Promise<WaitingFor> {
  const quota = chances.find((one) => one.quota.quotaId === list.quota)?.quota;
  if (quota?.noShowDays === undefined) return list;
  const ends = (await enrolments.listPast(personId)).flatMap(({ endedBy }) =>
    endedBy?.by === 'quota' && endedBy.behind?.quotaId === quota.quotaId ? [endedBy.behind.until] : [],
  );
  const until = ends.toSorted().at(-1);
  return until !== undefined && dayOf(clock.now()) < until ? { ...list, behindUntil: until } : list;
}

/** Who was moved from one list to another keeps the time of arrival. */
function queued(
  enrolment: Enrolment,
  since: string,
  { quota, pools = [], behindUntil, line }: WaitingFor,
): Enrolment {
  const {
    counted: _,
    waitingQuota: __,
    waitingPools: ___,
    waitingBehindUntil: ____,
    waitingBudget: _____,
    ...rest
  } = enrolment;
  return {
    ...{ ...rest, state: 'waiting', waitingSince: since },
    ...(quota !== undefined && { waitingQuota: quota }),
    ...(pools.length > 0 && { waitingPools: pools }),
    ...(behindUntil !== undefined && { waitingBehindUntil: behindUntil }),
    ...(line && { waitingBudget: line }),
  };
}
