import type { AgencyId } from '@sinau/kernel';
import { type Item, type Key, queryAll } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { agencyIdSchema, providerIdSchema, unitIdSchema } from '../ids.ts';
import type { Unit } from '../organisation/organisation.ts';
import type { OrganisationStore, UnitTree } from '../organisation/ports.ts';
import {
  agencyKey,
  agencyPartition,
  providerKey,
  providerPartition,
  treeKey,
  unitKey,
  unitPartition,
} from './keys.ts';
import type { TableDeps } from './table.ts';

const agencyRow = z.object({
  agencyId: agencyIdSchema,
  name: z.string(),
  kind: z.enum(['central', 'regional']),
  createdAt: z.string(),
});

const providerRow = z.object({
  providerId: providerIdSchema,
  name: z.string(),
  kind: z.enum(['content-provider', 'university']),
  createdAt: z.string(),
});

const unitRow = z.object({
  unitId: unitIdSchema,
  agencyId: agencyIdSchema,
  name: z.string(),
  parentId: unitIdSchema.exactOptional(),
  province: z.string().exactOptional(),
  remote: z.literal(true).exactOptional(),
  createdAt: z.string(),
  validFrom: z.string().exactOptional(),
  validTo: z.string().exactOptional(),
  past: z
    .array(z.object({ until: z.string(), name: z.string(), parentId: unitIdSchema.exactOptional() }))
    .default([]),
});

/** One of before units had days began with its row. */
function readUnit(row: Item): Unit {
  const { validFrom, ...unit } = unitRow.parse(row);
  return { ...unit, validFrom: validFrom ?? unit.createdAt.slice(0, 10) };
}

export function createOrganisationStore(deps: TableDeps): OrganisationStore {
  const { dynamo, table } = deps;
  const get = (key: Key) => dynamo.get({ table, key, consistent: true });
  const list = (partition: string) => queryAll(deps, { partition, consistent: true });
  // Ids are random, so a repeated put can only write the same row again.
  const put = async (item: Item) => {
    await dynamo.put({ table, item });
  };

  async function readTree(agencyId: AgencyId): Promise<UnitTree> {
    const rows = await list(unitPartition(agencyId));
    const isTree = ({ sk }: Item) => sk === treeKey(agencyId).sk;
    return {
      units: rows.filter((row) => !isTree(row)).map(readUnit),
      rev: Number(rows.find(isTree)?.rev ?? 0),
    };
  }

  return {
    addAgency: (agency) => put({ ...agencyKey(agency.agencyId), ...agency }),
    addProvider: (provider) => put({ ...providerKey(provider.providerId), ...provider }),
    async findAgency(agencyId) {
      const row = await get(agencyKey(agencyId));
      return row && agencyRow.parse(row);
    },
    async findUnit(agencyId, unitId) {
      const row = await get(unitKey(agencyId, unitId));
      return row && readUnit(row);
    },
    async findProvider(providerId) {
      const row = await get(providerKey(providerId));
      return row && providerRow.parse(row);
    },
    async listAgencies() {
      return (await list(agencyPartition)).map((row) => agencyRow.parse(row));
    },
    listUnits: async (agencyId) => (await readTree(agencyId)).units,
    readTree,
    async putUnit(unit, seen) {
      const { outcome } = await dynamo.transactWrite([
        { kind: 'put', table, item: { ...unitKey(unit.agencyId, unit.unitId), ...unit } },
        {
          kind: 'put',
          table,
          item: { ...treeKey(unit.agencyId), rev: seen + 1 },
          // As it was read: closes the race of two moves that together make a circle.
          condition:
            seen === 0
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'rev = :seen', values: { ':seen': seen } },
        },
      ]);
      return outcome === 'done' ? 'stored' : 'stale';
    },
    async listProviders() {
      return (await list(providerPartition)).map((row) => providerRow.parse(row));
    },
  };
}
