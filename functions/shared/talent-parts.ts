import { createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { TalentDeps } from '@sinau/talent';
import { createTalentStore } from '@sinau/talent/dynamo';
import { staffOf } from './competency-parts.ts';

/** Talent boxes on their store, with people as identity knows them. */
export const createTalentDesk = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): TalentDeps => ({
  talent: createTalentStore(stores),
  members: staffOf({ people: createPeopleStore(stores), clock: systemClock }),
  clock: systemClock,
});
