import type { PersonId } from '@sinau/kernel';
import { composeKey, type Dynamo, type Key, unchangedSince } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { ownFactsSchema } from '../facts.ts';
import type { FactsStore } from '../ports.ts';

const factsKey = (personId: PersonId): Key => ({ pk: composeKey('INDEX-FACTS', personId), sk: 'FACTS' });

const factsRow = z.object({
  personId: z.custom<PersonId>((value) => typeof value === 'string'),
  facts: ownFactsSchema,
  ...{ changedAt: z.string(), rev: z.number() },
});

/** `table`: name of the LMS table. */
export function createFactsStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): FactsStore {
  return {
    async find(personId) {
      const row = await dynamo.get({ table, key: factsKey(personId), consistent: true });
      return row && factsRow.parse(row);
    },
    async save(next) {
      const item = { ...factsKey(next.personId), kind: 'index-facts', ...next, rev: next.rev + 1 };
      // As it was read, or absent: closes the race of two tabs.
      const condition = unchangedSince(next.rev);
      const result = await dynamo.put({ table, item, condition });
      return result.outcome === 'done' ? 'saved' : 'conflict';
    },
    async forget(personId) {
      const key = factsKey(personId);
      const found = await dynamo.get({ table, key, consistent: true });
      if (found) await dynamo.delete({ table, key });
      return found !== undefined;
    },
  };
}
