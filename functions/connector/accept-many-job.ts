import { connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
import { finishDecision, isDecisionRefused, runBatch } from '@sinau/connectors/sync';
import * as z from 'zod';
import { createSyncParts } from '../shared/sync-parts.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('accept-many'),
  connectionId: connectionIdSchema,
  batchId: z.string().max(64).exactOptional(),
  /** One course, whose decision was not carried out whole. */
  externalId: z.string().max(255).exactOptional(),
});

/** Takes over many courses, a part of them a message; and ends single decisions that broke off. */
export function acceptManyJob(parts: ConnectorParts) {
  const sync = createSyncParts(parts);
  return connectorJob({
    schema,
    run: async ({ connectionId, batchId, externalId }) => {
      if (batchId !== undefined) {
        const outcome = await runBatch(sync, { connectionId, batchId });
        if (outcome === 'more') await sync.queueBatch({ connectionId, batchId });
      }
      if (externalId === undefined) return;
      const item = await sync.sync.findItem(connectionId, externalId);
      try {
        if (item) await finishDecision(sync, item);
      } catch (error) {
        // Somebody has edited what the decision was about: it waits again.
        if (!isDecisionRefused(error)) throw error;
      }
    },
    due: async () => {
      const overdue = await sync.sync.listOverdue(parts.clock.now().toISOString());
      return overdue.flatMap((one) => ('runId' in one ? [] : [{ kind: 'accept-many' as const, ...one }]));
    },
  });
}
