import { pushDisabledSchema } from '@sinau/domain-events';
import type { ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { providerOwner } from '../owner.ts';
import { at, sampleSubscription } from '../testing/sample-subscription.ts';
import { pushFacts } from './facts.ts';
import { toSubscriptionRow } from './rows.ts';

describe('pushFacts', () => {
  const active = sampleSubscription();
  const disabled = sampleSubscription({
    ...active,
    state: 'disabled',
    disabledBecause: 'gone',
    stateChangedAt: at(9),
  });
  const before = toSubscriptionRow(active);
  const after = toSubscriptionRow(disabled);

  it('tell that a subscription was turned off, once', () => {
    const facts = pushFacts({ before, after });
    expect(facts.map((fact) => pushDisabledSchema.parse(fact))).toEqual([
      {
        eventId: `push-disabled:${active.subscriptionId}:${at(9)}`,
        occurredAt: at(9),
        type: 'push-disabled',
        subscriptionId: active.subscriptionId,
        agencyId: active.ownerId,
        personId: active.changedBy,
        name: active.name,
        because: 'gone',
      },
    ]);
    expect(pushFacts({ before: after, after })).toEqual([]);
  });

  it('name the provider whose subscription it was', () => {
    const ownerId = providerOwner('kampus' as ProviderId);
    const [fact] = pushFacts({ before, after: toSubscriptionRow({ ...disabled, ownerId }) });
    expect(pushDisabledSchema.parse(fact)).toMatchObject({ providerId: 'kampus' });
    expect(fact).not.toHaveProperty('agencyId');
  });

  it('tell nothing of other changes and rows', () => {
    expect(pushFacts({ after: before })).toEqual([]);
    expect(pushFacts({ before: after, after: before })).toEqual([]);
    expect(pushFacts({ before })).toEqual([]);
    expect(pushFacts({ after: { pk: 'x', sk: 'y', state: 'disabled' } })).toEqual([]);
  });
});
