import { composeKey, type Dynamo, type Key } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { LearnerName } from '../../results/learner-name.ts';
import type { LearnerNames } from '../../results/ports.ts';

const nameRow = z.object({ registration: z.string(), notedAt: z.string() });

const nameKey = ({ connectionId, externalCourseId, kind, value }: LearnerName): Key => ({
  pk: composeKey('RESULT-NAMES', connectionId, externalCourseId),
  sk: composeKey(kind.toUpperCase(), value),
});

/** One row a name. */
export function createLearnerNames(deps: { readonly dynamo: Dynamo; readonly table: string }): LearnerNames {
  const { dynamo, table } = deps;
  return {
    async find(name) {
      const row = await dynamo.get({ table, key: nameKey(name), consistent: true });
      return row && nameRow.parse(row).registration;
    },
    async note(name, { registration, at }) {
      const item = { ...nameKey(name), kind: 'result-name', registration, notedAt: at };
      // Older: a fact that is told late does not take a name back from a newer enrolment.
      const condition = { expression: 'attribute_not_exists(pk) OR notedAt <= :at', values: { ':at': at } };
      await dynamo.put({ table, item, condition });
    },
  };
}
