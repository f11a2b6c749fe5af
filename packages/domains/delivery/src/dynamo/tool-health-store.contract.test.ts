import { withTables } from '@sinau/platform/testing';
import { memoryToolHealth } from '../testing/memory-lti.ts';
import { toolHealthStoreContract } from '../testing/tool-health-store.contract.ts';
import { createToolHealthStore } from './tool-health-store.ts';

withTables((engine, tables) => {
  toolHealthStoreContract(engine, async () =>
    createToolHealthStore({ dynamo: tables().dynamo, table: tables().lms }),
  );
});
toolHealthStoreContract('memory', async () => memoryToolHealth());
