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
      let lacks: boolean | undefined;
      try {
        const adapter = await adapters.adapterOf(connection);
        const found = await adapter.test();
        const failed = found.find(({ state }) => state === 'failed');
        const missing = found.find(({ state }) => state === 'missing');
        lacks = missing !== undefined || (failed ? undefined : false);
        if (failed) throw new AdapterFailure(failed.reason ?? 'broken-answer', { passing: true });
        // Somebody over there has to open it: trying again before the next check helps nobody.
        if (missing) throw new AdapterFailure(missing.reason ?? 'function-missing', { passing: false });
      } finally {
        await noteTrouble(parts, connectionId, { lacks });
      }
    },
  });
}
