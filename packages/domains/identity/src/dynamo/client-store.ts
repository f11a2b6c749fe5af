import type { Item } from '@sinau/platform/dynamo';
import { type ApiClient, apiClientSchema } from '../client/api-client.ts';
import type { ClientStore } from '../client/ports.ts';
import { clientKey, clientPartition, clientSortKey } from './keys.ts';
import { queryAll, type TableDeps } from './table.ts';

export function createClientStore(deps: TableDeps): ClientStore {
  const { dynamo, table } = deps;
  return {
    async add(client) {
      await dynamo.put({ table, item: toRow(client) });
    },
    async find(clientId) {
      const row = await dynamo.get({ table, key: clientKey(clientId), consistent: true });
      return row && apiClientSchema.parse(row);
    },
    async replace(before, after) {
      const disabled = after.disabledAt === undefined ? '' : ', disabledAt = :disabledAt';
      const result = await dynamo.update({
        table,
        key: clientKey(before.clientId),
        // Property by property: `lastUsedAt` belongs to `noteUse` and must not be put back.
        update: `SET #name = :name, #scopes = :scopes, credentials = :credentials, rev = :next${disabled}`,
        // Same rev: closes the race of two changes that read the same version.
        condition: 'rev = :rev',
        names: { '#name': 'name', '#scopes': 'scopes' },
        values: {
          ':name': after.name,
          ':scopes': after.scopes,
          ':credentials': after.credentials,
          ':rev': before.rev,
          ':next': before.rev + 1,
          ...(after.disabledAt !== undefined && { ':disabledAt': after.disabledAt }),
        },
      });
      return result.outcome === 'done' ? 'stored' : 'stale';
    },
    async listByTenant(tenant) {
      const rows = await queryAll(deps, { index: 'gsi1', partition: clientPartition(tenant) });
      return rows.map((row) => apiClientSchema.parse(row));
    },
    async noteUse(clientId, at) {
      await dynamo.update({
        table,
        key: clientKey(clientId),
        update: 'SET lastUsedAt = :at',
        // Present: never invents a client · older: two functions that note at once end at the later time.
        condition: 'attribute_exists(pk) AND (attribute_not_exists(lastUsedAt) OR lastUsedAt < :at)',
        values: { ':at': at },
      });
    },
  };
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
