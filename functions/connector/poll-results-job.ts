import { connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
import { createPollMarks, createResultStore } from '@sinau/connectors/dynamo';
import { pollResults } from '@sinau/connectors/results';
import { nodeDigest } from '@sinau/platform/crypto';
import * as z from 'zod';
import { openOurSide } from '../shared/our-side.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('poll-results'),
  connectionId: connectionIdSchema,
});

/** Asks a provider what learners have reached. */
export function pollResultsJob(parts: ConnectorParts) {
  const { connections, adapters, clock, stores, log } = parts;
  const deps = {
    ...{ adapters, clock, digest: nodeDigest },
    results: createResultStore({ ...stores, digest: nodeDigest }),
    ours: openOurSide(stores),
    marks: createPollMarks(stores),
  };
  return connectorJob({
    schema,
    run: async ({ connectionId }) => {
      const connection = await connections.find(connectionId);
      if (connection?.state !== 'active') return;
      log.info('results polled', { connectionId, ...(await pollResults(deps, connection)) });
    },
  });
}
