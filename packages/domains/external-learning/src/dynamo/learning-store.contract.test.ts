import { nodeDigest } from '@sinau/platform/crypto';
import { withTables } from '@sinau/platform/testing';
import { learningStoreContract } from '../testing/index.ts';
import { createLearningStore } from './learning-store.ts';

withTables((engine, tables) => {
  learningStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createLearningStore({ dynamo, table, digest: nodeDigest });
  });
});
