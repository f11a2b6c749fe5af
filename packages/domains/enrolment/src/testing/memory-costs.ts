import { type CostBalance, type CostLine, chargeEffects } from '../charge.ts';
import type { Enrolment, Registration } from '../enrolment.ts';
import { claimsOn, leftIn, type Pool, type PoolStanding } from '../pool.ts';
import type { Listed, PoolLists, PoolName } from '../pool-list.ts';
import type { EnrolmentStore, QuotaStore, Step, StepOutcome } from '../ports.ts';
import { coversDay, type QuotaChange, type QuotaStanding } from '../quota.ts';
import { type QuotaEffects, quotaEffects } from '../seats.ts';

const keyOf = (agencyId: string | undefined, quotaId: string) => `${agencyId} ${quotaId}`;

/** Quotas and costs on maps, which the enrolment store in memory counts in. */
export function memoryCosts() {
  const quotas = new Map<string, QuotaStanding>();
  const lines: CostLine[] = [];
  const balances = new Map<string, CostBalance>();
  const changes: QuotaChange[] = [];
  const seats = new Map<string, readonly Registration[]>();
  const listed = new Map<string, Listed>();
  const rows = new Map<Registration, Enrolment>();
  const agencyOf = ({ after }: Step) => after.charge?.agencyId ?? after.agencyId;
  const counted = (step: Step) =>
    quotaEffects(step).flatMap((effects) => {
      const quota = quotas.get(keyOf(agencyOf(step), effects.quotaId));
      return quota ? [{ effects, quota }] : [];
    });

  function refusal(step: Step): StepOutcome | undefined {
    for (const { effects, quota } of counted(step)) {
      if (!effects.rule) continue;
      const otherwise = effects.rule === 'needed' ? 'quota-free' : 'quota-full';
      if (!holdsFor(quota, effects)) return otherwise;
    }
    return undefined;
  }

  function apply(step: Step, at: string): void {
    for (const { effects, quota } of counted(step)) {
      const { taken, waiting } = effects;
      quotas.set(keyOf(quota.agencyId, quota.quotaId), {
        ...{ ...quota, used: quota.used + taken, waiting: quota.waiting + waiting },
        ...(quota.pools && { pools: quota.pools.map((pool) => poolAfter(pool, effects)) }),
      });
      if (effects.poolId === undefined) continue;
      const key = nameOf({ ...quota, poolId: effects.poolId });
      const others = (seats.get(key) ?? []).filter((one) => one !== step.after.registration);
      seats.set(key, taken < 0 ? others : [...others, step.after.registration]);
    }
    const { after } = step;
    const effects = chargeEffects(step.before?.charge, after.charge);
    if (!effects || !after.charge || after.charge.price === 0) return;
    const { agencyId, year, providerId, payer, price: amount, state: kind } = after.charge;
    const { courseId, registration } = after;
    lines.push({ agencyId, year, providerId, courseId, registration, payer, kind, amount, at });
    const key = [agencyId, year, providerId, courseId, payer].join(' ');
    const before = balances.get(key) ?? { providerId, courseId, payer, reserved: 0, committed: 0, spent: 0 };
    balances.set(key, {
      ...before,
      reserved: before.reserved + effects.sums.reserved,
      committed: before.committed + effects.sums.committed,
      spent: before.spent + effects.sums.spent,
    });
  }

  const quotasFor = (seat: Parameters<EnrolmentStore['quotasFor']>[0]) =>
    [...quotas.values()].filter(
      (quota) =>
        quota.agencyId === seat.agencyId &&
        coversDay(quota, seat.day) &&
        (quota.target.kind === 'course'
          ? quota.target.courseId === seat.courseId
          : quota.target.providerId === seat.providerId),
    );

  const store: QuotaStore = {
    async save(change) {
      const { before, after } = change;
      const key = keyOf(after.agencyId, after.quotaId);
      const known = quotas.get(key);
      if (known?.rev !== before?.rev) return 'changed';
      const pools = after.pools?.map((pool) => ({ taken: 0, waiting: 0, ...countsOf(known, pool), ...pool }));
      const isTaken = known?.pools?.some(
        ({ poolId, taken }) => taken > (after.pools?.find((one) => one.poolId === poolId)?.seats ?? 0),
      );
      if (isTaken) return 'changed';
      const { pools: _, ...terms } = after;
      quotas.set(key, {
        used: 0,
        waiting: 0,
        ...(known && counters(known)),
        ...terms,
        ...(pools && { pools }),
      });
      changes.unshift(change);
      return 'saved';
    },
    find: async (agencyId, quotaId) => quotas.get(keyOf(agencyId, quotaId)),
    list: async (agencyId) =>
      [...quotas.values()]
        .filter((quota) => quota.agencyId === agencyId)
        .sort((a, b) => (a.quotaId < b.quotaId ? -1 : 1)),
    listChanges: async (agencyId, limit) =>
      changes.filter(({ after }) => after.agencyId === agencyId).slice(0, limit),
    listPoolSeats: async (pool, { limit, after }) => {
      const all = seats.get(nameOf(pool)) ?? [];
      const start = after === undefined ? 0 : Number(after);
      const page = all.slice(start, start + limit).map((one) => rows.get(one));
      return {
        enrolments: page.filter((one) => one !== undefined),
        ...(start + limit < all.length && { next: String(start + limit) }),
      };
    },
    balances: async (agencyId, year) =>
      [...balances].flatMap(([key, balance]) => (key.startsWith(`${agencyId} ${year} `) ? [balance] : [])),
    async listLines(agencyId, year, { limit, after }) {
      const all = lines.filter((line) => line.agencyId === agencyId && line.year === year);
      const start = after === undefined ? 0 : Number(after);
      return {
        lines: all.slice(start, start + limit),
        ...(start + limit < all.length && { next: String(start + limit) }),
      };
    },
  };
  const lists: PoolLists = {
    async add(one) {
      const key = `${nameOf(one)} ${one.personId}`;
      const known = listed.get(key);
      if (known && !(known.state === 'asked' && one.state === 'listed')) return 'known';
      listed.set(key, one);
      return 'added';
    },
    remove: async (one) => void listed.delete(`${nameOf(one)} ${one.personId}`),
    list: async (pool) => [...listed.values()].filter((one) => nameOf(one) === nameOf(pool)),
    find: async (pool, personId) => listed.get(`${nameOf(pool)} ${personId}`),
    ofPerson: async (personId) => [...listed.values()].filter((one) => one.personId === personId),
  };
  /** `rows`: what the enrolment store has of each registration. */
  return { refusal, apply, quotasFor, store, lists, rows, quotaOf: store.find };
}

