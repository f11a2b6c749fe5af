import { type Champion, isLive } from '../champions/champion.ts';
import type { ChampionStore } from '../champions/ports.ts';

/** Champions without a table. */
export function memoryChampionStore(): ChampionStore {
  const rows = new Map<string, Champion>();
  const placeOf = ({ unitId, personId }: Champion): string => `${unitId} ${personId}`;
  return {
    find: async (personId) => rows.get(personId),
    async save(next) {
      if ((rows.get(next.personId)?.rev ?? 0) !== next.rev) return 'conflict';
      rows.set(next.personId, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    ofUnit: async (agencyId, unitId) =>
      [...rows.values()].filter(
        (one) => one.state === 'active' && one.agencyId === agencyId && one.unitId === unitId,
      ),
    countOfUnit: async (agencyId, unitId, most) =>
      [...rows.values()]
        .filter((one) => isLive(one) && one.agencyId === agencyId && one.unitId === unitId)
        .slice(0, most).length,
    async ofAgency(agencyId, { limit, after = '' }) {
      const all = [...rows.values()]
        .filter((one) => isLive(one) && one.agencyId === agencyId && placeOf(one) > after)
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      const champions = all.slice(0, limit);
      const last = champions.at(-1);
      return { champions, ...(last && all.length > limit && { next: placeOf(last) }) };
    },
    forget: async (personId) => void rows.delete(personId),
  };
}
