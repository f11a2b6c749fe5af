import { withTables } from '@sinau/platform/testing';
import { cohortStoresContract } from '../testing/index.ts';
import { createCohortSeatStore, createCohortStore } from './cohort-store.ts';
import { createCohortTurnStore } from './cohort-turn-store.ts';

withTables((engine, tables) => {
  cohortStoresContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return {
      cohorts: createCohortStore({ dynamo, table }),
      seats: createCohortSeatStore({ dynamo, table }),
      turns: createCohortTurnStore({ dynamo, table }),
    };
  });
});
