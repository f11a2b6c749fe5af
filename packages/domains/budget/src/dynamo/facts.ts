import type { BudgetRoomCame } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isLineRow, movesOf, readLineRow } from './rows.ts';

/** That a line for which somebody waits has more room than before, or is open again; told of the table's stream. */
export function budgetFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly BudgetRoomCame[] {
  const { before, after } = change;
  if (!before || !after || !isLineRow(after) || !isLineRow(before)) return [];
  const [was, is] = [readLineRow(before), readLineRow(after)];
  const more = is.room > was.room || (was.state === 'closed' && is.state === 'open');
  if (!more || is.waiting === 0 || is.state === 'closed') return [];
  const { agencyId, lineId, updatedAt: occurredAt } = is;
  const eventId = `budget-room-came:${agencyId}:${lineId}:${movesOf(after)}`;
  return [{ eventId, type: 'budget-room-came', occurredAt, agencyId, lineId }];
}
