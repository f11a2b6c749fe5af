import type { AgencyId, PersonId } from '@sinau/kernel';
import type { ReadingStore } from '../indexes/ports.ts';
import type { IndexReading } from '../indexes/round.ts';

/** How agencies read indexes, without a table. */
export function memoryReadingStore(): ReadingStore {
  const readings = new Map<AgencyId, IndexReading>();
  const wanted = new Map<AgencyId, Set<PersonId>>();
  return {
    find: async (agencyId) => readings.get(agencyId),
    async save(next) {
      if ((readings.get(next.agencyId)?.rev ?? 0) !== next.rev) return 'stale';
      readings.set(next.agencyId, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    wantedOf: async (agencyId, limit) => [...(wanted.get(agencyId) ?? [])].slice(0, limit),
    isWanted: async (agencyId, personId) => wanted.get(agencyId)?.has(personId) ?? false,
    want: async (agencyId, personId) =>
      void wanted.set(agencyId, new Set([...(wanted.get(agencyId) ?? []), personId])),
    unwant: async (agencyId, people) => {
      for (const one of people) wanted.get(agencyId)?.delete(one);
    },
  };
}
