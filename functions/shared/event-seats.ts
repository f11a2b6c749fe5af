import type { Dynamo } from '@sinau/platform/dynamo';
import { hallsOf } from '@sinau/programmes';
import {
  createCohortSeatStore,
  createCohortStore,
  createEventStore,
  createSeatStore,
} from '@sinau/programmes/dynamo';

/** Events and cohorts with their seats, for those who pass them on. */
export const createEventSeats = (stores: { readonly dynamo: Dynamo; readonly table: string }) => ({
  events: createEventStore(stores),
  seats: createSeatStore(stores),
  cohorts: { events: hallsOf(createCohortStore(stores)), seats: createCohortSeatStore(stores) },
});
