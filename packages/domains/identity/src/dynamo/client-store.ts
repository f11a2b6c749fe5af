import { type Item, queryAll } from '@sinau/platform/dynamo';
import { type ApiClient, apiClientSchema } from '../client/api-client.ts';
import type { ClientStore } from '../client/ports.ts';
import { clientKey, clientPartition, clientSortKey } from './keys.ts';
import type { TableDeps } from './table.ts';

export function createClientStore(deps: TableDeps): ClientStore {
  const { dynamo, table } = deps;
  return {
    async add(client) {
      await dynamo.put({ table, item: toRow(client) });
    },
    async find(clientId) {
      const row = await dynamo.get({ table, key: clientKey(clientId), consistent: true });
      return row && fromRow(row);
    },
    async replace(before, after) {
      const result = await dynamo.update({
        table,
        key: clientKey(before.clientId),
        ...changesOf(before, after),
        // Same rev: closes the race of two changes that read the same version.
        condition: 'rev = :rev',
      });
      return result.outcome === 'done' ? 'stored' : 'stale';
    },
    async listByTenant(tenant) {
      const rows = await queryAll(deps, { index: 'gsi1', partition: clientPartition(tenant) });
      return rows.map(fromRow);
    },
    async noteUse(clientId, { number, at }) {
      await dynamo.update({
        table,
        key: clientKey(clientId),
        update: 'SET lastUsedAt = :at, #secretUse = :at',
        names: { '#secretUse': secretUseName(number) },
        // Present: never invents a client · older: two functions that note at once end at the later time.
        condition: 'attribute_exists(pk) AND (attribute_not_exists(lastUsedAt) OR lastUsedAt < :at)',
        values: { ':at': at },
      });
    },
  };
}

/** Property by property: times of use belong to `noteUse` and must not be put back; those of secrets that are gone leave. */
function changesOf(before: ApiClient, after: ApiClient) {
  const kept = new Set(after.credentials.map(({ number }) => number));
  const gone = before.credentials.filter(({ number }) => !kept.has(number)).map(({ number }) => number);
  const { disabledAt, requestsPerSecond } = after;
  const sets = [
    '#name = :name, #scopes = :scopes, credentials = :credentials, rev = :next',
    ...(disabledAt === undefined ? [] : ['disabledAt = :disabledAt']),
    ...(requestsPerSecond === undefined ? [] : ['requestsPerSecond = :limit']),
  ];
  const removes = [
    ...gone.map((number) => `#use${number}`),
    ...(requestsPerSecond === undefined ? ['requestsPerSecond'] : []),
  ];
  return {
    update: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
    names: {
      '#name': 'name',
      '#scopes': 'scopes',
      ...Object.fromEntries(gone.map((number) => [`#use${number}`, secretUseName(number)])),
    },
    values: {
      ':name': after.name,
      ':scopes': after.scopes,
      ':credentials': after.credentials,
      ':rev': before.rev,
      ':next': before.rev + 1,
      ...(disabledAt !== undefined && { ':disabledAt': disabledAt }),
      ...(requestsPerSecond !== undefined && { ':limit': requestsPerSecond }),
    },
  };
}

// An attribute each and not a map: one that is absent can be set without a map to be there.
const secretUseName = (number: number): string => `usedAt${number}`;

function fromRow(row: Item): ApiClient {
  const uses = Object.entries(row).flatMap(([name, at]) => {
    const number = /^usedAt(\d+)$/.exec(name)?.[1];
    return number === undefined ? [] : [[number, at] as const];
  });
  return apiClientSchema.parse({ ...row, ...(uses.length > 0 && { secretUses: Object.fromEntries(uses) }) });
}

function toRow(client: ApiClient): Item {
  return {
    ...clientKey(client.clientId),
    kind: 'api-client',
    gsi1pk: clientPartition(client.tenant),
    gsi1sk: clientSortKey(client.createdAt, client.clientId),
    ...client,
  };
}
