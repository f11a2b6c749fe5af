import type { PersonId } from '@sinau/kernel';
import { composeKey, type Dynamo, type Key, keyPrefix, queryAll } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { lookOutcomes, type OfficialStore, officialRowSchema, rankOf } from '../official.ts';

const partitionOf = (personId: PersonId): string => composeKey('INDEX-OFFICIAL', personId);
const yearKey = (personId: PersonId, year: number): Key => ({
  pk: partitionOf(personId),
  sk: composeKey('YEAR', String(year)),
});
const lookKey = (personId: PersonId): Key => ({ pk: partitionOf(personId), sk: 'LOOK' });

const lookRow = z.object({
  personId: z.custom<PersonId>((value) => typeof value === 'string'),
  look: z.object({ at: z.string(), outcome: z.enum(lookOutcomes) }).exactOptional(),
  askedAt: z.string().exactOptional(),
});

/** `table`: name of the LMS table. */
export function createOfficialStore(door: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): OfficialStore {
  const { dynamo, table } = door;
  const partition = (personId: PersonId, prefix?: string) =>
    queryAll(door, {
      ...{ partition: partitionOf(personId), consistent: true },
      ...(prefix !== undefined && { sort: { prefix } }),
    });
  return {
    yearsOf: async (personId) =>
      (await partition(personId, keyPrefix('YEAR')))
        .map((row) => officialRowSchema.parse(row))
        .toSorted((a, b) => b.year - a.year),
    async save(index) {
      const rank = rankOf(index);
      const item = { ...yearKey(index.personId, index.year), kind: 'official-index', ...index, rank };
      // Absent or older: closes the race of two readers, and of answers that come late.
      const condition = {
        expression: 'attribute_not_exists(pk) OR #rank < :rank',
        names: { '#rank': 'rank' },
        values: { ':rank': rank },
      };
      return (await dynamo.put({ table, item, condition })).outcome === 'done' ? 'saved' : 'older';
    },
    async lookOf(personId) {
      const row = await dynamo.get({ table, key: lookKey(personId), consistent: true });
      return row && lookRow.parse(row);
    },
    async noteLook(personId, look) {
      await dynamo.update({
        ...{ table, key: lookKey(personId) },
        update: 'SET personId = :person, kind = :kind, look = :look, lookAt = :at',
        values: { ':person': personId, ':kind': 'official-look', ':look': look, ':at': look.at },
        // Of two readers the later look stays.
        condition: 'attribute_not_exists(lookAt) OR lookAt <= :at',
      });
    },
    async noteAsked(personId, { at, notBefore }) {
      const { outcome } = await dynamo.update({
        ...{ table, key: lookKey(personId) },
        update: 'SET personId = :person, kind = :kind, askedAt = :at',
        values: { ':person': personId, ':kind': 'official-look', ':at': at, ':before': notBefore },
        // Two tabs ask once.
        condition: 'attribute_not_exists(askedAt) OR askedAt <= :before',
      });
      return outcome === 'done' ? 'noted' : 'too-soon';
    },
    async forget(personId) {
      const rows = await partition(personId);
      for (const { pk, sk } of rows) await dynamo.delete({ table, key: { pk, sk } });
      return rows.length;
    },
  };
}
