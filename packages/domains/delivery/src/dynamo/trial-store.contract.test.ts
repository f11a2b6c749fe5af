import { withTables } from '@sinau/platform/testing';
import { trialStoreContract } from '../testing/trial-store.contract.ts';
import { createTrialStore } from './trial-store.ts';

withTables((engine, tables) => {
  trialStoreContract(engine, async () => createTrialStore({ dynamo: tables().dynamo, table: tables().lms }));
});
