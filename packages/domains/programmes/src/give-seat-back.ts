import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { ownEvent } from './authority.ts';
import { EventChanged, EventFixed, EventNotFound } from './errors.ts';
import type { EventId } from './event.ts';
import type { SeatStore } from './ports.ts';
import { type PromoteDeps, promoteWaiting } from './promote-waiting.ts';
import { isActive, type Seat, type SeatState } from './seat.ts';
import { releasedCharge } from './seat-charge.ts';
import { fundWaiting } from './seat-payment.ts';

export interface GiveBackDeps extends PromoteDeps {
  readonly seats: PromoteDeps['seats'] & Pick<SeatStore, 'find' | 'dueOffers' | 'firstUnfunded'>;
}

/** The person comes no more; whoever was there stays. Repeated, nothing more happens. */
export async function leaveEvent(
  deps: GiveBackDeps,
  { principal, eventId }: { readonly principal: PersonPrincipal; readonly eventId: EventId },
): Promise<void> {
  const seat = await deps.seats.find(eventId, principal.personId);
  if (!seat) throw new EventNotFound();
  await end(deps, seat, { state: 'withdrawn' });
}

/** An organiser takes a seat back; the person is told why. */
export async function removeParticipant(
  deps: GiveBackDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly eventId: EventId;
    readonly personId: PersonId;
    readonly reason: string;
  },
): Promise<void> {
  const { eventId } = await ownEvent(deps, input);
  const seat = await deps.seats.find(eventId, input.personId);
  if (!seat) throw new EventNotFound();
  await end(deps, seat, { state: 'removed', by: input.principal.personId, reason: input.reason });
}

async function end(
  deps: GiveBackDeps,
  seat: Seat,
  how: { readonly state: SeatState; readonly by?: PersonId; readonly reason?: string },
): Promise<void> {
  if (!isActive(seat.state)) return;
  if (seat.marks.length > 0) throw new EventFixed();
  const { place: _, offeredUntil: __, by: ___, reason: ____, walkIn: _____, charge, ...rest } = seat;
  const since = deps.clock.now().toISOString();
  const next: Seat = { ...rest, ...how, ...releasedCharge(charge, since), since };
  if ((await deps.seats.step(seat, next)) !== 'done') throw new EventChanged();
  await promoteWaiting(deps, seat);
  // Whoever wanted more than there was has held up those behind.
  if (charge?.state === 'wanted') await fundWaiting(deps, charge);
}

/** Seats that were kept for people who did not answer go to the next. Tells how many. */
export async function lapseOffers(
  deps: GiveBackDeps,
  { limit }: { readonly limit: number },
): Promise<number> {
  const now = deps.clock.now().toISOString();
  let lapsed = 0;
  for (const { eventId, personId } of await deps.seats.dueOffers(now, limit)) {
    const seat = await deps.seats.find(eventId, personId);
    if (seat?.state !== 'offered' || seat.offeredUntil === undefined || seat.offeredUntil > now) continue;
    const { offeredUntil: _, charge, ...rest } = seat;
    const lapsedSeat: Seat = { ...rest, ...releasedCharge(charge, now), state: 'lapsed', since: now };
    // Whoever confirms in the same moment was quicker.
    if ((await deps.seats.step(seat, lapsedSeat)) !== 'done') continue;
    lapsed += 1;
    await promoteWaiting(deps, seat);
  }
  return lapsed;
}
