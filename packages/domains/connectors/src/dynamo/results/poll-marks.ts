import type { Dynamo } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { PollMarks } from '../../results/ports.ts';
import { pollKey } from './keys.ts';

const marksRow = z.object({ hashes: z.record(z.string(), z.string()) });

/** One row a sixteenth of a course; two who poll at once write the same. */
export function createPollMarks(deps: { readonly dynamo: Dynamo; readonly table: string }): PollMarks {
  const { dynamo, table } = deps;
  return {
    async read(place) {
      const row = await dynamo.get({ table, key: pollKey(place), consistent: true });
      return row ? marksRow.parse(row).hashes : {};
    },
    async save(place, hashes) {
      await dynamo.put({ table, item: { ...pollKey(place), kind: 'result-poll', hashes } });
    },
  };
}
