import { withTables } from '@sinau/platform/testing';
import { ratingsContract } from '../testing/index.ts';
import { createRatingStore } from './index.ts';

withTables((engine, tables) => {
  ratingsContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createRatingStore({ dynamo, table });
  });
});
