import { chargeEffects } from './charge.ts';
import { type Enrolment, isCurrent, steps } from './enrolment.ts';
import type { PoolId, QuotaPots } from './pool.ts';
import type { Step } from './ports.ts';
import type { QuotaId } from './quota.ts';

/** What one step does to the course's counter, and what must hold for it. */
export interface SeatEffects {
  /** Change of the seats held. */
  readonly taken: number;
  /** Change of the length of the waiting list. */
  readonly waiting: number;
  /**
   * `free`: fewer seats are held than there are. `unclaimed`: that, and nobody waits, so that no newcomer overtakes.
   * `needed`: no seat is free, or others wait.
   */
  readonly rule?: 'free' | 'unclaimed' | 'needed';
}

const holds = (enrolment: Enrolment | undefined) =>
  enrolment?.counted === true && isCurrent(enrolment) && enrolment.state !== 'waiting' ? 1 : 0;

/** In the list of the course; lists of quotas and of budgets hold up nobody here. */
const waits = (enrolment: Enrolment | undefined) =>
  enrolment?.state === 'waiting' && !enrolment.waitingQuota && !enrolment.waitingBudget ? 1 : 0;

/** The one rule of seats, for every adapter. Throws a `TypeError` for a step that there is not. */
export function seatEffects({ before, after, replaces }: Step): SeatEffects {
  if (before && before.state !== after.state && !steps[before.state].includes(after.state)) {
    throw new TypeError(`an enrolment never goes from ${before.state} to ${after.state}`);
  }
  const taken = holds(after) - holds(before) - holds(replaces);
  const waiting = waits(after) - waits(before);
  if (taken > 0) return { taken, waiting, rule: waiting < 0 ? 'free' : 'unclaimed' };
  return { taken, waiting, ...(waiting > 0 && { rule: 'needed' as const }) };
}

/** What one step does to the counter of one quota, and what must hold for it; the rules mean what they do above. */
export interface QuotaEffects extends SeatEffects {
  readonly quotaId: QuotaId;
  /** The pool whose seat is taken or given back; absent: one of those for everybody. */
  readonly poolId?: PoolId;
  /** Change of how many wait who fit a pool. */
  readonly poolWaiting: ReadonlyMap<PoolId, -1 | 1>;
  /** Of a quota with pools, under a rule: of these seats one is left, or with `needed` none. */
  readonly asked?: QuotaPots;
}

/** The one rule of quotas, for every adapter. */
export function quotaEffects({ before, after, pots = [] }: Step): readonly QuotaEffects[] {
  const used = chargeEffects(before?.charge, after.charge)?.used ?? 0;
  const counted = used === 0 ? [] : (after.charge?.quotas ?? []);
  const [left, joined] = [placeOf(before), placeOf(after)];
  const lists = [left?.quotaId, joined?.quotaId].filter((one) => one !== undefined);
  return [...new Set([...counted, ...lists])].flatMap((quotaId): readonly QuotaEffects[] => {
    const taken = counted.includes(quotaId) ? used : 0;
    const waiting = Number(quotaId === joined?.quotaId) - Number(quotaId === left?.quotaId);
    const poolWaiting = difference(poolsOf(left, quotaId), poolsOf(joined, quotaId));
    if (taken === 0 && waiting === 0 && poolWaiting.size === 0) return [];
    const poolId = taken === 0 ? undefined : after.charge?.pools?.[quotaId];
    const one = { quotaId, taken, waiting, poolWaiting, ...(poolId !== undefined && { poolId }) };
    const asked = pots.find((each) => each.quotaId === quotaId);
    if (taken > 0) return [{ ...one, rule: waiting < 0 ? 'free' : 'unclaimed', ...(asked && { asked }) }];
    return [waiting > 0 ? { ...one, rule: 'needed', ...(asked && { asked }) } : one];
  });
}

interface Place {
  readonly quotaId: QuotaId;
  readonly pools: readonly PoolId[];
}

/** In the list of a quota. */
function placeOf(enrolment: Enrolment | undefined): Place | undefined {
  if (enrolment?.state !== 'waiting' || enrolment.waitingQuota === undefined) return undefined;
  return { quotaId: enrolment.waitingQuota, pools: enrolment.waitingPools ?? [] };
}

const poolsOf = (place: Place | undefined, quotaId: QuotaId): readonly PoolId[] =>
  place?.quotaId === quotaId ? place.pools : [];

function difference(left: readonly PoolId[], joined: readonly PoolId[]): ReadonlyMap<PoolId, -1 | 1> {
  return new Map([
    ...left.filter((one) => !joined.includes(one)).map((one) => [one, -1] as const),
    ...joined.filter((one) => !left.includes(one)).map((one) => [one, 1] as const),
  ]);
}
