import { randomUUID } from 'node:crypto';
import { nodeDigest } from '@sinau/platform/crypto';
import { createTables, type Dynamo } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { privacyStoresContract } from '../testing/privacy-stores.contract.ts';
import { createAuditLog, createPrivacyJobStore } from './index.ts';

withTables((engine, tables) => {
  privacyStoresContract(engine, async () => {
    const { dynamo, connection } = tables();
    const names = { lms: `lms-${randomUUID()}`, lrs: `lrs-${randomUUID()}` };
    await createTables(connection, names);
    const options: { dynamo: Dynamo; table: string } = { dynamo, table: names.lms };
    return {
      jobs: createPrivacyJobStore(options),
      audit: createAuditLog({ ...options, digest: nodeDigest }),
    };
  });
});
