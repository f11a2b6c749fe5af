import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { OwnerId } from '../owner.ts';
import type { SubscriptionId, SubscriptionRef } from '../subscription.ts';

/** Subscriptions of one agency. */
export const agencyPartition = (ownerId: OwnerId): string => composeKey('PUSH', ownerId);
export const subscriptionPrefix = keyPrefix('SUBSCRIPTION');
export const subscriptionKey = ({ ownerId, subscriptionId }: SubscriptionRef): Key => ({
  pk: agencyPartition(ownerId),
  sk: composeKey('SUBSCRIPTION', subscriptionId),
});

/** Dead letters of one subscription. */
export const lettersPartition = ({ ownerId, subscriptionId }: SubscriptionRef): string =>
  composeKey('PUSH', ownerId, 'LETTERS', subscriptionId);
export const letterSort = (letterId: string): string => composeKey('LETTER', letterId);
export const letterKey = (ref: SubscriptionRef, letterId: string): Key => ({
  pk: lettersPartition(ref),
  sk: letterSort(letterId),
});
export const lettersPrefix = keyPrefix('LETTER');

/**
 * gsi1: active subscriptions by when they are due. One partition: at most a thousand writes a second, far above what
 * some thousand subscriptions with a run a minute need.
 */
export const duePartition = 'PUSH-DUE';
export const dueSort = (dueAt: string, subscriptionId: SubscriptionId): string =>
  composeKey(dueAt, subscriptionId);
