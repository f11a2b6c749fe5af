import type { Cohort, CohortId } from '../cohorts/cohort.ts';
import { type CohortStore, idOfHall } from '../cohorts/ports.ts';
import type { SeatStore } from '../ports.ts';
import { type Counts, memorySeats, pageOf } from './memory-programme-stores.ts';

export interface CohortStores {
  readonly cohorts: CohortStore;
  readonly seats: SeatStore;
}

/** Cohorts without a table. */
export function memoryCohortStores(): CohortStores {
  const counts = new Map<string, Counts>();
  return { cohorts: memoryCohorts(counts), seats: memorySeats(counts) };
}

const byEnd = (a: Cohort, b: Cohort): number =>
  a.endsOn.localeCompare(b.endsOn) || a.cohortId.localeCompare(b.cohortId);

function memoryCohorts(counts: Map<string, Counts>): CohortStore {
  const cohorts = new Map<CohortId, Cohort>();
  return {
    find: async (cohortId) => cohorts.get(cohortId),
    findMany: async (cohortIds) => [...new Set(cohortIds)].flatMap((cohortId) => cohorts.get(cohortId) ?? []),
    async save(next) {
      const { cohortId, capacity, rev } = next;
      if ((cohorts.get(cohortId)?.rev ?? 0) !== rev) return 'changed';
      const { taken = 0, waiting = 0 } = counts.get(idOfHall(cohortId)) ?? {};
      if (taken > capacity) return 'full';
      cohorts.set(cohortId, { ...next, rev: rev + 1 });
      counts.set(idOfHall(cohortId), { capacity, taken, waiting, open: next.state === 'open' });
      return 'saved';
    },
    async remove({ cohortId, rev }) {
      if (cohorts.get(cohortId)?.rev !== rev) return 'changed';
      cohorts.delete(cohortId);
      counts.delete(idOfHall(cohortId));
      return 'removed';
    },
    async listOf(agencyId, page) {
      const own = [...cohorts.values()].filter((one) => one.agencyId === agencyId);
      const { rows, ...rest } = pageOf(
        own.toSorted((a, b) => byEnd(b, a)),
        page,
      );
      return { cohorts: rows, ...rest };
    },
    listOpen: async (agencyId, { from, limit }) =>
      [...cohorts.values()]
        .filter((one) => one.agencyId === agencyId && one.state === 'open' && one.endsOn >= from)
        .toSorted(byEnd)
        .slice(0, limit),
  };
}
