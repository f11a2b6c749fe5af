import { type Duty, type DutyGroup, isOverdue } from '../duty/duty.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationsStore } from '../ports.ts';
import type { Spread } from '../spread/spread.ts';
import { memoryExceptionStore } from './memory-exception-store.ts';

const key = (...parts: readonly string[]) => JSON.stringify(parts);

/** Obligations and duties without a table. */
export function memoryObligationsStore(duties = new Map<string, Duty>()): ObligationsStore {
  const obligations = new Map<string, Obligation>();
  const spreads = new Map<string, Spread>();
  const placeOf = (duty: Pick<Duty, 'personId' | 'obligationId' | 'period' | 'courseId'>) =>
    key(duty.personId, duty.obligationId, duty.period, duty.courseId);
  function putSpread(spread: Spread) {
    if ((spreads.get(spread.obligationId)?.rev ?? 0) !== spread.rev) return { outcome: 'changed' } as const;
    const next = { ...spread, rev: spread.rev + 1 };
    spreads.set(spread.obligationId, next);
    return { outcome: 'saved', spread: next } as const;
  }

  return {
    ...memoryExceptionStore(),
    async create(obligation, spread) {
      if (obligations.has(obligation.obligationId)) return 'exists';
      if (spread && putSpread(spread).outcome === 'changed') return 'spread-changed';
      obligations.set(obligation.obligationId, obligation);
      return 'created';
    },
    async find(agencyId, obligationId) {
      const found = obligations.get(obligationId);
      return found?.agencyId === agencyId ? found : undefined;
    },
    async save(obligation, spread) {
      if (obligations.get(obligation.obligationId)?.rev !== obligation.rev) return 'changed';
      if (spread && putSpread(spread).outcome === 'changed') return 'spread-changed';
      obligations.set(obligation.obligationId, { ...obligation, rev: obligation.rev + 1 });
      return 'saved';
    },
    listOf: async (agencyId) => [...obligations.values()].filter((one) => one.agencyId === agencyId),
    findDuty: async (place) => duties.get(placeOf(place)),
    dutiesOf: async (personId) => [...duties.values()].filter((duty) => duty.personId === personId),
    async write({ before, after }) {
      const rev = before?.rev ?? 0;
      if ((duties.get(placeOf(after))?.rev ?? 0) !== rev) return 'changed';
      duties.set(placeOf(after), { ...after, rev: rev + 1 });
      return 'written';
    },
    async countsOf(obligationId, now) {
      const counts: Record<string, Partial<Record<DutyGroup, number>>> = {};
      for (const duty of duties.values()) {
        if (duty.obligationId !== obligationId) continue;
        const sums = counts[duty.period] ?? {};
        const groups: readonly DutyGroup[] = isOverdue(duty, new Date(now))
          ? [duty.state, 'overdue']
          : [duty.state];
        for (const group of groups) sums[group] = (sums[group] ?? 0) + 1;
        counts[duty.period] = sums;
      }
      return counts;
    },
    async listState({ obligationId, state, overBy = '9' }, { limit, after }) {
      const place = (duty: Duty) => [duty.overAt, duty.period, duty.personId, duty.courseId].join('#');
      const all = [...duties.values()]
        .filter((duty) => duty.obligationId === obligationId && duty.state === state)
        .filter((duty) => duty.overAt <= overBy)
        .sort((a, b) => (place(a) < place(b) ? -1 : 1))
        .filter((duty) => after === undefined || place(duty) > after);
      const page = all.slice(0, limit);
      const last = page.at(-1);
      return { duties: page, ...(last && page.length < all.length && { next: place(last) }) };
    },
    findSpread: async (obligationId) => spreads.get(obligationId),
    saveSpread: async (spread) => putSpread(spread),
    listDueSpreads: async (until, limit) =>
      [...spreads.values()]
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= until)
        .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
        .slice(0, limit),
  };
}
