import { withTables } from '@sinau/platform/testing';
import { healthStoreContract } from '../testing/health-store.contract.ts';
import { createHealthStore, createLetterStore } from './health-store.ts';

withTables((engine, tables) => {
  healthStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return { health: createHealthStore({ dynamo, table }), letters: createLetterStore({ dynamo, table }) };
  });
});
