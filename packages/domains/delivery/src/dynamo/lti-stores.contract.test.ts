import { withTables } from '@sinau/platform/testing';
import { ltiStoresContract } from '../testing/lti-stores.contract.ts';
import { memoryLtiLaunchStore, memoryLtiTools } from '../testing/memory-lti.ts';
import { createLtiLaunchStore } from './lti-launch-store.ts';
import { createLtiToolStore } from './lti-tool-store.ts';
import { createRegistrationTokenStore } from './registration-token-store.ts';

withTables((engine, tables) => {
  ltiStoresContract(engine, async () => {
    const stores = { dynamo: tables().dynamo, table: tables().lms };
    return {
      tools: createLtiToolStore(stores),
      registrationTokens: createRegistrationTokenStore(stores),
      launches: createLtiLaunchStore(stores),
    };
  });
});
ltiStoresContract('memory', async () => ({ ...memoryLtiTools(), launches: memoryLtiLaunchStore() }));
