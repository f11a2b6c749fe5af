import { connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
import { runSync } from '@sinau/connectors/sync';
import * as z from 'zod';
import { createSyncParts } from '../shared/sync-parts.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('sync'),
  connectionId: connectionIdSchema,
  /** Absent: by the schedule. */
  runId: z.string().max(64).exactOptional(),
});

/** Reads the catalogue of a provider and stages what is other than before. */
export function syncJob(parts: ConnectorParts) {
  const { connections, adapters, log } = parts;
  const sync = createSyncParts(parts);
  return connectorJob({
    schema,
    run: async ({ connectionId, runId }) => {
      const run = await runSync(
        { ...sync, connections, adapters },
        { connectionId, ...(runId !== undefined && { runId }) },
      );
      const { state, counts, withdrawals } = run ?? {};
      log.info('catalogue read', { connectionId, state, withdrawals, ...counts });
    },
    // Runs whose message or worker was lost.
    due: async () => {
      const overdue = await sync.sync.listOverdue(parts.clock.now().toISOString());
      return overdue.flatMap((one) => ('runId' in one ? [{ kind: 'sync' as const, ...one }] : []));
    },
  });
}
