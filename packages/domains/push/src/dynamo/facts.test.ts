import { pushDisabledSchema } from '@sinau/domain-events';
import { describe, expect, it } from 'vitest';
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
        agencyId: active.agencyId,
        personId: active.changedBy,
        name: active.name,
        because: 'gone',
      },
    ]);
    expect(pushFacts({ before: after, after })).toEqual([]);
  });

  it('tell nothing of other changes and rows', () => {
    expect(pushFacts({ after: before })).toEqual([]);
    expect(pushFacts({ before: after, after: before })).toEqual([]);
    expect(pushFacts({ before })).toEqual([]);
    expect(pushFacts({ after: { pk: 'x', sk: 'y', state: 'disabled' } })).toEqual([]);
  });
});
