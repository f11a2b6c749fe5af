import { createPersonStore } from '@sinau/competency/dynamo';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import { staffOf } from './competency-parts.ts';
import { type OverdueOptions, overdueTeller } from './overdue-teller.ts';

/** Development plans, and how people are told of what is overdue in them. */
export function createOverdueItemParts(options: OverdueOptions) {
  const { stores, teller } = overdueTeller(options);
  const { clock = systemClock } = options;
  return {
    ...{ ...teller, clock, staff: staffOf({ people: teller.people, clock }) },
    organisations: createOrganisationStore(stores),
    persons: createPersonStore(stores),
  };
}
