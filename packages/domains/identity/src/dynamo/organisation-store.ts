import type { Item, Key } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { agencyIdSchema, providerIdSchema, unitIdSchema } from '../ids.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import {
  agencyKey,
  agencyPartition,
  providerKey,
  providerPartition,
  unitKey,
  unitPartition,
} from './keys.ts';
import { queryAll, type TableDeps } from './table.ts';

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
  createdAt: z.string(),
});

export function createOrganisationStore(deps: TableDeps): OrganisationStore {
  const { dynamo, table } = deps;
  const get = (key: Key) => dynamo.get({ table, key, consistent: true });
  const list = (partition: string) => queryAll(deps, { partition, consistent: true });
  // Ids are random, so a repeated put can only write the same row again.
  const put = async (item: Item) => {
    await dynamo.put({ table, item });
  };

  return {
    addAgency: (agency) => put({ ...agencyKey(agency.agencyId), ...agency }),
    addUnit: (unit) => put({ ...unitKey(unit.agencyId, unit.unitId), ...unit }),
    addProvider: (provider) => put({ ...providerKey(provider.providerId), ...provider }),
    async findAgency(agencyId) {
      const row = await get(agencyKey(agencyId));
      return row && agencyRow.parse(row);
    },
    async findUnit(agencyId, unitId) {
      const row = await get(unitKey(agencyId, unitId));
      return row && unitRow.parse(row);
    },
    async findProvider(providerId) {
      const row = await get(providerKey(providerId));
      return row && providerRow.parse(row);
    },
    async listAgencies() {
      return (await list(agencyPartition)).map((row) => agencyRow.parse(row));
    },
    async listUnits(agencyId) {
      return (await list(unitPartition(agencyId))).map((row) => unitRow.parse(row));
    },
    async listProviders() {
      return (await list(providerPartition)).map((row) => providerRow.parse(row));
    },
  };
}
