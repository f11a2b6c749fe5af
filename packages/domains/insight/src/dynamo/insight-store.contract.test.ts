import { nodeDigest } from '@sinau/platform/crypto';
import { withTables } from '@sinau/platform/testing';
import { insightStoreContract } from '../testing/insight-store.contract.ts';
import { createInsightStore } from './insight-store.ts';

withTables((engine, tables) => {
  insightStoreContract(engine, async () =>
    createInsightStore({ dynamo: tables().dynamo, table: tables().lrs, digest: nodeDigest }),
  );
});
