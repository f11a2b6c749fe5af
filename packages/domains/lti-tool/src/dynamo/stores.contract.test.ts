import { withTables } from '@sinau/platform/testing';
import { ltiToolStoresContract, memoryLtiToolStores } from '../testing/index.ts';
import {
  createAccountLinkStore,
  createAttemptStore,
  createForeignPlatformStore,
  createPlacementStore,
  createRegistrationTicketStore,
  createToolVisitStore,
} from './index.ts';

withTables((engine, tables) => {
  ltiToolStoresContract(engine, async () => {
    const stores = { dynamo: tables().dynamo, table: tables().lms };
    return {
      platforms: createForeignPlatformStore(stores),
      links: createAccountLinkStore(stores),
      placements: createPlacementStore(stores),
      attempts: createAttemptStore(stores),
      tickets: createRegistrationTicketStore(stores),
      visits: createToolVisitStore(stores),
    };
  });
});
ltiToolStoresContract('memory', async () => memoryLtiToolStores());
