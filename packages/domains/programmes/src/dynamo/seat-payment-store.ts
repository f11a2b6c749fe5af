import type { AgencyId, PersonId } from '@sinau/kernel';
import { absent, type Dynamo, unchangedSince } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { EventId } from '../event.ts';
import type { SeatPaymentStore } from '../ports.ts';
import { type BudgetLineId, noShowRules } from '../seat-charge.ts';
import { paymentKey } from './keys.ts';
import { id } from './rows.ts';

const row = z.object({
  ...{ agencyId: id<AgencyId>(), eventId: id<EventId>(), lineId: id<BudgetLineId>().exactOptional() },
  ...{ noShow: z.enum(noShowRules), by: id<PersonId>(), at: z.string(), rev: z.number() },
});

/** One row an agency and event. */
export function createSeatPaymentStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): SeatPaymentStore {
  return {
    async find(agencyId, eventId) {
      const found = await dynamo.get({ table, key: paymentKey(agencyId, eventId), consistent: true });
      return found && row.parse(found);
    },
    async save(next) {
      const { agencyId, eventId, rev } = next;
      const result = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table },
          item: { ...paymentKey(agencyId, eventId), kind: 'event-seat-payment', ...next, rev: rev + 1 },
          // As it was read: closes the race of two administrators.
          condition: rev === 0 ? absent : unchangedSince(rev),
        },
      ]);
      return result.outcome === 'done' ? 'saved' : 'changed';
    },
  };
}
