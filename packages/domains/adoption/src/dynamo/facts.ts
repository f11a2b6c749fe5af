import type { ChampionMoved } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isChampionRow, readChampionRow } from './champion-store.ts';

/** What one change of a row tells; the table's stream is the outbox. What somebody says of themselves is told nobody. */
export function adoptionFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly ChampionMoved[] {
  const { before, after } = change;
  if (!after || !isChampionRow(after)) return [];
  const { personId, agencyId, unitId, state: to, ended, namedBy, since, by, rev } = readChampionRow(after);
  const from = before && readChampionRow(before).state;
  if (from === to) return [];
  return [
    {
      // Revisions begin anew once an erasure has taken the row; its moment does not come again.
      eventId: `champion-moved:${personId}:${rev}:${since}`,
      ...{ type: 'champion-moved', occurredAt: since },
      ...{ personId, agencyId, unitId, to, namedBy, rev },
      ...(from !== undefined && { from }),
      ...(ended !== undefined && { ended }),
      ...(by !== undefined && { by }),
    },
  ];
}
