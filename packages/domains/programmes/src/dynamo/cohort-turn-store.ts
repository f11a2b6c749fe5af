import { absent, composeKey, type Dynamo, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { CohortTurn, TurnKind, TurnStore } from '../cohorts/ports.ts';
import { cohortTeamTurnKey, cohortTurnKey, cohortTurnsPartition } from './keys.ts';

const turnRow = z.object({ id: z.string(), at: z.string() });

const keyOf = (kind: TurnKind, id: string) => (kind === 'cohort' ? cohortTurnKey(id) : cohortTeamTurnKey(id));

export const toTurnRow = (kind: TurnKind, { id, at }: CohortTurn): Item => ({
  ...{ ...keyOf(kind, id), kind: `cohort-turn-${kind}`, id, at },
  ...{ gsi1pk: cohortTurnsPartition(kind), gsi1sk: composeKey(at, id) },
});

/** `table`: name of the LMS table. */
export function createCohortTurnStore(door: { readonly dynamo: Dynamo; readonly table: string }): TurnStore {
  const { dynamo, table } = door;
  return {
    async listDue(kind, until, limit) {
      const sort = { between: ['0', `${until}~`] } as const;
      const partition = cohortTurnsPartition(kind);
      const { items } = await dynamo.query({ table, index: 'gsi1', partition, sort, limit });
      return items.map((row) => turnRow.parse(row));
    },
    async add(kind, turn) {
      await dynamo.put({ table, item: toTurnRow(kind, turn), condition: absent });
    },
    async move(kind, { id, at }, next) {
      // As it was read: closes the race of two rounds, and of whoever has given the cohort other days.
      const condition = { expression: '#at = :at', names: { '#at': 'at' }, values: { ':at': at } };
      if (next === undefined) await dynamo.delete({ table, key: keyOf(kind, id), condition });
      else await dynamo.put({ table, item: toTurnRow(kind, { id, at: next }), condition });
    },
  };
}
