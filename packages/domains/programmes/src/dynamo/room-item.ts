import type { TransactItem } from '@sinau/platform/dynamo';
import type { SeatSpace } from './keys.ts';

/** The counters of seats, with what their event or cohort says now: how many there are, and whether anybody may come. */
export const roomItem = (
  table: string,
  space: SeatSpace,
  room: { readonly id: string; readonly capacity: number; readonly isOpen: boolean },
): TransactItem => ({
  ...{ kind: 'update', table, key: space.countsKey(room.id) },
  update: `SET #kind = :kind, #capacity = :capacity, #open = :open, #taken = if_not_exists(#taken, :zero), #waiting = if_not_exists(#waiting, :zero)`,
  names: {
    ...{ '#kind': 'kind', '#capacity': 'capacity', '#open': 'open' },
    ...{ '#taken': 'taken', '#waiting': 'waiting' },
  },
  values: {
    ...{ ':kind': `${space.name}-counts`, ':capacity': room.capacity, ':open': room.isOpen, ':zero': 0 },
  },
  // Not less than are taken: closes the race with whoever takes one now.
  condition: 'attribute_not_exists(#taken) OR #taken <= :capacity',
});
