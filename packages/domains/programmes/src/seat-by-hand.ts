import { type Clock, checkInWindow, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { isOpenTo, ownEvent } from './authority.ts';
import { charged, type Paying } from './charge-seat.ts';
import { EventChanged, EventFixed, EventNotFound, NoRoomInLine, OwnAttendance, RoomFull } from './errors.ts';
import { type EventId, spanOf } from './event.ts';
import type { EventStore, ParticipantDirectory, SeatStore } from './ports.ts';
import { isActive, type Seat } from './seat.ts';

interface Deps {
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find' | 'step'>;
  readonly people: Pick<ParticipantDirectory, 'placeOf'>;
  readonly clock: Clock;
  readonly paying?: Paying;
}

/**
 * Somebody who came without a seat gets one from an organiser, with a reason that stays: from when the door opens, so that nobody overtakes the
 * queue before, and as long as the attendance is not closed. Never the organiser themselves, and never more people than there are seats. Repeated, or
 * for somebody who has a seat, nothing more happens.
 */
export async function seatByHand(
  deps: Deps,
  input: {
    readonly principal: PersonPrincipal;
    readonly eventId: EventId;
    readonly personId: PersonId;
    readonly reason: string;
  },
): Promise<void> {
  const { principal, personId, reason } = input;
  const event = await ownEvent(deps, input);
  if (personId === principal.personId) throw new OwnAttendance();
  const now = deps.clock.now().toISOString();
  const doorOpens = checkInWindow(spanOf(event)).from;
  if (event.state !== 'published' || event.closedAt !== undefined || now < doorOpens) throw new EventFixed();
  const place = await deps.people.placeOf(personId);
  // Whoever is of the agency, of any unit: they stand in the room.
  const audience = event.audience === 'units' ? 'agency' : event.audience;
  if (!(await isOpenTo({ ...event, audience }, place))) throw new EventNotFound();
  const before = await deps.seats.find(event.eventId, personId);
  if (before?.state === 'confirmed') return;
  const seat: Seat = {
    ...{ eventId: event.eventId, personId, state: 'confirmed', since: now, walkIn: true },
    ...(place?.agencyId !== undefined && { agencyId: place.agencyId }),
    ...{ by: principal.personId, reason, marks: before?.marks ?? [], rev: before?.rev ?? 0 },
  };
  const kept = before?.charge && isActive(before.state) ? before.charge : undefined;
  const paid: Seat = kept
    ? { ...seat, charge: { ...kept, state: 'committed', at: now } }
    : await charged(deps, event, seat);
  const outcome = await deps.seats.step(before, paid);
  if (outcome === 'full') throw new RoomFull();
  if (outcome === 'no-room') throw new NoRoomInLine();
  if (outcome !== 'done') throw new EventChanged();
}
