import type { Cohort, CohortId } from '../cohorts/cohort.ts';
import {
  type CohortStore,
  type CohortTurn,
  idOfHall,
  type TurnKind,
  type TurnStore,
} from '../cohorts/ports.ts';
import type { SeatStore } from '../ports.ts';
import { type Counts, memorySeats, pageOf } from './memory-programme-stores.ts';

export interface CohortStores {
  readonly cohorts: CohortStore;
  readonly seats: SeatStore;
  readonly turns: TurnStore;
}

/** Cohorts without a table. */
export function memoryCohortStores(): CohortStores {
  const counts = new Map<string, Counts>();
  const turns = new Map<string, CohortTurn>();
  return {
    cohorts: memoryCohorts(counts, turns),
    seats: memorySeats(counts),
    turns: memoryTurns(turns),
  };
}

const turnOf = (kind: TurnKind, id: string): string => JSON.stringify([kind, id]);

function memoryTurns(turns: Map<string, CohortTurn>): TurnStore {
  return {
    listDue: async (kind, until, limit) =>
      [...turns]
        .filter(([key, { id, at }]) => key === turnOf(kind, id) && at <= until)
        .map(([, turn]) => turn)
        .toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
        .slice(0, limit),
    async add(kind, turn) {
      const key = turnOf(kind, turn.id);
      if (!turns.has(key)) turns.set(key, turn);
    },
    async move(kind, { id, at }, next) {
      const key = turnOf(kind, id);
      if (turns.get(key)?.at !== at) return;
      if (next === undefined) turns.delete(key);
      else turns.set(key, { id, at: next });
    },
  };
}

const byEnd = (a: Cohort, b: Cohort): number =>
  a.endsOn.localeCompare(b.endsOn) || a.cohortId.localeCompare(b.cohortId);

function memoryCohorts(counts: Map<string, Counts>, turns: Map<string, CohortTurn>): CohortStore {
  const cohorts = new Map<CohortId, Cohort>();
  return {
    find: async (cohortId) => cohorts.get(cohortId),
    findMany: async (cohortIds) => [...new Set(cohortIds)].flatMap((cohortId) => cohorts.get(cohortId) ?? []),
    async save(next, telling) {
      const { cohortId, capacity, rev } = next;
      if ((cohorts.get(cohortId)?.rev ?? 0) !== rev) return 'changed';
      const { taken = 0, waiting = 0 } = counts.get(idOfHall(cohortId)) ?? {};
      if (taken > capacity) return 'full';
      cohorts.set(cohortId, { ...next, rev: rev + 1 });
      if (telling?.at !== undefined) turns.set(turnOf('cohort', cohortId), { id: cohortId, at: telling.at });
      else if (telling) turns.delete(turnOf('cohort', cohortId));
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
