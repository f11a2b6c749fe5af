import type { Dynamo } from '@sinau/platform/dynamo';
import type { CohortStore, SeatStore } from '@sinau/programmes';
import { createCohortSeatStore, createCohortStore } from '@sinau/programmes/dynamo';
import { createPathDesk, type PathDesk } from './path-parts.ts';

/** Cohorts with what their use cases need; `seats` are those of cohorts. */
export interface CohortDesk extends PathDesk {
  readonly cohorts: CohortStore;
  readonly seats: SeatStore;
}

export const createCohortDesk = (stores: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): CohortDesk => ({
  ...createPathDesk(stores),
  cohorts: createCohortStore(stores),
  seats: createCohortSeatStore(stores),
});
