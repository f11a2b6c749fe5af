import { absent, type Dynamo } from '@sinau/platform/dynamo';
import type { StandingStore } from '../ports.ts';
import { begunKey, standingKey } from './keys.ts';
import { begunRow, standingRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createStandingStore(door: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): StandingStore {
  const { dynamo, table } = door;
  return {
    async find(agencyId) {
      const row = await dynamo.get({ table, key: standingKey(agencyId), consistent: true });
      return row && standingRow.parse(row);
    },
    async save(standing, read) {
      const written = await dynamo.put({
        table,
        item: { ...standingKey(standing.agencyId), kind: 'performance-standing', ...standing },
        // As it was read: closes the race of two runs that count one agency.
        condition: read ? seenThen(read.seenAt) : absent,
      });
      return written.outcome === 'done' ? 'saved' : 'conflict';
    },
    async begunAt(agencyId) {
      const row = await dynamo.get({ table, key: begunKey(agencyId), consistent: true });
      return row && begunRow.parse(row).at;
    },
    async noteBegun(agencyId, at) {
      await dynamo.put({
        table,
        item: { ...begunKey(agencyId), kind: 'performance-standing-begun', agencyId, at },
      });
    },
  };
}

/** Rows of the first version say when it was by when they were counted. */
const seenThen = (at: string) => ({
  expression: '#seen = :at OR (attribute_not_exists(#seen) AND #counted = :at)',
  names: { '#seen': 'seenAt', '#counted': 'countedAt' },
  values: { ':at': at },
});
