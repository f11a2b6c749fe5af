import { expiryAttribute, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type DeadLetter, deadLetterSeconds } from '../dead-letter.ts';
import type { OwnerId } from '../owner.ts';
import {
  failureReasons,
  providerEvents,
  type Subscription,
  type SubscriptionId,
  webhookEvents,
} from '../subscription.ts';
import { duePartition, dueSort, letterKey, subscriptionKey } from './keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const reason = z.enum(failureReasons);

const receiverSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lrs'),
    url: z.string(),
    version: z.enum(['1.0.3', '2.0.0']),
    auth: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('basic'), key: z.string() }),
      z.object({
        kind: z.literal('oauth'),
        tokenUrl: z.string(),
        clientId: z.string(),
        scope: z.string().exactOptional(),
      }),
    ]),
  }),
  z.object({
    kind: z.literal('webhook'),
    url: z.string(),
    payload: z.enum(['full', 'thin']),
    events: z.array(z.enum(webhookEvents)),
  }),
]);

const recentSchema = z.object({
  ...{ at: z.string(), type: z.enum(providerEvents), id: z.string() },
  reason: reason.exactOptional(),
  status: z.number().exactOptional(),
});

const progressSchema = z.object({
  places: z.string(),
  settled: z.array(z.string()),
  strikes: z.record(z.string(), z.number()),
  recent: z.array(recentSchema).exactOptional(),
  delivered: z.number(),
  refusedInRow: z.number(),
  failures: z.number(),
  failingSince: z.string().exactOptional(),
  lastSuccessAt: z.string().exactOptional(),
  lastFailure: z.object({ at: z.string(), reason, status: z.number().exactOptional() }).exactOptional(),
});

const subscriptionRow = z.object({
  subscriptionId: branded<SubscriptionId>(),
  ownerId: branded<OwnerId>(),
  name: z.string(),
  receiver: receiverSchema,
  filter: z.object({ verbs: z.array(z.string()), activities: z.array(z.string()) }),
  state: z.enum(['active', 'paused', 'disabled']),
  disabledBecause: z.enum(['gone', 'failing']).exactOptional(),
  stateChangedAt: z.string(),
  sealedSecrets: z.string(),
  createdAt: z.string(),
  changedBy: z.string(),
  rev: z.number(),
  progress: progressSchema,
  dueAt: z.string(),
});

export const readSubscription = (row: Item): Subscription => subscriptionRow.parse(owned(row));

/** Rows from before providers had subscriptions name an agency. */
const owned = (row: Item) => ({ ownerId: row.agencyId, ...row });
export const isSubscriptionRow = (row: Item): boolean => row.kind === 'push-subscription';

export const toSubscriptionRow = (subscription: Subscription): Item => ({
  ...subscriptionKey(subscription),
  kind: 'push-subscription',
  ...subscription,
  ...dueIndex(subscription),
});

/** Only active ones are ever due. */
export function dueIndex({ state, dueAt, subscriptionId }: Subscription): Readonly<Record<string, string>> {
  return state === 'active' ? { gsi1pk: duePartition, gsi1sk: dueSort(dueAt, subscriptionId) } : {};
}

const letterRow = z.object({
  letterId: z.string(),
  ownerId: branded<OwnerId>(),
  subscriptionId: branded<SubscriptionId>(),
  letterKind: z.enum(['statement', 'void', 'erase', 'event']),
  id: z.string(),
  voidedBy: z.string().exactOptional(),
  event: z.object({ type: z.enum(providerEvents), data: z.string() }).exactOptional(),
  stored: z.string(),
  reason,
  status: z.number().exactOptional(),
  at: z.string(),
  replays: z.number(),
});

export function toLetterRow({ kind, ...letter }: DeadLetter): Item {
  const expiresAt = Math.floor(Date.parse(letter.at) / 1000) + deadLetterSeconds;
  return {
    ...letterKey(letter, letter.letterId),
    kind: 'push-dead-letter',
    ...letter,
    letterKind: kind,
    [expiryAttribute]: expiresAt,
  };
}

export function readLetter(row: Item): DeadLetter {
  const { letterKind, ...letter } = letterRow.parse(owned(row));
  return { ...letter, kind: letterKind };
}
