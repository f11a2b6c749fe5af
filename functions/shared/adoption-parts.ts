import type { BoardStore, ChampionStore, HabitStore, NudgeStore } from '@sinau/adoption';
import {
  createBoardStore,
  createChampionStore,
  createHabitStore,
  createNudgeStore,
} from '@sinau/adoption/dynamo';
import type { Clock, Ids } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';

/** What helps people to learn, with what its use cases need. */
export interface AdoptionDesk {
  readonly nudges: NudgeStore;
  readonly habits: HabitStore;
  readonly boards: BoardStore;
  readonly champions: ChampionStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const createAdoptionDesk = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): AdoptionDesk => ({
  nudges: createNudgeStore(stores),
  habits: createHabitStore(stores),
  boards: createBoardStore(stores),
  champions: createChampionStore(stores),
  ...{ clock: systemClock, ids: systemIds },
});
