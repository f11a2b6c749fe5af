import type { ConnectionTroubled } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import type { Health } from '../health/health.ts';
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
  const known = before && readHealth(before).health;
  const { health, connectionId } = readHealth(after);
  return [...troubleFacts(connectionId, health, known), ...agedFacts(connectionId, health, known)];
}

function troubleFacts(connectionId: string, health: Health, known?: Health): readonly ConnectionTroubled[] {
  const was = known?.told;
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

/** Mismatches have grown old, or there are more of them than was told before. */
function agedFacts(connectionId: string, { aged }: Health, known?: Health): readonly ConnectionTroubled[] {
  const { told } = aged ?? {};
  if (!told || told.at === known?.aged?.told?.at) return [];
  const { count, at } = told;
  return [
    {
      eventId: `connection-troubled:${connectionId}:mismatches:${at}`,
      ...{ occurredAt: at, type: 'connection-troubled', connectionId, trouble: 'mismatches', count },
    },
  ];
}
