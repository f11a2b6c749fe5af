import type { Dynamo } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { LearnerNames } from '../../results/ports.ts';
import { nameKey, ownNameKey, ownNamesPrefix, placesPartition } from './keys.ts';

const nameRow = z.object({ registration: z.string(), notedAt: z.string() });
const ownRow = z.object({
  connectionId: z.string(),
  externalCourseId: z.string(),
  nameKind: z.enum(['learner', 'subject']),
  value: z.string(),
  /** Absent: noted before it was written down. */
  notedAt: z.string().default(''),
});

/** Two rows a name, so that either is found by the other. */
export function createLearnerNames(deps: { readonly dynamo: Dynamo; readonly table: string }): LearnerNames {
  const { dynamo, table } = deps;
  return {
    async find(name) {
      const row = await dynamo.get({ table, key: nameKey(name), consistent: true });
      return row && nameRow.parse(row).registration;
    },
    async knownAmong(names) {
      const keys = names.map(nameKey);
      const rows = await dynamo.batchGet({ table, keys, consistent: true });
      const known = new Set(rows.map(({ pk, sk }) => JSON.stringify([pk, sk])));
      return names.filter((_, n) => known.has(JSON.stringify([keys[n]?.pk, keys[n]?.sk])));
    },
    async note(name, { registration, at }) {
      const { kind: nameKind, ...rest } = name;
      const item = { ...nameKey(name), kind: 'result-name', registration, notedAt: at };
      const own = {
        ...ownNameKey(registration, name),
        kind: 'result-own-name',
        nameKind,
        ...rest,
        notedAt: at,
      };
      // Older: a fact that is told late does not take a name back from a newer enrolment.
      const condition = { expression: 'attribute_not_exists(pk) OR notedAt <= :at', values: { ':at': at } };
      await dynamo.transactWrite([
        { kind: 'put', table, item, condition },
        { kind: 'put', table, item: own },
      ]);
    },
    async of(registration) {
      const partition = placesPartition(registration);
      const sort = { prefix: ownNamesPrefix };
      // A person has a few names: one page.
      const { items } = await dynamo.query({ table, partition, sort, consistent: true });
      const names = items.map((item) => ownRow.parse(item));
      return names
        .toSorted((a, b) => (a.notedAt < b.notedAt ? -1 : 1))
        .map(({ nameKind: kind, notedAt: _, ...name }) => ({ kind, ...name }));
    },
  };
}
