import { jobMessageSchema } from '@sinau/connectors';
import { createConnectionStore } from '@sinau/connectors/dynamo';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { createAdapters, createProviderOutbound } from '../shared/adapters.ts';
import type { Parts } from '../shared/parts.ts';
import type { ConnectorEnvironment } from './env.ts';
import { connectorJobs } from './jobs.ts';
import type { ConnectorDeps } from './worker.ts';

/** What jobs are made of, in AWS and on one machine alike. Stores of a kind of work are made in its own file. */
export function composeConnectorParts(given: {
  readonly parts: Parts;
  readonly env: ConnectorEnvironment;
  readonly log: Log;
}) {
  const { parts, env, log } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const outbound = createProviderOutbound(env);
  return {
    parts,
    env,
    stores,
    connections: createConnectionStore(stores),
    adapters: createAdapters({ sealer: parts.sealer(env.PUSH_KEY_ID), outbound }),
    outbound,
    queue: parts.queue(env.CONNECTOR_QUEUE_URL, jobMessageSchema),
    clock: systemClock,
    ids: systemIds,
    random: Math.random,
    log,
  };
}
export type ConnectorParts = ReturnType<typeof composeConnectorParts>;

export function composeConnector(given: Parameters<typeof composeConnectorParts>[0]): ConnectorDeps {
  const parts = composeConnectorParts(given);
  return { ...parts, jobs: connectorJobs(parts) };
}
