import { Unavailable } from '@sinau/kernel';
import type { Dynamo, Item } from '@sinau/platform/dynamo';
import type { Connection, ConnectionId } from '../connection.ts';
import type { ConnectionStore } from '../ports.ts';
import {
  connectionKey,
  connectionPartition,
  duePartition,
  everyPartition,
  ofProviderKey,
  ofProviderPartition,
  ofProviderPrefix,
} from './keys.ts';
import { readConnection, toConnectionRow } from './rows.ts';

export interface ConnectorStoreDeps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** More than people and workers ever write at once. */
const tries = 8;

/** One row a connection, and one that names it among those of its provider. */
export function createConnectionStore(deps: ConnectorStoreDeps): ConnectionStore {
  const { dynamo, table } = deps;
  const found = async (connectionId: ConnectionId) => {
    const row = await dynamo.get({ table, key: connectionKey(connectionId), consistent: true });
    return row && readConnection(row);
  };
  return {
    async create(connection) {
      const { connectionId, providerId } = connection;
      const item = toConnectionRow(connection, 1);
      const condition = { expression: 'attribute_not_exists(pk)' };
      const listed = { ...ofProviderKey(providerId, connectionId), connectionId };
      const written = await dynamo.transactWrite([
        { kind: 'put', table, item, condition },
        { kind: 'put', table, item: listed },
      ]);
      if (written.outcome !== 'done') throw new Error('the id of a new connection was taken');
    },
    find: async (connectionId) => (await found(connectionId))?.connection,
    async listOfProvider(providerId) {
      const partition = ofProviderPartition(providerId);
      const listed = await allRows(deps, { partition, sort: { prefix: ofProviderPrefix }, consistent: true });
      const keys = listed.map((row) => connectionKey(row.connectionId as ConnectionId));
      const rows = await dynamo.batchGet({ table, keys, consistent: true });
      return rows.map((row) => readConnection(row).connection).toSorted(byAge);
    },
    async listAll() {
      const rows = await allRows(deps, { index: 'gsi2', partition: everyPartition });
      return rows.map((row) => readConnection(row).connection);
    },
    async listDue(now, limit) {
      const sort = { between: ['0', `${now}~`] as const };
      const rows = await allRows(deps, { index: 'gsi1', partition: duePartition, sort, limit });
      return rows.slice(0, limit).map((row) => readConnection(row).connection);
    },
    async update(connectionId, change) {
      for (let n = 0; n < tries; n += 1) {
        const before = await found(connectionId);
        if (!before) return undefined;
        const after = change(before.connection);
        if (!after) return before.connection;
        const { providerId } = before.connection;
        const written = await dynamo.put({
          table,
          item: toConnectionRow({ ...after, connectionId, providerId }, before.writes + 1),
          // Unmoved: of a person and workers who write at once none undoes what another did; fails for a removed one too.
          condition: { expression: 'writes = :seen', values: { ':seen': before.writes } },
        });
        if (written.outcome === 'done') return after;
      }
      throw new Unavailable('The connection is being changed by many at once. Try again.');
    },
    async delete({ connectionId, providerId }) {
      // The row itself first: what finds no connection does nothing for it.
      await dynamo.transactWrite([
        { kind: 'delete', table, key: connectionKey(connectionId) },
        { kind: 'delete', table, key: ofProviderKey(providerId, connectionId) },
      ]);
      const rows = await allRows(deps, { partition: connectionPartition(connectionId), consistent: true });
      await dynamo.batchWrite({ table, deletes: rows.map(({ pk, sk }) => ({ pk, sk })) });
    },
  };
}

const byAge = (one: Connection, other: Connection) =>
  one.createdAt === other.createdAt
    ? Number(one.connectionId > other.connectionId) - 1
    : one.createdAt < other.createdAt
      ? -1
      : 1;

export async function allRows(
  { dynamo, table }: ConnectorStoreDeps,
  query: Omit<Parameters<Dynamo['query']>[0], 'table'>,
): Promise<readonly Item[]> {
  const rows: Item[] = [];
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({ table, ...query, ...(last && { startAfter: last }) });
    rows.push(...page.items);
    last = page.last;
  } while (last && rows.length < (query.limit ?? Number.POSITIVE_INFINITY));
  return rows;
}
