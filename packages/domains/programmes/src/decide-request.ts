import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { decidingOffice } from './authority.ts';
import { charged } from './charge-seat.ts';
import { EventChanged, EventNotFound, RegistrationClosed } from './errors.ts';
import { type Event, type EventId, spanOf } from './event.ts';
import type { EventStore, ParticipantDirectory, SeatStore } from './ports.ts';
import type { Seat } from './seat.ts';
import { enter, findClashes, type TakeSeatDeps } from './take-seat.ts';

export interface RequestsDeps extends TakeSeatDeps {
  readonly events: Pick<EventStore, 'find' | 'findMany'>;
  readonly seats: Pick<SeatStore, 'find' | 'step' | 'ofPerson'>;
  readonly people: ParticipantDirectory;
}

export interface EventRequest {
  readonly seat: Seat;
  readonly event: Event;
  /** Other events of the person at that time. */
  readonly clashes: readonly Event[];
}

/** What the people whom somebody supervises have asked for, oldest first. */
export async function listRequests(
  deps: RequestsDeps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly EventRequest[]> {
  const team = await deps.people.teamOf(principal.personId);
  const found: EventRequest[] = [];
  for (const personId of team) {
    for (const { seat, event } of await stillAhead(deps, await deps.seats.ofPerson(personId))) {
      found.push({ seat, event, clashes: await findClashes(deps, { personId, event }) });
    }
  }
  return found.toSorted((a, b) => a.seat.since.localeCompare(b.seat.since));
}

/** More are decided before others are looked at. */
const mostShown = 100;
/** Most wait for their supervisors; the agency's own are found among as many of the oldest. */
const mostLookedAt = 500;
/** Whose place is looked up side by side. */
const atOnce = 25;

/**
 * What people of the agency have asked for and its administrators decide: of those who have no supervisor, or one who has not answered for
 * long. Oldest first, at most 100, among the 500 that have waited longest.
 */
export async function listAgencyRequests(
  deps: RequestsDeps & { readonly seats: Pick<SeatStore, 'requestedOf'> },
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly EventRequest[]> {
  const { agencyId } = principal;
  if (agencyId === undefined) return [];
  const ahead = (await stillAhead(deps, await deps.seats.requestedOf(agencyId))).slice(0, mostLookedAt);
  const found: EventRequest[] = [];
  for (let from = 0; from < ahead.length && found.length < mostShown; from += atOnce) {
    const some = ahead.slice(from, from + atOnce);
    const places = await Promise.all(some.map(({ seat }) => deps.people.placeOf(seat.personId)));
    const own = some.filter(
      ({ seat }, n) =>
        decidingOffice(principal, { seat, place: places[n], now: deps.clock.now() }) === 'agency',
    );
    for (const { seat, event } of own.slice(0, mostShown - found.length)) {
      found.push({ seat, event, clashes: await findClashes(deps, { personId: seat.personId, event }) });
    }
  }
  return found;
}

/** Everything that waits for a word about people of an agency, whoever says it; oldest first. For those who remind. */
export const requestsOfAgency = async (
  deps: Pick<RequestsDeps, 'events' | 'clock'> & { readonly seats: Pick<SeatStore, 'requestedOf'> },
  agencyId: AgencyId,
): Promise<readonly Omit<EventRequest, 'clashes'>[]> =>
  stillAhead(deps, await deps.seats.requestedOf(agencyId));

/** Of these seats those that wait for a word about an event that has not begun, in their order. */
async function stillAhead(
  deps: Pick<RequestsDeps, 'events' | 'clock'>,
  seats: readonly Seat[],
): Promise<readonly Omit<EventRequest, 'clashes'>[]> {
  const asked = seats.filter(({ state }) => state === 'requested');
  const now = deps.clock.now().toISOString();
  const events = await deps.events.findMany([...new Set(asked.map(({ eventId }) => eventId))]);
  const ahead = new Map(events.filter((event) => isAhead(event, now)).map((event) => [event.eventId, event]));
  return asked.flatMap((seat) => {
    const event = ahead.get(seat.eventId);
    return event ? [{ seat, event }] : [];
  });
}

const isAhead = (event: Event, now: string): boolean =>
  event.state === 'published' && spanOf(event).startsAt > now;

/** The word of the supervisor, or of the agency in their place (`decidingOffice`): a seat or a place in the queue, or no with a reason. */
export async function decideRequest(
  deps: RequestsDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly eventId: EventId;
    readonly personId: PersonId;
    /** Why not; absent: yes. */
    readonly reason?: string;
  },
): Promise<void> {
  const { principal, eventId, personId, reason } = input;
  const [event, seat, place] = await Promise.all([
    deps.events.find(eventId),
    deps.seats.find(eventId, personId),
    deps.people.placeOf(personId),
  ]);
  const office = seat && decidingOffice(principal, { seat, place, now: deps.clock.now() });
  if (!event || !seat || !office) throw new EventNotFound();
  if (seat.state !== 'requested') throw new EventChanged();
  const now = deps.clock.now().toISOString();
  const decided = { ...seat, since: now, by: principal.personId };
  if (reason === undefined) {
    if (!isAhead(event, now)) throw new RegistrationClosed();
    await enter(deps, seat, await charged(deps, event, { ...decided, state: 'confirmed' }));
    return;
  }
  const outcome = await deps.seats.step(seat, { ...decided, state: 'declined', reason });
  if (outcome !== 'done') throw new EventChanged();
}
