import { randomUUID } from 'node:crypto';
import { nodeDigest } from '@sinau/platform/crypto';
import { createTables } from '@sinau/platform/dynamo';
import { deleteTables, withTables } from '@sinau/platform/testing';
import { afterAll } from 'vitest';
import { privacyStoresContract } from '../testing/privacy-stores.contract.ts';
import {
  createAuditLog,
  createDataRequestStore,
  createHoldStore,
  createIncidentStore,
  createPrivacyJobStore,
  createRuleApprovalStore,
} from './index.ts';

withTables((engine, tables) => {
  const made: string[] = [];
  afterAll(() => deleteTables(tables().connection, made));
  privacyStoresContract(engine, async () => {
    const { dynamo, connection } = tables();
    const names = { lms: `lms-${randomUUID()}`, lrs: `lrs-${randomUUID()}` };
    await createTables(connection, names);
    made.push(names.lms, names.lrs);
    const options = { dynamo, table: names.lms, digest: nodeDigest };
    return {
      jobs: createPrivacyJobStore(options),
      approvals: createRuleApprovalStore(options),
      audit: createAuditLog(options),
      requests: createDataRequestStore(options),
      holds: createHoldStore(options),
      incidents: createIncidentStore(options),
    };
  });
});
