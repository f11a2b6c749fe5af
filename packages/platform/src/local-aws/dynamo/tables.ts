import type dynalite from 'dynalite/db/index.js';
import { type Body, prepare } from './requests.ts';
import { ServiceError, validationError } from './service-error.ts';
import type { Scope, Storage } from './storage.ts';

export interface StoredTable {
  /** Part of every key of the table; never given twice, so that a table made anew begins empty. */
  readonly id: string;
  readonly description: dynalite.Table & Readonly<Record<string, unknown>>;
  /** Present when the table has a stream (always of new and old images). */
  readonly streamArn?: string;
  readonly ttl?: { readonly AttributeName: string; readonly Enabled: boolean };
}

/** The tables of the engine, all held in memory and kept in the store. */
export interface Tables {
  /** Throws ResourceNotFoundException. */
  require(name: unknown): StoredTable;
  all(): readonly StoredTable[];
  create(body: Body): Promise<object>;
  delete(body: Body): Promise<object>;
  describe(body: Body): object;
  list(): object;
  describeTimeToLive(body: Body): object;
  /** Keeps the setting; the caller brings the order of expiry up to date. */
  setTimeToLive(scope: Scope, table: StoredTable, ttl: NonNullable<StoredTable['ttl']>): StoredTable;
  /** Makes a kept change visible. */
  adopt(table: StoredTable): void;
}

const tablePrefix = 't~';
const account = 'arn:aws:dynamodb:ap-southeast-3:000000000000:table';

export async function openTables(storage: Storage, now: () => Date): Promise<Tables> {
  const byName = await readAll(storage);

  function requireTable(name: unknown): StoredTable {
    const table = typeof name === 'string' ? byName.get(name) : undefined;
    if (!table) throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
    return table;
  }

  return {
    require: requireTable,
    all: () => [...byName.values()],
    adopt: (table) => byName.set(table.description.TableName, table),
    async create(body) {
      const request = prepare('CreateTable', body);
      const table = await storage.run((scope) => {
        const key = tablePrefix + request.TableName;
        if (scope.get(key)) throw new ServiceError('ResourceInUseException', 'Table already exists');
        const made = makeTable(request, { body, id: scope.nextSequence(), now: now() });
        scope.put(key, made);
        return made;
      });
      byName.set(request.TableName, table);
      return { TableDescription: table.description };
    },
    async delete({ TableName }) {
      const table = requireTable(TableName);
      await storage.run((scope) => scope.delete(tablePrefix + table.description.TableName));
      byName.delete(table.description.TableName);
      return { TableDescription: { ...table.description, TableStatus: 'DELETING' } };
    },
    describe: ({ TableName }) => ({ Table: requireTable(TableName).description }),
    list: () => ({ TableNames: [...byName.keys()].sort() }),
    describeTimeToLive({ TableName }) {
      const { ttl } = requireTable(TableName);
      const on = { TimeToLiveStatus: 'ENABLED', AttributeName: ttl?.AttributeName };
      return { TimeToLiveDescription: ttl?.Enabled ? on : { TimeToLiveStatus: 'DISABLED' } };
    },
    setTimeToLive(scope, table, ttl) {
      const changed = { ...table, ttl };
      scope.put(tablePrefix + table.description.TableName, changed);
      return changed;
    },
  };
}

async function readAll({ level }: Storage): Promise<Map<string, StoredTable>> {
  const found = new Map<string, StoredTable>();
  const iterator = level.iterator({ gte: tablePrefix, lt: `${tablePrefix}~` });
  try {
    for (let page = await iterator.nextv(100); page.length > 0; page = await iterator.nextv(100)) {
      for (const [key, table] of page) found.set(key.slice(tablePrefix.length), table as StoredTable);
    }
  } finally {
    await iterator.close();
  }
  return found;
}

function makeTable(
  request: dynalite.Request,
  { body, id, now }: { readonly body: Body; readonly id: string; readonly now: Date },
): StoredTable {
  if (body.LocalSecondaryIndexes) throw validationError('Local secondary indexes are not supported here');
  const { TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = request;
  const arn = `${account}/${TableName}`;
  const stream = body.StreamSpecification as { readonly StreamEnabled?: boolean } | undefined;
  const label = now.toISOString().slice(0, 23);
  return {
    id,
    ...(stream?.StreamEnabled ? { streamArn: `${arn}/stream/${label}` } : {}),
    description: {
      TableName,
      AttributeDefinitions,
      KeySchema,
      TableStatus: 'ACTIVE',
      TableArn: arn,
      TableId: id,
      CreationDateTime: now.getTime() / 1000,
      ItemCount: 0,
      TableSizeBytes: 0,
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 },
      ...(GlobalSecondaryIndexes
        ? { GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => activeIndex(arn, index)) }
        : {}),
      ...(stream?.StreamEnabled
        ? { StreamSpecification: stream, LatestStreamLabel: label, LatestStreamArn: `${arn}/stream/${label}` }
        : {}),
    },
  };
}

function activeIndex(arn: string, index: dynalite.Index): dynalite.Index {
  const figures = { IndexStatus: 'ACTIVE', IndexSizeBytes: 0, ItemCount: 0 };
  return { ...index, ...figures, ...{ IndexArn: `${arn}/index/${index.IndexName}` } };
}
