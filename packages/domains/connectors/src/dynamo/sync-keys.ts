import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { ConnectionId } from '../connection.ts';
import type { BatchResult, SyncBatch } from '../sync/batch.ts';
import type { ItemList, SyncItem } from '../sync/sync-item.ts';

/** What is known of the synchronisation of a connection, and its runs. */
export const syncPartition = (connectionId: ConnectionId): string => composeKey('SYNC', connectionId);
export const headKey = (connectionId: ConnectionId): Key => ({ pk: syncPartition(connectionId), sk: 'HEAD' });
export const runPrefix = keyPrefix('RUN');
export const runKey = (connectionId: ConnectionId, runId: string): Key => ({
  pk: syncPartition(connectionId),
  sk: composeKey('RUN', runId),
});

/** Beside the runs: which batches there are, by when they began. */
export const batchNamePrefix = keyPrefix('BATCH');
export const batchNameKey = ({
  connectionId,
  batchId,
  createdAt,
}: Pick<SyncBatch, 'connectionId' | 'batchId' | 'createdAt'>): Key => ({
  pk: syncPartition(connectionId),
  sk: composeKey('BATCH', createdAt, batchId),
});

/** Every item of a connection. */
export const itemsPartition = (connectionId: ConnectionId): string => composeKey('SYNC-ITEMS', connectionId);
export const itemPrefix = keyPrefix('ITEM');
export const itemKey = (connectionId: ConnectionId, externalId: string): Key => ({
  pk: itemsPartition(connectionId),
  sk: composeKey('ITEM', externalId),
});

/** gsi1: items by what they wait for, and by title in it. */
export const listPartition = (connectionId: ConnectionId, list: ItemList): string =>
  composeKey('SYNC-ITEMS', connectionId, list);
export const listSort = ({ content, externalId }: Pick<SyncItem, 'content' | 'externalId'>): string =>
  composeKey(content.title.toLowerCase().slice(0, 80), externalId);

/** Decisions on one item, by its `rev`. */
export const auditPartition = (connectionId: ConnectionId, externalId: string): string =>
  composeKey('SYNC-AUDIT', connectionId, externalId);
export const auditKey = (connectionId: ConnectionId, externalId: string, rev: number): Key => ({
  pk: auditPartition(connectionId, externalId),
  sk: composeKey('AUDIT', String(rev).padStart(8, '0')),
});

/** A batch and its results. */
export const batchPartition = (connectionId: ConnectionId, batchId: string): string =>
  composeKey('SYNC-BATCH', connectionId, batchId);
export const batchKey = (connectionId: ConnectionId, batchId: string): Key => ({
  pk: batchPartition(connectionId, batchId),
  sk: 'BATCH',
});
/** Results of courses that were not accepted come before those that were. */
const resultKinds = { refused: 'REFUSED', accepted: 'RESULT' } as const;
export const everyResultPrefix = 'RE';
export const refusedPrefix = keyPrefix(resultKinds.refused);
export const resultKey = (
  { connectionId, batchId }: { readonly connectionId: ConnectionId; readonly batchId: string },
  { externalId, outcome }: Pick<BatchResult, 'externalId' | 'outcome'>,
): Key => ({
  pk: batchPartition(connectionId, batchId),
  sk: composeKey(outcome === 'accepted' ? resultKinds.accepted : resultKinds.refused, externalId),
});

/** gsi2: runs, batches and decisions under way, by when somebody has to look after them. */
export const openPartition = 'SYNC-OPEN';
export const openSort = (dueAt: string, ...parts: readonly string[]): string => composeKey(dueAt, ...parts);
