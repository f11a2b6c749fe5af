import type { PushDisabled } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isSubscriptionRow, readSubscription } from './rows.ts';

/** The facts that one change of a row tells: a subscription was turned off because its receiver is gone or fails. */
export function pushFacts({
  before,
  after,
}: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly PushDisabled[] {
  if (!after || !isSubscriptionRow(after) || after.state !== 'disabled' || before?.state === 'disabled')
    return [];
  const { subscriptionId, agencyId, name, changedBy, disabledBecause, stateChangedAt } =
    readSubscription(after);
  return [
    {
      // Turned on and off again is another fact.
      eventId: `push-disabled:${subscriptionId}:${stateChangedAt}`,
      occurredAt: stateChangedAt,
      type: 'push-disabled',
      subscriptionId,
      agencyId,
      personId: changedBy,
      name,
      because: disabledBecause ?? 'failing',
    },
  ];
}
