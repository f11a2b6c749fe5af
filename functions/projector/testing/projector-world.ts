import { setTimeout as sleep } from 'node:timers/promises';
import type { AgencyId } from '@sinau/kernel';
import { storeStatements } from '@sinau/lrs';
import { createRecordStore, localSettings, type RecordStore, soleHorizon } from '@sinau/lrs/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo, createTables, type Dynamo } from '@sinau/platform/dynamo';
import { type StreamHandler, startLocalDynamo } from '@sinau/platform/local-aws';
import { crashAfter, createMemoryObjectStore } from '@sinau/platform/testing';
import { type OpenedFilter, type PulledPage, pullRecords } from '@sinau/records';
import { createFeedStore } from '@sinau/records/dynamo';
import type { Statement } from '@sinau/xapi';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { nationalStore } from '../../shared/record-writer.ts';
import { composeProjector } from '../compose.ts';
import { envSchema } from '../env.ts';
import { createProjector } from '../worker.ts';

export const issuer = 'https://sinau.example';
const authority = { objectType: 'Agent' as const, account: { homePage: issuer, name: 'lms' } };
export const agencyA = 'agency-a' as AgencyId;
export const agencyB = 'agency-b' as AgencyId;
export const people = {
  a: '00000000-0000-4000-8000-00000000000a',
  b: '00000000-0000-4000-8000-00000000000b',
  ab: '00000000-0000-4000-8000-0000000000ab',
  nobody: '00000000-0000-4000-8000-000000000000',
};
export const agenciesOf = new Map([
  [people.a, [agencyA]],
  [people.b, [agencyB]],
  [people.ab, [agencyA, agencyB]],
]);
export const silent = { info: () => {}, warn: () => {}, error: () => {} };
export const names = { lms: 'lms', lrs: 'lrs' };
export const env = envSchema.parse({
  LMS_TABLE: names.lms,
  LRS_TABLE: names.lrs,
  LRS_BUCKET: 'records',
  ISSUER_URL: issuer,
});

/** Record store and feeds on an engine of their own. */
export async function projectorWorld() {
  const local = await startLocalDynamo();
  const connection = {
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: local.requestHandler,
  };
  await createTables(connection, names);
  const dynamo = createDynamo(connection);
  const objects = createMemoryObjectStore();
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest, sleep };
  const stores = { dynamo, table: names.lrs, objects };
  const horizon = soleHorizon({ clock: systemClock });
  const records = createRecordStore({ ...stores, ...system, settings: localSettings, horizon });
  const compose = (on: Dynamo, follower: RecordStore) =>
    createProjector(
      composeProjector({
        parts: { dynamo: on },
        records: follower,
        env,
        log: silent,
      }),
    );
  const projector = compose(dynamo, records);
  const pullDeps = {
    feed: createFeedStore({ ...stores, ...system }),
    bodies: {
      find: async (id: string) => (await records.statements.find(nationalStore, id))?.recorded.json,
    },
    signer: hmacSigner('a secret for tests, long enough to sign'),
  };
  const visibility = {
    agenciesOf: async (statements: readonly Statement[]) =>
      statements.map(({ actor }) => agenciesOf.get(actor.account?.name ?? '') ?? []),
  };

  async function store(statements: readonly Statement[]): Promise<readonly string[]> {
    const result = await storeStatements(
      { ...records, ...system, visibility },
      { store: nationalStore, version: '1.0.3', authority, statements },
    );
    if (result.outcome !== 'stored') throw new Error(result.outcome);
    return result.ids;
  }

  const project = (Records: DynamoDBRecord[]) => projector({ Records }, {} as Context);
  /** A projector in a process of its own, which dies after so many writes. */
  function mortal(writes: number) {
    const dying = crashAfter(dynamo, writes);
    const own = createRecordStore({ ...stores, ...system, dynamo: dying.dynamo, settings: localSettings });
    const handler = compose(dying.dynamo, own);
    return {
      isDead: () => dying.writes() >= writes,
      project: (Records: DynamoDBRecord[]) => handler({ Records }, {} as Context),
    };
  }
  const subscribe = (handler: StreamHandler = project, batchSize = 100) =>
    local.stream.subscribe({
      table: names.lrs,
      consumer: 'projector',
      batchSize,
      startFrom: 'TRIM_HORIZON',
      handler,
      retryDelayMs: 1,
      attempts: 100,
    });
  const pull = (
    agencyId: AgencyId,
    page: { cursor?: string | undefined; limit?: number; maxBytes?: number; filter?: OpenedFilter } = {},
  ) => {
    const { cursor, limit = 1_000, maxBytes = 4_000_000, filter } = page;
    const wish = { agencyId, clientId: 'c', limit, maxBytes, ...(filter && { filter }) };
    return pullRecords(pullDeps, { ...wish, ...(cursor && { cursor }) });
  };

  /** To the end, from anywhere. */
  async function pullAll(agencyId: AgencyId, from?: string): Promise<string[]> {
    const lines: string[] = [];
    let page: PulledPage | undefined;
    do {
      page = await pull(agencyId, { cursor: page?.cursor ?? from, limit: 97 });
      lines.push(...page.lines);
    } while (page.more);
    return lines;
  }

  const close = () => local.close();
  const bodies = pullDeps.bodies;
  return { dynamo, objects, bodies, records, store, project, mortal, subscribe, pull, pullAll, close };
}

export const statement = (n: number, person: string, over: Partial<Statement> = {}): Statement => ({
  actor: { objectType: 'Agent', account: { homePage: issuer, name: person } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { 'en-US': 'completed' } },
  object: { objectType: 'Activity', id: `https://kampus.example/modul/${n % 8}` },
  result: { score: { scaled: (n % 100) / 100 }, duration: `PT${n % 60}M` },
  ...over,
});
