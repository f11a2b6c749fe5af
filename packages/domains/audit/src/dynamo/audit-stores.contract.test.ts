import { randomUUID } from 'node:crypto';
import { nodeDigest } from '@sinau/platform/crypto';
import { createTables } from '@sinau/platform/dynamo';
import { deleteTables, withTables } from '@sinau/platform/testing';
import { afterAll } from 'vitest';
import { auditStoresContract } from '../testing/audit-stores.contract.ts';
import { createAnchorStore, createCheckStore, createReadingLog, createSeenLately } from './index.ts';

withTables((engine, tables) => {
  const made: string[] = [];
  afterAll(() => deleteTables(tables().connection, made));
  auditStoresContract(engine, async () => {
    const { dynamo, connection } = tables();
    const names = { lms: `lms-${randomUUID()}`, lrs: `lrs-${randomUUID()}` };
    await createTables(connection, names);
    made.push(names.lms, names.lrs);
    const lms = { dynamo, table: names.lms };
    const log = () =>
      createReadingLog({ ...lms, digest: nodeDigest, sleep: async () => undefined, random: () => 0 });
    return {
      log: log(),
      other: log(),
      seen: createSeenLately(lms),
      anchors: createAnchorStore(lms),
      checks: createCheckStore(lms),
    };
  });
});
