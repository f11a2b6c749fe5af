import { type Dynamo, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import type { BandStore } from '../ports.ts';
import { bandsKey, bandsPartition } from './keys.ts';
import { bandsRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createBandStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): BandStore {
  return {
    async of(agencyId) {
      const rows = await queryAll(
        { dynamo, table },
        { partition: bandsPartition(agencyId), consistent: true },
      );
      return rows.map((row) => bandsRow.parse(row));
    },
    async save(next) {
      const item = { ...bandsKey(next.agencyId, next.use), kind: 'match-bands', ...next, rev: next.rev + 1 };
      // As it was read: closes the race of two who set bands for one use.
      const { outcome } = await dynamo.put({ table, item, condition: unchangedSince(next.rev) });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
  };
}
