import type { Dynamo } from '@sinau/platform/dynamo';
import { hallsOf } from '@sinau/programmes';
import {
  createCohortSeatStore,
  createCohortStore,
  createEventStore,
  createSeatStore,
} from '@sinau/programmes/dynamo';

interface Stores {
  readonly dynamo: Dynamo;
  readonly table: string;
}

/** Events and their seats. */
export const createEventSeats = (stores: Stores) => ({
  events: createEventStore(stores),
  seats: createSeatStore(stores),
});

/** Those of events and of cohorts, for whoever passes them on. */
export const createSeatsToPass = (stores: Stores) => ({
  ...createEventSeats(stores),
  cohorts: { events: hallsOf(createCohortStore(stores)), seats: createCohortSeatStore(stores) },
});
