import { jobMessageSchema } from '@sinau/connectors';
import type { PackageFilePort, PackageFollowUp } from '@sinau/connectors/packages';
import type { TableFilePort, TableFollowUp } from '@sinau/connectors/tables';
import { nodeDigest } from '@sinau/platform/crypto';
import { createConnectionParts } from './connection-parts.ts';
import type { Parts } from './parts.ts';

/** So long after it was told of a table the worker begins: by then it is confirmed, or it never will be. */
const confirmedSeconds = 5;

/** What people and machines do with tables and packages of connections. */
export function createTableParts(given: {
  readonly parts: Parts;
  readonly env: Parameters<typeof createConnectionParts>[0]['env'] & { readonly CONNECTOR_QUEUE_URL: string };
}) {
  const { parts, env } = given;
  const { connections, tables, packages, clock, ids } = createConnectionParts(given);
  const queue = parts.queue(env.CONNECTOR_QUEUE_URL, jobMessageSchema);
  // Few requests are files.
  const files: TableFilePort = {
    read: async (bytes, name) => (await import('@sinau/connectors/adapters')).readTable(bytes, name),
  };
  const followUp: TableFollowUp = {
    readCatalogue: ({ connectionId }) => queue.send({ kind: 'sync', connectionId }),
    takeResults: ({ connectionId }, { tableId, mapping, confirmedAt }) =>
      queue.send(
        { kind: 'take-table', connectionId, tableId, mapping, confirmedAt, from: 0 },
        { delaySeconds: confirmedSeconds },
      ),
    compare: ({ connectionId }) =>
      queue.send({ kind: 'reconcile', connectionId, freshAt: clock.now().toISOString() }),
  };
  const packageFiles: PackageFilePort = {
    read: async (bytes) => (await import('@sinau/connectors/adapters')).readPackageFile(bytes),
  };
  const packageFollowUp: PackageFollowUp = {
    readCatalogue: followUp.readCatalogue,
    takeResults: ({ connectionId }, { packageId }) =>
      queue.send({ kind: 'take-package', connectionId, packageId, from: 0 }),
    compare: followUp.compare,
  };
  return {
    ...{ connections, tables, files, followUp, clock, ids },
    ...{ packages, packageFiles, packageFollowUp, digest: nodeDigest },
  };
}
export type TableDesk = ReturnType<typeof createTableParts>;
