import type { OfferWithdrawn } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isLineRow, readLine } from './sync-rows.ts';

/** The facts that one change of a row tells: the withdrawal of a course was accepted. */
export function syncFacts({
  before,
  after,
}: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly OfferWithdrawn[] {
  if (before || !after || !isLineRow(after)) return [];
  const { connectionId, externalId, rev, at, action, change, courseId, providerId } = readLine(after);
  if (action !== 'accept' || change !== 'withdrawn' || courseId === undefined) return [];
  return [
    {
      eventId: `offer-withdrawn:${connectionId}:${externalId}:${rev}`,
      occurredAt: at,
      type: 'offer-withdrawn',
      ...{ providerId, courseId },
    },
  ];
}
