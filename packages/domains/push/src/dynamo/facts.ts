import type { PushDisabled } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { tenantOf } from '../owner.ts';
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
  const { subscriptionId, ownerId, name, changedBy, disabledBecause, stateChangedAt } =
    readSubscription(after);
  const tenant = tenantOf(ownerId);
  return [
    {
      // Turned on and off again is another fact.
      eventId: `push-disabled:${subscriptionId}:${stateChangedAt}`,
      occurredAt: stateChangedAt,
      type: 'push-disabled',
      subscriptionId,
      ...(tenant.kind === 'agency' ? { agencyId: tenant.agencyId } : { providerId: tenant.providerId }),
      personId: changedBy,
      name,
      because: disabledBecause ?? 'failing',
    },
  ];
}
