import type { PriorityStore } from '../priority/ports.ts';
import type { PrioritySeat, PriorityState } from '../priority/priority-seat.ts';

const keyOf = ({ personId, seatId }: Pick<PrioritySeat, 'personId' | 'seatId'>): string =>
  JSON.stringify([personId, seatId]);
const stockKey = (agencyId: string, year: number): string => JSON.stringify([agencyId, year]);

/** Rights to priority without a table. Companions are of memory adapters of enrolment: what must hold, and what it does. */
export function memoryPriorityStore(): PriorityStore {
  const rows = new Map<string, PrioritySeat>();
  const stocks = new Map<string, number>();
  const counts = new Map<string, Partial<Record<PriorityState, number>>>();
  const count = ({ agencyId, year }: PrioritySeat, state: PriorityState, by: number) => {
    const key = stockKey(agencyId, year);
    const known = counts.get(key) ?? {};
    counts.set(key, { ...known, [state]: (known[state] ?? 0) + by });
  };
  const issued = (agencyId: string, year: number) => {
    const { granted = 0, redeemed = 0, spent = 0 } = counts.get(stockKey(agencyId, year)) ?? {};
    return granted + redeemed + spent;
  };
  const holds = (before: PrioritySeat) => rows.get(keyOf(before))?.rev === before.rev;
  const apply = (before: PrioritySeat, after: PrioritySeat) => {
    rows.set(keyOf(after), { ...after, rev: before.rev + 1 });
    count(before, before.state, -1);
    count(after, after.state, 1);
  };
  return {
    find: async (place) => rows.get(keyOf(place)),
    ofPerson: async (personId) => [...rows.values()].filter((one) => one.personId === personId),
    async grant(seat) {
      const stock = stocks.get(stockKey(seat.agencyId, seat.year));
      if (stock !== undefined && issued(seat.agencyId, seat.year) >= stock) return 'used-up';
      rows.set(keyOf(seat), { ...seat, rev: 1 });
      count(seat, 'granted', 1);
      return 'granted';
    },
    async step(before, after) {
      if (!holds(before)) return 'changed';
      apply(before, after);
      return 'done';
    },
    companion: (before, after) => ({
      writes: [{ holds: () => holds(before), apply: () => apply(before, after) }],
    }),
    async stockOf(agencyId, year) {
      const key = stockKey(agencyId, year);
      const stock = stocks.get(key);
      const known = Object.entries(counts.get(key) ?? {}).filter(([, n]) => n !== 0);
      return { counts: Object.fromEntries(known), ...(stock !== undefined && { stock }) };
    },
    async setStock(agencyId, year, stock) {
      const key = stockKey(agencyId, year);
      if (stock === undefined) stocks.delete(key);
      else if (issued(agencyId, year) > stock) return 'too-small';
      else stocks.set(key, stock);
      return 'set';
    },
    async ofAgency({ agencyId, year }, { limit, after }) {
      const all = [...rows.values()]
        .filter((one) => one.agencyId === agencyId && one.year === year)
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.seatId.localeCompare(a.seatId));
      const from = Number(after ?? 0);
      const more = from + limit < all.length;
      return { seats: all.slice(from, from + limit), ...(more && { next: String(from + limit) }) };
    },
    async forget(personId) {
      const own = [...rows.values()].filter((one) => one.personId === personId);
      for (const one of own) rows.delete(keyOf(one));
      return own.length;
    },
  };
}
