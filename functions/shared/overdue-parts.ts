import { createForumStore, createServiceStore } from '@sinau/feedback/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import { type OverdueOptions, overdueTeller } from './overdue-teller.ts';

/** Promises to citizens, and how administrators are told of them. */
export function createOverdueParts(options: OverdueOptions) {
  const { stores, teller } = overdueTeller(options);
  return {
    ...{ ...teller, clock: options.clock ?? systemClock },
    services: createServiceStore(stores),
    forums: createForumStore(stores),
  };
}
