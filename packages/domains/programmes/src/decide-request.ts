import type { PersonId, PersonPrincipal } from '@sinau/kernel';
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
    const asked = (await deps.seats.ofPerson(personId)).filter(({ state }) => state === 'requested');
    for (const event of await deps.events.findMany(asked.map(({ eventId }) => eventId))) {
      const seat = asked.find(({ eventId }) => eventId === event.eventId);
      if (!seat || !isAhead(event, deps.clock.now().toISOString())) continue;
      found.push({ seat, event, clashes: await findClashes(deps, { personId, event }) });
    }
  }
  return found.toSorted((a, b) => a.seat.since.localeCompare(b.seat.since));
}

const isAhead = (event: Event, now: string): boolean =>
  event.state === 'published' && spanOf(event).startsAt > now;

/** The supervisor's word: a seat or a place in the queue, or no with a reason. Nobody decides about themselves (case C7). */
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
  const decides = personId !== principal.personId && place?.supervisorId === principal.personId;
  if (!event || !seat || !decides) throw new EventNotFound();
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
