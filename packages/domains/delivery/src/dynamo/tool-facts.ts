import type { ToolDecided, ToolTroubled, ToolWaits } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import type { LtiTool } from '../lti/index.ts';
import { isToolRow, readTool } from './lti-tool-store.ts';
import { isToolHealthRow, readToolHealth } from './tool-health-rows.ts';

interface Change {
  readonly before?: Item;
  readonly after?: Item;
}

/** What a change of a tool, or of its health, tells. */
export function toolFacts(change: Change): readonly (ToolTroubled | ToolWaits | ToolDecided)[] {
  const { before, after } = change;
  if (after && isToolRow(after)) return decisionFacts(before && readTool(before), readTool(after));
  return troubleFacts(change);
}

/** That it waits for an operator, or what one has decided. What a provider does with its own tool is told to nobody. */
function decisionFacts(before: LtiTool | undefined, after: LtiTool): readonly (ToolWaits | ToolDecided)[] {
  const { clientId, status, rev, decision, updatedAt: occurredAt } = after;
  if (before?.status === status) return [];
  if (status === 'pending') {
    const because = !before ? 'new' : before.status === 'active' ? 'changed' : 'again';
    return [{ eventId: `tool-waits:${clientId}:${rev}`, occurredAt, type: 'tool-waits', clientId, because }];
  }
  // Let in beforehand: nobody has decided on it, and whoever registers it knows.
  if (!before || decision?.by !== 'operator') return [];
  const { reason } = decision;
  const off = before.status === 'active' ? 'turned-off' : 'rejected';
  return [
    {
      eventId: `tool-decided:${clientId}:${rev}`,
      ...({ occurredAt, type: 'tool-decided', clientId } as const),
      outcome: status === 'active' ? 'approved' : off,
      ...(reason !== undefined && { reason }),
    },
  ];
}

/** Who looks after it is to know that it is down, or no more; and that it is back. */
function troubleFacts({ before, after }: Change): readonly ToolTroubled[] {
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
