import { setTimeout as waitFor } from 'node:timers/promises';
import { jobMessageSchema, type OpenEnrolments, type StartToolPort, withHealthOf } from '@sinau/connectors';
import { createAddressCheck } from '@sinau/connectors/adapters';
import {
  createConnectionStore,
  createHealthStore,
  createLetterStore,
  createPackageStore,
  createProviderEnrolmentStore,
  createTableStore,
} from '@sinau/connectors/dynamo';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { createAdapters, createProviderOutbound } from './adapters.ts';
import { ltiAddresses } from './lti-addresses.ts';
import type { Parts } from './parts.ts';

/** What pages, the API and the worker of connections share, in AWS and on one machine alike. */
export function createConnectionParts(given: {
  readonly parts: Parts;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly PUSH_KEY_ID: string;
    readonly PUSH_ALLOW_LOOPBACK: boolean;
    readonly CONNECTOR_QUEUE_URL: string;
    readonly PORTAL_ORIGIN: string;
  };
}) {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const outbound = createProviderOutbound(env);
  const health = createHealthStore(stores);
  const noting = { health, clock: systemClock, random: Math.random };
  const box = parts.sealer(env.PUSH_KEY_ID);
  const providerEnrolments = createProviderEnrolmentStore(stores);
  const openEnrolments: OpenEnrolments = {
    async count(connectionId) {
      const { countLearning } = await import('./count-learning.ts');
      const sides = [providerEnrolments.countOpen(connectionId), countLearning(stores, connectionId)];
      return Math.max(...(await Promise.all(sides)));
    },
  };
  const ltiIssuer = ltiAddresses(env.PORTAL_ORIGIN).issuer;
  const [tables, packages] = [createTableStore(stores), createPackageStore(stores)];
  return {
    stores,
    outbound,
    box,
    openEnrolments,
    providerEnrolments,
    queue: parts.queue(env.CONNECTOR_QUEUE_URL, jobMessageSchema),
    connections: createConnectionStore(stores),
    health,
    letters: createLetterStore(stores),
    tables,
    packages,
    adapters: withHealthOf(createAdapters({ sealer: box, outbound, tables, packages, ltiIssuer }), noting),
    addresses: createAddressCheck({ outbound }),
    startTools: startToolsOf(given),
    clock: systemClock,
    ids: systemIds,
    wait: (ms: number) => waitFor(ms, undefined, { ref: false }),
  };
}
/** Loaded when a connection names a tool. */
function startToolsOf(given: Parameters<typeof createConnectionParts>[0]): StartToolPort {
  return {
    async mayStart(providerId, { clientId, deploymentId }) {
      const { createToolPort } = await import('./tool-port.ts');
      return createToolPort(given).mayPlace(providerId, { clientId, deploymentId, custom: {} });
    },
  };
}

export type ConnectionParts = ReturnType<typeof createConnectionParts>;
/** What people and machines do with connections. */
export type ConnectionDesk = Omit<ConnectionParts, 'stores' | 'outbound' | 'tables' | 'packages'>;
