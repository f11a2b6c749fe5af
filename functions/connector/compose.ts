import { type JobQueue, jobMessageSchema } from '@sinau/connectors';
import type { Clock } from '@sinau/kernel';
import type { Log } from '@sinau/platform/log';
import { createConnectionParts } from '../shared/connection-parts.ts';
import type { Lrs } from '../shared/open-lrs.ts';
import type { Parts } from '../shared/parts.ts';
import type { ConnectorEnvironment } from './env.ts';
import { connectorJobs } from './jobs.ts';
import type { ConnectorDeps } from './worker.ts';

/** What jobs are made of, in AWS and on one machine alike. Stores of a kind of work are made in its own file. */
export function composeConnectorParts(given: {
  readonly parts: Parts;
  /** What repairs take over is recorded; opened when one does. */
  readonly lrs: () => Promise<Lrs>;
  readonly env: ConnectorEnvironment;
  readonly log: Log;
  /** @default the system's */
  readonly clock?: Clock;
}) {
  const { parts, lrs, env, log, clock } = given;
  const made = createConnectionParts(given);
  const seals = parts.queue(env.SEAL_QUEUE_URL, jobMessageSchema);
  const queue: JobQueue = {
    send: (message, options) => (message.kind === 'seal' ? seals : made.queue).send(message, options),
  };
  return {
    parts,
    lrs,
    env,
    ...{ ...made, queue },
    ...(clock && { clock }),
    random: Math.random,
    log,
  };
}
export type ConnectorParts = ReturnType<typeof composeConnectorParts>;

export function composeConnector(given: Parameters<typeof composeConnectorParts>[0]): ConnectorDeps {
  const parts = composeConnectorParts(given);
  return { ...parts, jobs: connectorJobs(parts) };
}
