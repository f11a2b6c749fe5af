import { chargeEffects } from './charge.ts';
import { type Enrolment, isCurrent, steps } from './enrolment.ts';
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
}

/** The one rule of quotas, for every adapter. */
export function quotaEffects({ before, after }: Step): readonly QuotaEffects[] {
  const used = chargeEffects(before?.charge, after.charge)?.used ?? 0;
  const counted = used === 0 ? [] : (after.charge?.quotas ?? []);
  const left = before?.state === 'waiting' ? before.waitingQuota : undefined;
  const joined = after.state === 'waiting' ? after.waitingQuota : undefined;
  const lists = left === joined ? [] : [left, joined].filter((one) => one !== undefined);
  return [...new Set([...counted, ...lists])].map((quotaId) => {
    const taken = counted.includes(quotaId) ? used : 0;
    const waiting = left === joined ? 0 : Number(quotaId === joined) - Number(quotaId === left);
    if (taken > 0) return { quotaId, taken, waiting, rule: waiting < 0 ? 'free' : 'unclaimed' };
    return { quotaId, taken, waiting, ...(waiting > 0 && { rule: 'needed' as const }) };
  });
}
