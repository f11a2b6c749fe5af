import * as z from 'zod';
import type { Dynamo } from '../dynamo/dynamo.ts';
import { composeKey } from '../dynamo/keys.ts';
import type { RateCounter } from './rate-limit.ts';

const rowSchema = z.object({ admitted: z.int() });

/** A sum is of use while its window runs; the rest is for clocks that differ. */
const keptSeconds = 3600;

/**
 * Rows `RATE#<door and caller>#<window>` of the LMS table, one per window, so that no row is written for long; removed
 * by TTL. Followers of the stream leave them out by their sort key.
 */
export function createRateCounter(deps: { readonly dynamo: Dynamo; readonly table: string }): RateCounter {
  const { dynamo, table } = deps;
  return {
    async add({ key, windowStart, count }) {
      const seconds = Math.floor(windowStart.getTime() / 1000);
      const result = await dynamo.update({
        table,
        key: { pk: composeKey('RATE', key, String(seconds)), sk: 'RATE' },
        update: 'SET expiresAt = :expiresAt ADD admitted :count',
        values: { ':expiresAt': seconds + keptSeconds, ':count': count },
        returnNew: true,
      });
      return rowSchema.parse(result.outcome === 'done' ? result.attributes : undefined).admitted;
    },
  };
}
