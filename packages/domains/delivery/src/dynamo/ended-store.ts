import type { Dynamo } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { EndedStore } from '../close-ended.ts';
import { endedKey, endedPartition } from './keys.ts';

const endedRow = z.object({ registration: z.string() });

/** One row a registration that is still to be closed; few at any time, so they share a partition. */
export function createEndedStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): EndedStore {
  const { dynamo, table } = deps;
  return {
    async note(registration) {
      await dynamo.put({ table, item: { ...endedKey(registration), kind: 'ended', registration } });
    },
    async list(limit) {
      const { items } = await dynamo.query({ table, partition: endedPartition, limit, consistent: true });
      return items.map((row) => endedRow.parse(row).registration);
    },
    async forget(registration) {
      await dynamo.delete({ table, key: endedKey(registration) });
    },
  };
}
