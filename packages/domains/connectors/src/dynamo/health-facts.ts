import type { ConnectionTroubled } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isHealthRow, readHealth } from './health-rows.ts';

/** What a change of a connection's health tells: a trouble was noted, another one, or its end. */
export function connectionFacts({
  before,
  after,
}: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly ConnectionTroubled[] {
  if (!after || !isHealthRow(after)) return [];
  const was = before && readHealth(before).health.told;
  const { health, connectionId } = readHealth(after);
  if (health.told?.trouble === was?.trouble) return [];
  const trouble = health.told?.trouble ?? 'over';
  // Told and over twice are four facts; the end has no time of its own, but ends one that has.
  const at = health.told?.at ?? was?.at ?? '';
  return [
    {
      eventId: `connection-troubled:${connectionId}:${trouble}:${at}`,
      ...{ occurredAt: at, type: 'connection-troubled', connectionId, trouble },
    },
  ];
}
