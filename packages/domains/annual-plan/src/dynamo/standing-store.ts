import type { Dynamo } from '@sinau/platform/dynamo';
import type { StandingStore } from '../ports.ts';
import { standingKey } from './keys.ts';
import { standingRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createStandingStore(door: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): StandingStore {
  const { dynamo, table } = door;
  return {
    async find(agencyId) {
      const row = await dynamo.get({ table, key: standingKey(agencyId) });
      return row && standingRow.parse(row);
    },
    async save(standing) {
      await dynamo.put({
        table,
        item: { ...standingKey(standing.agencyId), kind: 'performance-standing', ...standing },
      });
    },
  };
}
