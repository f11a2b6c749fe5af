import { type CostBalance, type CostLine, chargeEffects } from '../charge.ts';
import type { EnrolmentStore, QuotaStore, Step, StepOutcome } from '../ports.ts';
import { coversDay, type QuotaChange, type QuotaStanding } from '../quota.ts';
import { quotaEffects } from '../seats.ts';

const keyOf = (agencyId: string | undefined, quotaId: string) => `${agencyId} ${quotaId}`;

/** Quotas and costs on maps, which the enrolment store in memory counts in. */
export function memoryCosts() {
  const quotas = new Map<string, QuotaStanding>();
  const lines: CostLine[] = [];
  const balances = new Map<string, CostBalance>();
  const changes: QuotaChange[] = [];
  const agencyOf = ({ after }: Step) => after.charge?.agencyId ?? after.agencyId;
  const counted = (step: Step) =>
    quotaEffects(step).flatMap((effects) => {
      const quota = quotas.get(keyOf(agencyOf(step), effects.quotaId));
      return quota ? [{ effects, quota }] : [];
    });

  function refusal(step: Step): StepOutcome | undefined {
    for (const { effects, quota } of counted(step)) {
      const isLeft = quota.used < quota.seats;
      if (effects.rule === 'free' && !isLeft) return 'quota-full';
      if (effects.rule === 'unclaimed' && !(isLeft && quota.waiting === 0)) return 'quota-full';
      if (effects.rule === 'needed' && isLeft && quota.waiting === 0) return 'quota-free';
    }
    return undefined;
  }

  function apply(step: Step, at: string): void {
    for (const { effects, quota } of counted(step)) {
      const { taken, waiting } = effects;
      quotas.set(keyOf(quota.agencyId, quota.quotaId), {
        ...{ ...quota, used: quota.used + taken, waiting: quota.waiting + waiting },
      });
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
      quotas.set(key, { used: 0, waiting: 0, ...(known && counters(known)), ...after });
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
  return { refusal, apply, quotasFor, store };
}

const counters = ({ used, waiting }: QuotaStanding) => ({ used, waiting });

export type MemoryCosts = ReturnType<typeof memoryCosts>;
