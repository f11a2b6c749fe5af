import type { AgencyId, AtomicCompanion } from '@sinau/kernel';
import { type Dynamo, queryAll } from '@sinau/platform/dynamo';
import type { BudgetLine, BudgetLineId } from '../line.ts';
import { type SeatMove, seatStep } from '../seat-booking.ts';
import { bookingItems, type LineQueue, queueItem } from './booking-items.ts';
import { createBudgetStore } from './budget-store.ts';
import { agencyPartition, linePrefix } from './keys.ts';
import { readLineRow } from './rows.ts';

/**
 * What seats bind of a budget line, as writes for the transaction of their enrolment. The first is that of the line: it holds only while there is room
 * and the rule of the queue is kept.
 */
export function createSeatBudget(deps: { readonly dynamo: Dynamo; readonly table: string }) {
  const { find } = createBudgetStore(deps);
  return {
    find: (agencyId: AgencyId, lineId: BudgetLineId): Promise<BudgetLine | undefined> =>
      find({ agencyId, lineId }),
    async waitedFor(agencyId: AgencyId): Promise<readonly BudgetLineId[]> {
      const sort = { prefix: linePrefix };
      const rows = await queryAll(deps, { partition: agencyPartition(agencyId), sort, consistent: true });
      return rows
        .map(readLineRow)
        .filter(({ waiting }) => waiting > 0)
        .map(({ lineId }) => lineId);
    },
    moving(move: SeatMove): AtomicCompanion {
      const queue = queueOf(move);
      if (!move.booking) return { writes: [queueItem(move, queue, deps.table)] };
      return { writes: bookingItems(seatStep(move, move.booking), deps.table, queue) };
    },
  };
}

function queueOf({ waiting, rule, price = 0 }: SeatMove): LineQueue {
  if (rule === 'needed') return { waiting, rule: { needed: price } };
  return { waiting, ...(rule === 'unclaimed' && { rule }) };
}
