import { randomUUID } from 'node:crypto';
import type { OwnerId } from '../owner.ts';
import { freshProgress, type Subscription, type SubscriptionId } from '../subscription.ts';

export const at = (seconds: number): string => new Date(Date.UTC(2026, 2, 2) + seconds * 1000).toISOString();

/** A webhook of an agency of its own. */
export function sampleSubscription(given: Partial<Subscription> = {}): Subscription {
  return {
    subscriptionId: randomUUID() as SubscriptionId,
    ownerId: randomUUID() as OwnerId,
    name: 'Dasbor kepegawaian',
    receiver: {
      kind: 'webhook',
      url: 'https://receiver.example/hook',
      payload: 'full',
      events: ['records.statement', 'records.void'],
    },
    filter: { verbs: [], activities: [] },
    state: 'active',
    stateChangedAt: at(0),
    sealedSecrets: 'sealed',
    createdAt: at(0),
    changedBy: 'person-1',
    rev: 1,
    progress: freshProgress,
    dueAt: at(0),
    ...given,
  };
}
