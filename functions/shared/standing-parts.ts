import type { countStanding } from '@sinau/annual-plan';
import { createStandingStore } from '@sinau/annual-plan/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createTalentStore } from '@sinau/talent/dynamo';
import { ratedPeople } from './rated-people.ts';

/** What is counted of performance, on its stores. */
export const createStandingParts = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): Parameters<typeof countStanding>[0] => ({
  standings: createStandingStore(stores),
  rated: ratedPeople({
    ...{ talent: createTalentStore(stores), people: createPeopleStore(stores), clock: systemClock },
  }),
  clock: systemClock,
});
