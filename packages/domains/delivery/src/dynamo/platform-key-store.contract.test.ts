import { withTables } from '@sinau/platform/testing';
import { memoryPlatformKeyStore } from '../testing/memory-lti.ts';
import { platformKeyStoreContract } from '../testing/platform-key-store.contract.ts';
import { createPlatformKeyStore } from './platform-key-store.ts';

withTables((engine, tables) => {
  platformKeyStoreContract(engine, async () =>
    createPlatformKeyStore({ dynamo: tables().dynamo, table: tables().lms }),
  );
});
platformKeyStoreContract('memory', async () => memoryPlatformKeyStore());
