import type { AgencyId, Clock, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { asksSupervisor, isOfOffice, isOpenTo } from './authority.ts';
import { EventNotFound } from './errors.ts';
import { type Event, type EventId, spanOf } from './event.ts';
import type {
  EventStore,
  ParticipantDirectory,
  ParticipantPlace,
  PartnerStanding,
  SeatCounts,
  SeatStore,
} from './ports.ts';
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
  return (
    await openTo(
      lists.flatMap(({ events }) => events),
      place,
    )
  ).toSorted(byBeginning);
}

/** Those of these that are for somebody. Each provider among them is asked about once. */
export async function openTo(
  events: readonly Event[],
  place: ParticipantPlace | undefined,
): Promise<readonly Event[]> {
  const known = new Map<string, Promise<PartnerStanding>>();
  const { standingTo, ...rest } = place ?? { unitIds: [] };
  const once = standingTo && {
    standingTo: (providerId: ProviderId) => {
      const standing = known.get(providerId) ?? standingTo(providerId);
      known.set(providerId, standing);
      return standing;
    },
  };
  const asked = place && { ...rest, ...once };
  const open = await Promise.all(events.map((event) => isOpenTo(event, asked)));
  return events.filter((_, n) => open[n]);
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
  /** Before they get a seat. */
  readonly asksSupervisor: boolean;
  /** It is for them as well: whoever holds it, or had a seat once, may read it without that. */
  readonly isForThem: boolean;
}

/** An event as somebody for whom it is, who had a seat of it, or whose office holds it, sees it; to others there is none (case C4). */
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
  if (!event || event.state === 'draft') throw new EventNotFound();
  const isForThem = await isOpenTo(event, place);
  if (!(seat || isForThem || isOfOffice(principal, event))) throw new EventNotFound();
  const [counts, clashes, asks, ahead] = await Promise.all([
    deps.seats.counts(eventId),
    findClashes(deps, { personId, event }),
    asksSupervisor(event, place),
    seat?.place === undefined ? undefined : deps.seats.waitingBefore(eventId, seat.place),
  ]);
  return {
    event,
    counts,
    clashes,
    asksSupervisor: asks,
    isForThem,
    ...(seat && { seat }),
    ...(ahead !== undefined && { ahead }),
  };
}

/** Whether somebody may have what is for participants: links of sessions, materials. */
export const takesPart = (seat: Pick<Seat, 'state'> | undefined): boolean => seat?.state === 'confirmed';

export const isStillIn = (seat: Pick<Seat, 'state'> | undefined): boolean => isActive(seat?.state);
