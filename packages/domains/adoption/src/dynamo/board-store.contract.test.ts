import { withTables } from '@sinau/platform/testing';
import { boardStoreContract } from '../testing/index.ts';
import { createBoardStore } from './board-store.ts';

withTables((engine, tables) => {
  boardStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createBoardStore({ dynamo, table });
  });
});
