import type { Ids } from '@sinau/kernel';
import type { Event } from './event.ts';
import type { SeatPaymentStore } from './ports.ts';
import type { Seat } from './seat.ts';
import type { SeatCharge } from './seat-charge.ts';

/** What it takes to charge a seat. */
export interface Paying {
  readonly payments: Pick<SeatPaymentStore, 'find'>;
  readonly ids: Pick<Ids, 'uuid'>;
}

/** A confirmed seat with what it costs the person's agency, as it has said; whoever is in the event already keeps what they had. */
export async function charged(
  { paying }: { readonly paying?: Paying | undefined },
  { eventId, price }: Pick<Event, 'eventId' | 'price'>,
  seat: Seat,
): Promise<Seat> {
  const { charge: _, ...free } = seat;
  const { agencyId } = seat;
  if (!paying || price === undefined || agencyId === undefined) return free;
  const payment = await paying.payments.find(agencyId, eventId);
  if (payment?.lineId === undefined) return free;
  const { lineId, noShow } = payment;
  const charge: SeatCharge = {
    ...{ agencyId, lineId, noShow, bookingId: paying.ids.uuid(), price, state: 'committed' },
    ...{ since: seat.since, at: seat.since },
  };
  return { ...free, charge };
}
