import type { PersonId } from '@sinau/kernel';
import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { ConnectionId } from '../../connection.ts';
import type { ProviderEnrolmentGroup } from '../../enrolments/ports.ts';

export const providerEnrolmentKey = (registration: string): Key => ({
  pk: composeKey('PROVIDER-ENROLMENT', registration),
  sk: 'PROVIDER-ENROLMENT',
});

/** The one place of a person in a course of a provider; names the registration that has it. */
export const placeKey = (personId: PersonId, courseId: string): Key => ({
  pk: composeKey('PROVIDER-PLACE', personId),
  sk: composeKey('PLACE', courseId),
});

/** Beside the connection, and gone with it. */
export const settingsKey = (connectionId: ConnectionId): Key => ({
  pk: composeKey('CONNECTION', connectionId),
  sk: 'ENROLMENT-SETTINGS',
});

/** Whose account at a connection a person has, as somebody has confirmed. */
export const accountKey = (connectionId: ConnectionId, personId: PersonId): Key => ({
  pk: composeKey('PROVIDER-ACCOUNT', connectionId, personId),
  sk: 'ACCOUNT',
});

/** The one person who has an account; sites take names that differ by case alone for the same. */
export const accountHolderKey = (connectionId: ConnectionId, account: string): Key => ({
  pk: composeKey('PROVIDER-ACCOUNT-HOLDER', connectionId, account.toLowerCase()),
  sk: 'HOLDER',
});

/** Many become due at once when a provider was away; parts keep one key from taking it all. */
export const dueShards = 4;
export const dueShardOf = (registration: string): number =>
  Number.parseInt(registration.slice(0, 2), 16) % dueShards;

/** gsi1: what is to be done, by when. */
export const duePartition = (shard: number): string => composeKey('PROVIDER-ENROLMENTS-DUE', String(shard));

/** gsi2: those of one connection in one group, by when they began. */
export const groupPartition = (connectionId: ConnectionId, group: ProviderEnrolmentGroup): string =>
  composeKey('PROVIDER-ENROLMENTS', connectionId, group);
