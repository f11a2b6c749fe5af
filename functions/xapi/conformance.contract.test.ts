import { setTimeout as sleep } from 'node:timers/promises';
import { createRecordStore, defaultSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { freshTable } from '@sinau/lrs/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { conformanceReads } from './testing/conformance-reads.contract.ts';
import { conformanceWrites } from './testing/conformance-writes.contract.ts';
import { type WorldOptions, xapiWorld } from './testing/xapi-world.ts';

conformanceReads('memory', xapiWorld);
conformanceWrites('memory', xapiWorld);

withTables((engine, tables) => {
  // Busy lists in several partitions and short walks: the harder way to run.
  const shards = [{ sinceMs: 0, feed: 4, activity: 4, agency: 4 }];
  const settings = { ...defaultSettings, shards, maxRowsRead: 7 };
  const world = (options: WorldOptions = {}) =>
    xapiWorld({
      ...options,
      open: ({ clock }) =>
        createRecordStore({
          dynamo: freshTable(tables()),
          table: tables().lrs,
          objects: createMemoryObjectStore(),
          ids: systemIds,
          digest: nodeDigest,
          clock,
          sleep,
          settings,
          horizon: soleHorizon({ clock }),
        }),
    });
  conformanceReads(engine, world);
  conformanceWrites(engine, world);
});
