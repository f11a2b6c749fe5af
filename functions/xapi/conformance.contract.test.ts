import { setTimeout as sleep } from 'node:timers/promises';
import { createRecordStore, defaultSettings, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { freshTable } from '@sinau/lrs/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { conformanceReads } from './testing/conformance-reads.contract.ts';
import { type WorldOptions, xapiWorld } from './testing/xapi-world.ts';

conformanceReads('memory', () => xapiWorld());

withTables((engine, tables) => {
  const world =
    (settings: typeof localSettings) =>
    (options: WorldOptions = {}) =>
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
  conformanceReads(`${engine}, one machine`, world(localSettings));
  conformanceReads(`${engine}, sharded`, world({ ...defaultSettings, maxRowsRead: 7 }));
});
