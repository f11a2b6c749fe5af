import type { ProviderId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { ConnectionId } from '../connection.ts';

/** A connection and what lies beside it: health, dead letters. */
export const connectionPartition = (connectionId: ConnectionId): string =>
  composeKey('CONNECTION', connectionId);
export const connectionKey = (connectionId: ConnectionId): Key => ({
  pk: connectionPartition(connectionId),
  sk: 'CONNECTION',
});

/** Which connections a provider has, in the order in which they were made. */
export const ofProviderPartition = (providerId: ProviderId): string => composeKey('CONNECTIONS', providerId);
export const ofProviderPrefix = keyPrefix('CONNECTION');
export const ofProviderKey = (providerId: ProviderId, connectionId: ConnectionId): Key => ({
  pk: ofProviderPartition(providerId),
  sk: composeKey('CONNECTION', connectionId),
});

/** gsi1: active connections by when their next work is due. One partition: they are some hundreds. */
export const duePartition = 'CONNECTION-DUE';
export const dueSort = (dueAt: string, connectionId: ConnectionId): string => composeKey(dueAt, connectionId);

/** gsi2: all connections, for operators. */
export const everyPartition = 'CONNECTIONS';
export const everySort = (providerId: ProviderId, connectionId: ConnectionId): string =>
  composeKey(providerId, connectionId);

/** How a connection is. */
export const healthKey = (connectionId: ConnectionId): Key => ({
  pk: connectionPartition(connectionId),
  sk: 'HEALTH',
});

/** Calls of one day. */
export const daySort = (day: string): string => composeKey('DAY', day);
export const dayKey = (connectionId: ConnectionId, day: string): Key => ({
  pk: connectionPartition(connectionId),
  sk: daySort(day),
});

/** Work that failed for good. */
export const lettersPrefix = keyPrefix('LETTER');
export const letterSort = (letterId: string): string => composeKey('LETTER', letterId);
export const letterKey = (connectionId: ConnectionId, letterId: string): Key => ({
  pk: connectionPartition(connectionId),
  sk: letterSort(letterId),
});
