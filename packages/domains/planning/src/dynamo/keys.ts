import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';

/** The plan of a person and when they learned. */
export const planPartition = (personId: string): string => composeKey('PLAN', personId);

export const planKey = (personId: string): Key => ({ pk: planPartition(personId), sk: 'PLAN' });

/** By the launch, so that a week is one short query. */
export const sessionKey = (personId: string, from: string, sessionId: string): Key => ({
  pk: planPartition(personId),
  sk: composeKey('SESSION', from, sessionId),
});
export const sessionPrefix = keyPrefix('SESSION');

/** What began at that moment or later stands behind it. */
export const sessionsFrom = (from: string): string => composeKey('SESSION', from);
