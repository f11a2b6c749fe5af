import { type Enrolment, type EnrolmentStore, type Registration, raiseWaiting } from '@sinau/enrolment';
import type { Clock, PersonId } from '@sinau/kernel';
import {
  type CohortId,
  type CohortStore,
  type EventId,
  type EventStore,
  hallsOf,
  idOfHall,
  raiseSeat,
  type SeatStore,
  spanOf,
} from '@sinau/programmes';
import type { Target, WaitingLists, WaitStanding } from '@sinau/recognition/priority';

interface Deps {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration' | 'move'>;
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find' | 'step'>;
  readonly cohorts: Pick<CohortStore, 'find' | 'findMany'>;
  readonly cohortSeats: Pick<SeatStore, 'find' | 'step'>;
  readonly clock: Clock;
}

/** Waiting lists of courses, events and cohorts, as priority asks for them. */
export function waitingListsOf(deps: Deps): WaitingLists {
  return {
    async raise({ personId, target, along }) {
      const raised =
        target.kind === 'course'
          ? await raiseWaiting(deps, { personId, registration: target.registration as Registration, along })
          : await raiseSeat(hallOf(deps, target), { personId, eventId: idOf(target), along });
      return raised ? 'raised' : 'refused';
    },
    standingOf: ({ personId, target }) =>
      target.kind === 'course'
        ? courseStanding(deps, personId, target.registration as Registration)
        : seatStanding({ ...hallOf(deps, target), clock: deps.clock }, personId, idOf(target)),
  };
}

type OfSeats = Exclude<Target, { readonly kind: 'course' }>;

const idOf = (target: OfSeats): EventId =>
  target.kind === 'event' ? (target.eventId as EventId) : idOfHall(target.cohortId as CohortId);

const hallOf = ({ events, seats, cohorts, cohortSeats }: Deps, { kind }: OfSeats) =>
  kind === 'event' ? { events, seats } : { events: hallsOf(cohorts), seats: cohortSeats };

const taken: ReadonlySet<Enrolment['state']> = new Set<Enrolment['state']>(['active', 'completed']);

/** The mark of having been raised goes with the seat: who left with it has had none. */
async function courseStanding(
  { enrolments }: Deps,
  personId: PersonId,
  registration: Registration,
): Promise<WaitStanding> {
  const found = await enrolments.findByRegistration(registration);
  if (found?.personId !== personId) return 'ended';
  if (taken.has(found.state)) return 'seated';
  if (found.state === 'waiting' || found.state === 'requested') return 'waiting';
  return found.waitingRaised ? 'ended' : 'seated';
}

/** Nobody waits any more once it has begun, was cancelled, or is closed. */
async function seatStanding(
  { events, seats, clock }: Pick<Deps, 'events' | 'seats' | 'clock'>,
  personId: PersonId,
  eventId: EventId,
): Promise<WaitStanding> {
  const [event, seat] = await Promise.all([events.find(eventId), seats.find(eventId, personId)]);
  if (!event || !seat) return 'ended';
  if (seat.state === 'confirmed') return 'seated';
  if (seat.state !== 'waiting' && seat.state !== 'offered') return seat.raised ? 'ended' : 'seated';
  const isOver = event.state !== 'published' || spanOf(event).startsAt <= clock.now().toISOString();
  return seat.raised && !isOver ? 'waiting' : 'ended';
}
