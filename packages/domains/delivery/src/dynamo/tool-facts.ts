import type { ToolTroubled } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isToolHealthRow, readToolHealth } from './tool-health-rows.ts';

/** What a change of a tool's health tells: who looks after it is to know that it is down, or no more; and that it is back. */
export function toolFacts({
  before,
  after,
}: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly ToolTroubled[] {
  if (!after || !isToolHealthRow(after)) return [];
  const { health, clientId } = readToolHealth(after);
  const was = before && readToolHealth(before).health;
  const since = health.down?.since ?? was?.down?.since;
  if (since === undefined) return [];
  const fact = (trouble: ToolTroubled['trouble']): ToolTroubled => ({
    eventId: `tool-troubled:${clientId}:${trouble}:${since}`,
    ...{ occurredAt: since, type: 'tool-troubled', clientId, trouble, since },
  });
  return [
    ...(health.toldAt !== undefined && was?.toldAt === undefined ? [fact('down')] : []),
    ...(health.toldAt === undefined && was?.toldAt !== undefined ? [fact('over')] : []),
    ...(health.down === undefined && was?.down !== undefined ? [fact('back')] : []),
  ];
}
