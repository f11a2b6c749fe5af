import { type ConnectionId, connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
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
  const { connections, packages, adapters, log, queue } = parts;
  const sync = createSyncParts(parts);
  const packageOf = async (connectionId: ConnectionId) =>
    (await packages.findSlot(connectionId))?.packages[0]?.packageId;
  return connectorJob({
    schema,
    run: async ({ connectionId, runId }) => {
      const read = await packageOf(connectionId);
      const run = await runSync(
        { ...sync, connections, adapters },
        { connectionId, ...(runId !== undefined && { runId }) },
      );
      const { state, counts, withdrawals } = run ?? {};
      log.info('catalogue read', { connectionId, state, withdrawals, ...counts });
      // Another package came while this one was read; its own message found the run under way.
      if (run && (await packageOf(connectionId)) !== read) await queue.send({ kind: 'sync', connectionId });
    },
    // Runs whose message or worker was lost.
    due: async () => {
      const overdue = await sync.sync.listOverdue(parts.clock.now().toISOString());
      return overdue.flatMap((one) => ('runId' in one ? [{ kind: 'sync' as const, ...one }] : []));
    },
  });
}
