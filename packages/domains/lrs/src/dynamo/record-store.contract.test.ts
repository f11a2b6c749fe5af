import { setTimeout as sleep } from 'node:timers/promises';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { documentStoreContract } from '../testing/documents.contract.ts';
import { erasureContract } from '../testing/erasure.contract.ts';
import { statementStoreContract } from '../testing/statements.contract.ts';
import { createRecordStore, defaultSettings, localSettings, soleHorizon } from './index.ts';
import { freshTable } from './testing/fresh-table.ts';

withTables((engine, tables) => {
  const open = (settings: typeof localSettings) => async () => {
    const store = createRecordStore({
      dynamo: freshTable(tables()),
      table: tables().lrs,
      objects: createMemoryObjectStore(),
      clock: systemClock,
      ids: systemIds,
      digest: nodeDigest,
      sleep,
      settings,
      horizon: soleHorizon({ clock: systemClock }),
    });
    return { ...store, clock: systemClock };
  };
  statementStoreContract(`${engine}, one machine`, open(localSettings));
  documentStoreContract(`${engine}, one machine`, open(localSettings));
  erasureContract(`${engine}, one machine`, open(localSettings));
  erasureContract(`${engine}, sharded, bodies as objects`, open({ ...defaultSettings, inlineBytes: 200 }));
  statementStoreContract(`${engine}, sharded`, open({ ...defaultSettings, maxRowsRead: 7 }));
});
