import { connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
import { createResultStore } from '@sinau/connectors/dynamo';
import { takePackageResults } from '@sinau/connectors/packages';
import { nodeDigest } from '@sinau/platform/crypto';
import * as z from 'zod';
import { compareAfter } from './compare-after.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('take-package'),
  connectionId: connectionIdSchema,
  packageId: z.string(),
  from: z.int().nonnegative(),
});

/** So many scores a message: well within the time that one may take, and a break loses little. */
const atMost = 500;

/** Takes scores of a package into the inbox, some a message. */
export function takePackageJob(parts: ConnectorParts) {
  const { connections, packages, stores, clock, queue } = parts;
  const results = createResultStore({ ...stores, digest: nodeDigest });
  const deps = { connections, packages, results, clock, digest: nodeDigest };
  return connectorJob({
    schema,
    run: async (message) => {
      const from = await takePackageResults(deps, { ...message, atMost });
      if (from !== undefined) await queue.send({ ...message, from });
      else await compareAfter(parts, message);
    },
  });
}
