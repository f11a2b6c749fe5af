import { withTables } from '@sinau/platform/testing';
import { memoryLineItemStore, memoryScoreStore, scoreStoresContract } from '../testing/index.ts';
import { createLineItemStore, createScoreStore } from './index.ts';

withTables((engine, tables) => {
  scoreStoresContract(engine, async () => {
    const stores = { dynamo: tables().dynamo, table: tables().lms };
    return { scores: createScoreStore(stores), lineItems: createLineItemStore(stores) };
  });
});
scoreStoresContract('memory', async () => ({
  scores: memoryScoreStore(),
  lineItems: memoryLineItemStore(),
}));