const nameOf = ({ agencyId, quotaId, poolId }: PoolName) => `${agencyId} ${quotaId} ${poolId}`;

/** As the conditions of the other adapter. */
function holdsFor(quota: QuotaStanding, { rule, asked }: QuotaEffects): boolean {
  if (!asked) {
    const isLeft = quota.used < quota.seats;
    if (quota.pools) return false;
    if (rule === 'needed') return !isLeft || quota.waiting > 0;
    return isLeft && (rule === 'free' || quota.waiting === 0);
  }
  if (asked.rev !== quota.rev) return false;
  const isFree = (pot: (typeof asked.pots)[number]) => leftIn(quota, pot) > 0;
  if (rule === 'free') return asked.pots.every(isFree);
  const isUnclaimed = (pot: (typeof asked.pots)[number]) => isFree(pot) && claimsOn(quota, pot) === 0;
  return rule === 'needed' ? !asked.pots.some(isUnclaimed) : asked.pots.every(isUnclaimed);
}

const poolAfter = (pool: PoolStanding, { poolId, taken, poolWaiting }: QuotaEffects): PoolStanding => ({
  ...pool,
  taken: pool.taken + (poolId === pool.poolId ? taken : 0),
  waiting: pool.waiting + (poolWaiting.get(pool.poolId) ?? 0),
});

function countsOf(known: QuotaStanding | undefined, { poolId }: Pool) {
  const found = known?.pools?.find((one) => one.poolId === poolId);
  return found && { taken: found.taken, waiting: found.waiting };
}

const counters = ({ used, waiting }: QuotaStanding) => ({ used, waiting });

export type MemoryCosts = ReturnType<typeof memoryCosts>;
