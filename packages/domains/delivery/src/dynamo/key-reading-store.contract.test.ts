import { nodeDigest } from '@sinau/platform/crypto';
import { withTables } from '@sinau/platform/testing';
import { keyReadingStoreContract } from '../testing/key-reading-store.contract.ts';
import { memoryKeyReadings } from '../testing/memory-lti.ts';
import { createKeyReadingStore } from './key-reading-store.ts';

withTables((engine, tables) => {
  keyReadingStoreContract(engine, async () =>
    createKeyReadingStore({ dynamo: tables().dynamo, table: tables().lms, digest: nodeDigest }),
  );
});
keyReadingStoreContract('memory', async () => memoryKeyReadings());
