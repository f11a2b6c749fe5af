import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';

const runsPartition = (connectionId: string): string => composeKey('RECONCILE', connectionId);

/** Which run was begun last. */
export const headKey = (connectionId: string): Key => ({ pk: runsPartition(connectionId), sk: 'HEAD' });
export const runKey = (connectionId: string, runId: string): Key => ({
  pk: runsPartition(connectionId),
  sk: composeKey('RUN', runId),
});

/** Runs of a connection by their begin. */
export const historyPartition = (connectionId: string): string => composeKey('RECONCILE-RUNS', connectionId);
export const historySort = (startedAt: string, runId: string): string => composeKey(startedAt, runId);

export const mismatchesPartition = (connectionId: string): string => composeKey('MISMATCHES', connectionId);
export const mismatchPrefix = keyPrefix('MISMATCH');
export const mismatchKey = (connectionId: string, mismatchId: string): Key => ({
  pk: mismatchesPartition(connectionId),
  sk: composeKey('MISMATCH', mismatchId),
});

export const repairKey = (connectionId: string, orderId: string): Key => ({
  pk: composeKey('REPAIRS', connectionId),
  sk: composeKey('ORDER', orderId),
});

/** gsi1: orders of a connection by when they were given. */
export const repairsPartition = (connectionId: string): string => composeKey('REPAIRS', connectionId);
/** gsi2: those that wait, by when somebody has to look after them. */
export const waitingPartition = 'REPAIRS-WAITING';
