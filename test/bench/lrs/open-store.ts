import { setTimeout as sleep } from 'node:timers/promises';
import { getStatement, queryStatements, type StoreRequest, storeStatements } from '@sinau/lrs';
import { createRecordStore, defaultSettings, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { type CapacityReport, createDynamo, createTables, type DynamoOptions } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import type { Statement, StatementFilter } from '@sinau/xapi';

const region = 'ap-southeast-3';
const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
const authority = {
  objectType: 'Agent',
  name: 'Sinau',
  account: { homePage: 'https://sinau.example.go.id', name: 'lms' },
} as const;

/** An empty record store with its meter, on the embedded engine or the one at DYNAMODB_ENDPOINT. */
export async function openStore(options: { readonly metered: boolean; readonly sharded: boolean }) {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  const local = endpoint ? undefined : await startLocalDynamo();
  const units = { read: 0, write: 0 };
  const connection: DynamoOptions = {
    region,
    credentials,
    ...(endpoint ? { endpoint } : {}),
    ...(local ? { requestHandler: local.requestHandler } : {}),
    ...(options.metered
      ? {
          onCapacity: ({ readUnits, writeUnits }: CapacityReport) => {
            units.read += readUnits;
            units.write += writeUnits;
          },
        }
      : {}),
  };
  const names = { lms: `bench-lms-${systemIds.uuid()}`, lrs: `bench-lrs-${systemIds.uuid()}` };
  await createTables(connection, names);
  const base = options.sharded ? defaultSettings : localSettings;
  const store = createRecordStore({
    dynamo: createDynamo(connection),
    table: names.lrs,
    objects: createMemoryObjectStore(),
    clock: systemClock,
    ids: systemIds,
    digest: nodeDigest,
    sleep,
    // Old rows are read as agencies read them: eventually.
    settings: { ...base, youngMs: 0 },
    horizon: soleHorizon({ clock: systemClock }),
  });
  const visibility = {
    agenciesOf: async (statements: readonly Statement[]) => statements.map(() => ['bkn' as never]),
  };
  const deps = { ...store, visibility, digest: nodeDigest, ids: systemIds };
  return {
    engine: endpoint ? 'dynamodb at DYNAMODB_ENDPOINT' : 'embedded',
    units,
    store: async (statements: readonly Statement[], more: Partial<StoreRequest> = {}) => {
      const result = await storeStatements(deps, {
        store: 'national',
        version: '1.0.3',
        authority,
        statements,
        ...more,
      });
      if (result.outcome !== 'stored') throw new Error(`not stored: ${result.outcome}`);
      return result;
    },
    get: (id: string) =>
      getStatement(deps, { store: 'national', reader: { kind: 'all' }, id, voided: false }),
    page: (filter: Partial<StatementFilter>, limit = 100) =>
      queryStatements(deps, {
        store: 'national',
        reader: { kind: 'all' },
        filter: { relatedAgents: false, relatedActivities: false, ascending: false, limit, ...filter },
      }),
    close: async () => local?.close(),
  };
}

export type BenchStore = Awaited<ReturnType<typeof openStore>>;
