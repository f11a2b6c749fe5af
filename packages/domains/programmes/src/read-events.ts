import type { AgencyId, Clock, PersonPrincipal } from '@sinau/kernel';
import { isFor } from './authority.ts';
import { EventNotFound } from './errors.ts';
import { type Event, type EventId, spanOf } from './event.ts';
import type { EventStore, ParticipantDirectory, SeatCounts, SeatStore } from './ports.ts';
import { isActive, type Seat } from './seat.ts';
import { findClashes } from './take-seat.ts';

interface Deps {
  readonly events: Pick<EventStore, 'find' | 'findMany' | 'listOpen'>;
  readonly seats: Pick<SeatStore, 'find' | 'counts' | 'ofPerson' | 'waitingBefore'>;
  readonly people: ParticipantDirectory;
  readonly clock: Clock;
}

/** Looked through for one list; whoever has more finds the first to come. */
const mostOpen = 300;

/** What somebody can register for or has a seat of, the first to begin first. */
export async function listEvents(
  deps: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly Event[]> {
  const place = await deps.people.placeOf(principal.personId);
  const from = deps.clock.now().toISOString();
  const doors = new Set<AgencyId | 'all'>(['all', ...agenciesOf(place)]);
  const lists = await Promise.all(
    [...doors].map((to) => deps.events.listOpen(to, { from, limit: mostOpen })),
  );
  return lists
    .flatMap(({ events }) => events)
    .filter((event) => isFor(event, place))
    .toSorted(byBeginning);
}

const agenciesOf = (place: Awaited<ReturnType<ParticipantDirectory['placeOf']>>): readonly AgencyId[] =>
  [place?.agencyId, place?.workingAgencyId].flatMap((one) => one ?? []);

export const byBeginning = (a: Event, b: Event): number =>
  spanOf(a).startsAt.localeCompare(spanOf(b).startsAt) || a.eventId.localeCompare(b.eventId);

export interface SeatView {
  readonly event: Event;
  readonly seat: Seat;
}

/** Events of somebody that they have, or had, a seat of; the last to begin first. */
export async function listOwnEvents(
  deps: Pick<Deps, 'events' | 'seats'>,
  { personId }: Pick<PersonPrincipal, 'personId'>,
): Promise<readonly SeatView[]> {
  const seats = await deps.seats.ofPerson(personId);
  const events = new Map(
    (await deps.events.findMany(seats.map(({ eventId }) => eventId))).map((event) => [event.eventId, event]),
  );
  return seats
    .flatMap((seat) => {
      const event = events.get(seat.eventId);
      return event ? [{ event, seat }] : [];
    })
    .toSorted((a, b) => byBeginning(b.event, a.event));
}

export interface EventForReader {
  readonly event: Event;
  readonly counts: SeatCounts;
  readonly seat?: Seat;
  /** How many wait before them. */
  readonly ahead?: number;
  /** Own events at the same time. */
  readonly clashes: readonly Event[];
}

/** An event as somebody for whom it is, or who had a seat of it, sees it; to others there is none (case C4). */
export async function readEvent(
  deps: Deps,
  { principal, eventId }: { readonly principal: PersonPrincipal; readonly eventId: EventId },
): Promise<EventForReader> {
  const { personId } = principal;
  const [event, seat, place] = await Promise.all([
    deps.events.find(eventId),
    deps.seats.find(eventId, personId),
    deps.people.placeOf(personId),
  ]);
  if (!event || event.state === 'draft' || !(seat || isFor(event, place))) throw new EventNotFound();
  const [counts, clashes, ahead] = await Promise.all([
    deps.seats.counts(eventId),
    findClashes(deps, { personId, event }),
    seat?.place === undefined ? undefined : deps.seats.waitingBefore(eventId, seat.place),
  ]);
  return { event, counts, clashes, ...(seat && { seat }), ...(ahead !== undefined && { ahead }) };
}

/** Whether somebody may have what is for participants: links of sessions, materials. */
export const takesPart = (seat: Pick<Seat, 'state'> | undefined): boolean => seat?.state === 'confirmed';

export const isStillIn = (seat: Pick<Seat, 'state'> | undefined): boolean => isActive(seat?.state);
