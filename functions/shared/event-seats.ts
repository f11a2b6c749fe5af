import type { Dynamo } from '@sinau/platform/dynamo';
import { createEventStore, createSeatStore } from '@sinau/programmes/dynamo';

/** Events and their seats, for those who pass them on. */
export const createEventSeats = (stores: { readonly dynamo: Dynamo; readonly table: string }) => ({
  events: createEventStore(stores),
  seats: createSeatStore(stores),
});
