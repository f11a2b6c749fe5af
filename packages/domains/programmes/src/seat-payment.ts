import type { AgencyId, Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import { officeOf } from './authority.ts';
import { charged, type Paying } from './charge-seat.ts';
import { EventChanged, EventNotFound, LineNotOpen } from './errors.ts';
import { type Event, type EventId, isSameOwner, spanOf } from './event.ts';
import type { SeatBudget } from './line-effects.ts';
import { type PartnerEventDeps, readPartnerEvent, seatsOf } from './partner-events.ts';
import type { EventStore, SeatPaymentStore, SeatStore } from './ports.ts';
import type { Seat } from './seat.ts';
import type { BudgetLineId, SeatCharge, SeatPayment } from './seat-charge.ts';
import { enter } from './take-seat.ts';
import { localDayOf } from './zone.ts';

export interface PaymentDeps extends PartnerEventDeps {
  readonly events: PartnerEventDeps['events'] & Pick<EventStore, 'find'>;
  readonly seats: PartnerEventDeps['seats'] & Pick<SeatStore, 'step' | 'firstUnfunded' | 'find'>;
  readonly paying: Paying & { readonly payments: SeatPaymentStore };
  readonly budget: Pick<SeatBudget, 'find'>;
  readonly clock: Clock;
}

interface Where {
  readonly principal: PersonPrincipal;
  readonly eventId: EventId;
}

/** An event that costs the agency something: its own, or one of a provider that its people may go to. */
export async function readPayment(
  deps: PaymentDeps,
  { principal, eventId }: Where,
): Promise<{ readonly event: Event; readonly payment: SeatPayment; readonly seats: readonly Seat[] }> {
  const office = officeOf(principal);
  if (office.kind !== 'agency') throw new EventNotFound();
  const { agencyId } = office;
  const event = await deps.events.find(eventId);
  const isOwn = event !== undefined && isSameOwner(event.owner, office);
  const read = isOwn
    ? { event, seats: await seatsOf(deps, eventId, agencyId) }
    : await readPartnerEvent(deps, { principal, eventId });
  const known = await deps.paying.payments.find(agencyId, eventId);
  const none = { agencyId, eventId, noShow: 'spent', by: '' as PersonId, at: '', rev: 0 } as const;
  return { ...read, payment: known ?? none };
}

/** Year of the place in which the event begins: that of the line which pays it. */
export const paymentYearOf = (event: Pick<Event, 'sessions' | 'zone'>): number =>
  Number(localDayOf(spanOf(event).startsAt, event.zone).slice(0, 4));

/**
 * From the next seat on; seats that were given keep the line and the price they have. Whoever waits for room in another line, or needs none any more, goes
 * by what holds now. Rejects with `LineNotOpen` for a line that is closed, absent or of another year.
 */
export async function setPayment(
  deps: PaymentDeps,
  input: Where & {
    readonly lineId?: BudgetLineId | undefined;
    readonly noShow: SeatPayment['noShow'];
    readonly rev: number;
  },
): Promise<void> {
  const { principal, lineId, noShow, rev } = input;
  const { event, payment, seats } = await readPayment(deps, input);
  const { agencyId, eventId } = payment;
  if (lineId !== undefined) {
    const line = await deps.budget.find(agencyId, lineId);
    if (line?.state !== 'open' || line.year !== paymentYearOf(event)) throw new LineNotOpen();
  }
  const at = deps.clock.now().toISOString();
  const said = { agencyId, eventId, noShow, by: principal.personId, at, rev };
  const next: SeatPayment = { ...said, ...(lineId !== undefined && { lineId }) };
  if ((await deps.paying.payments.save(next)) === 'changed') throw new EventChanged();
  for (const seat of seats.toSorted((a, b) => a.since.localeCompare(b.since))) {
    if (seat.state === 'unfunded' && seat.charge?.lineId !== lineId) await fundAnew(deps, event, seat);
  }
}

async function fundAnew(deps: PaymentDeps, event: Event, seat: Seat): Promise<void> {
  if (!isAhead(event, deps.clock)) return;
  try {
    await enter(
      deps,
      seat,
      await charged(deps, event, { ...seat, state: 'confirmed', since: deps.clock.now().toISOString() }),
    );
  } catch (error) {
    // They have gone, or been served by the room that came, in the same moment.
    if (!(error instanceof EventChanged)) throw error;
  }
}

const isAhead = (event: Event, clock: Clock): boolean =>
  event.state === 'published' && spanOf(event).startsAt > clock.now().toISOString();

/** Steps that may be lost to somebody who does the same, before this call leaves the rest to them. */
const mostLost = 50;

/**
 * Room has come into a line: whoever waits for it longest gets a seat of their event, or a place in its queue. Whose seat costs more than there is holds
 * up those behind. Whoever waits for an event that has begun, or is cancelled, waits no more. Any number of times, in parallel.
 */
export async function fundWaiting(
  deps: Pick<PaymentDeps, 'clock'> & {
    readonly events: Pick<EventStore, 'find'>;
    readonly seats: Pick<SeatStore, 'step' | 'firstUnfunded'>;
  },
  line: { readonly agencyId: AgencyId; readonly lineId: BudgetLineId },
): Promise<number> {
  let funded = 0;
  for (let lost = 0; lost < mostLost; ) {
    const seat = await deps.seats.firstUnfunded(line);
    if (seat?.charge?.state !== 'wanted') return funded;
    const event = await deps.events.find(seat.eventId);
    const next = event && isAhead(event, deps.clock) ? 'enter' : 'drop';
    const outcome = next === 'enter' ? await fundOne(deps, seat, seat.charge) : await drop(deps, seat);
    if (outcome === 'stays') return funded;
    if (outcome === 'done') funded += Number(next === 'enter');
    else lost += 1;
  }
  return funded;
}

async function fundOne(
  deps: { readonly seats: Pick<SeatStore, 'step'>; readonly clock: Clock },
  seat: Seat,
  charge: SeatCharge,
): Promise<'done' | 'stays' | 'lost'> {
  const since = deps.clock.now().toISOString();
  const confirmed: Seat = {
    ...seat,
    state: 'confirmed',
    since,
    charge: { ...charge, state: 'committed', at: since },
  };
  // In the queue they keep the moment in which they asked.
  const waiting: Seat = {
    ...{ ...confirmed, state: 'waiting', place: `${seat.since} ${seat.personId}` },
    charge: { ...charge, state: 'reserved', at: since },
  };
  for (const next of [confirmed, waiting]) {
    const outcome = await deps.seats.step(seat, next);
    if (outcome === 'done') return 'done';
    if (outcome === 'no-room') return 'stays';
  }
  return 'lost';
}

/** Their wish for room ends; their place in the event stays as it was, to be read. */
async function drop(
  { seats }: { readonly seats: Pick<SeatStore, 'step'> },
  seat: Seat,
): Promise<'done' | 'lost'> {
  const { charge: _, ...rest } = seat;
  return (await seats.step(seat, rest)) === 'done' ? 'done' : 'lost';
}
