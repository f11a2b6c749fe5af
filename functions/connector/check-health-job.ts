import {
  AdapterFailure,
  connectionIdSchema,
  jobMessageSchema,
  noteTrouble,
  removeWhenEmpty,
} from '@sinau/connectors';
import * as z from 'zod';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('check-health'),
  connectionId: connectionIdSchema,
});

/** Asks a provider whether it is there and lets us in, so that a fault is known before a learner meets it, and told. */
export function checkHealthJob(parts: ConnectorParts) {
  const { connections, adapters } = parts;
  return connectorJob({
    schema,
    run: async ({ connectionId }) => {
      const connection = await connections.find(connectionId);
      if (!connection || (await removeWhenEmpty(parts, connection))) return;
      try {
        const adapter = await adapters.adapterOf(connection);
        const failed = (await adapter.test()).find(({ state }) => state === 'failed');
        if (failed) throw new AdapterFailure(failed.reason ?? 'broken-answer', { passing: true });
      } finally {
        await noteTrouble(parts, connectionId);
      }
    },
  });
}
