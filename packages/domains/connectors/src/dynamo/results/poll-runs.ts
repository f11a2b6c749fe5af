import type { Dynamo } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { adapterFailureReasons } from '../../ports.ts';
import type { PollRunStore } from '../../results/ports.ts';
import { pollRunKey } from './keys.ts';

const runRow = z.object({
  ...{ connectionId: z.string(), runId: z.string(), startedAt: z.string() },
  startedBy: z.string().exactOptional(),
  state: z.enum(['running', 'done', 'failed']),
  reason: z.enum(adapterFailureReasons).exactOptional(),
  cursor: z
    .object({
      after: z.string().exactOptional(),
      within: z
        .object({ externalCourseId: z.string(), bucket: z.string(), learner: z.string() })
        .exactOptional(),
    })
    .exactOptional(),
  ...{ courses: z.number(), learners: z.number(), taken: z.number(), refused: z.number() },
  updatedAt: z.string(),
  endedAt: z.string().exactOptional(),
  rev: z.number(),
});

/** One row a connection. */
export function createPollRunStore(deps: { readonly dynamo: Dynamo; readonly table: string }): PollRunStore {
  const { dynamo, table } = deps;
  return {
    async last(connectionId) {
      const row = await dynamo.get({ table, key: pollRunKey(connectionId), consistent: true });
      return row && runRow.parse(row);
    },
    async write(run, seenRev) {
      const result = await dynamo.put({
        ...{ table, item: { ...pollRunKey(run.connectionId), kind: 'result-poll-run', ...run } },
        // Unmoved: two who begin at once, two deliveries of one message; the slower one stops.
        condition:
          seenRev === undefined
            ? { expression: 'attribute_not_exists(pk)' }
            : { expression: 'rev = :rev', values: { ':rev': seenRev } },
      });
      return result.outcome === 'done' ? 'written' : 'lost';
    },
  };
}
