import { withTables } from '@sinau/platform/testing';
import { competencyStoresContract } from '../testing/index.ts';
import { createBandStore } from './band-store.ts';
import { createCountStore } from './count-store.ts';
import { createPersonStore } from './person-store.ts';
import { createStandardStore } from './standard-store.ts';
import { createTeachingStore } from './teaching-store.ts';

withTables((engine, tables) => {
  competencyStoresContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return {
      standards: createStandardStore({ dynamo, table }),
      persons: createPersonStore({ dynamo, table }),
      teaching: createTeachingStore({ dynamo, table }),
      counts: createCountStore({ dynamo, table }),
      bands: createBandStore({ dynamo, table }),
    };
  });
});
