import { composeKey } from '@sinau/platform/dynamo';
import { type HoldStore, legalHoldSchema } from '../legal-hold.ts';
import type { AuditedOptions } from './audit-log.ts';
import { holdKey, holdsPartition } from './keys.ts';
import { asRead, saveNoted } from './save-noted.ts';

/** Few: one row a hold, beside the others of its person. */
export function createHoldStore(options: AuditedOptions): HoldStore {
  const { dynamo, table } = options;
  return {
    save: (hold, entry) =>
      saveNoted(options, {
        item: {
          ...holdKey(hold),
          ...{ gsi1pk: holdsPartition, gsi1sk: composeKey(hold.placedAt, hold.holdId) },
          ...{ ...hold, rev: hold.rev + 1 },
        },
        ...{ condition: asRead(hold.rev), entry },
      }),
    async find(key) {
      const row = await dynamo.get({ table, key: holdKey(key), consistent: true });
      return row && legalHoldSchema.parse(row);
    },
    async listOf(personId) {
      const { pk } = holdKey({ personId, holdId: '' as never });
      const page = await dynamo.query({ table, partition: pk, consistent: true });
      return page.items.map((row) => legalHoldSchema.parse(row));
    },
    async list(limit) {
      const page = await dynamo.query({
        ...{ table, index: 'gsi1', partition: holdsPartition, descending: true, limit },
      });
      return page.items.map((row) => legalHoldSchema.parse(row));
    },
  };
}
