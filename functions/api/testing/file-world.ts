import type { Connection } from '@sinau/connectors';
import { readPackageFile, readTable } from '@sinau/connectors/adapters';
import {
  memoryConnectionStore,
  memoryPackageStore,
  memoryTableStore,
  sampleConnection,
} from '@sinau/connectors/testing';
import type { Principal, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { clientOf, providerNamed } from './callers.ts';

/** The machine of a provider that sends files. */
export const sender = (providerId: string, ...scopes: readonly Scope[]): Principal =>
  clientOf(providerNamed(providerId), scopes);

/** A connection that takes files, a desk that reads them, and what follows from them by name. */
export async function fileWorld(kind: Connection['kind']) {
  const connections = memoryConnectionStore();
  const { moodle: _, sealedSecrets: __, ...bare } = sampleConnection();
  const connection: Connection = { ...bare, kind };
  await connections.create(connection);
  let principal = sender('provider-a', 'connections/read', 'connections/write');
  const [clock, ids, told] = [fixedClock(), countedIds(), [] as string[]];
  const app = createHttpApp({
    ...{ name: 'api', clock, ids, authenticate: async () => principal },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const followUp = {
    readCatalogue: async () => void told.push('catalogue'),
    takeResults: async () => void told.push('results'),
    compare: async () => void told.push('compare'),
  };
  const desk = {
    ...{ connections, clock, ids, digest: nodeDigest, followUp },
    ...{ tables: memoryTableStore(), files: { read: readTable } },
    ...{ packages: memoryPackageStore(), packageFiles: { read: readPackageFile } },
    packageFollowUp: followUp,
  };
  const as = (next: Principal) => {
    principal = next;
  };
  return { app, desk, told, as, base: `/api/connections/${connection.connectionId}` };
}
