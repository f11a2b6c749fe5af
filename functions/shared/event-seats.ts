import { createSeatBudget } from '@sinau/budget/dynamo';
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

/** Seats of events, which bind what they cost of the agency's budget in their own transaction. */
export const createPaidSeats = ({ dynamo, table }: Stores) =>
  createSeatStore({ dynamo, table, budget: createSeatBudget({ dynamo, table }) });

/** Events and their seats. */
export const createEventSeats = (stores: Stores) => ({
  events: createEventStore(stores),
  seats: createPaidSeats(stores),
});

/** Those of events and of cohorts, for whoever passes them on. */
export const createSeatsToPass = (stores: Stores) => ({
  ...createEventSeats(stores),
  cohorts: { events: hallsOf(createCohortStore(stores)), seats: createCohortSeatStore(stores) },
});
