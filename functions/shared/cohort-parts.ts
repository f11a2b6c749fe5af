import { createObligationsStore } from '@sinau/obligations/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { CohortStore, DutyDirectory, SeatStore } from '@sinau/programmes';
import { createCohortSeatStore, createCohortStore } from '@sinau/programmes/dynamo';
import { cohortDutiesOf } from './cohort-duties.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createPathDesk, type PathDesk } from './path-parts.ts';

/** Cohorts with what their use cases need; `seats` are those of cohorts. */
export interface CohortDesk extends PathDesk {
  readonly cohorts: CohortStore;
  readonly seats: SeatStore;
  readonly duties: DutyDirectory;
}

export const createCohortDesk = (stores: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): CohortDesk => ({
  ...createPathDesk(stores),
  cohorts: createCohortStore(stores),
  seats: createCohortSeatStore(stores),
  duties: cohortDutiesOf({
    ...{ duties: createObligationsStore(stores), enrolments: createEnrolmentStore(stores) },
  }),
});
