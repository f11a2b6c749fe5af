import type { CertificateMessage } from '@sinau/credentials';
import { followAttendance } from '@sinau/credit';
import type { EventChanged, EventSeatChanged } from '@sinau/domain-events';
import type { OrganisationStore } from '@sinau/identity';
import type { Ids, PersonId } from '@sinau/kernel';
import type { NoticeContent } from '@sinau/notifications';
import type { Queue } from '@sinau/platform/queue';
import {
  attendedOf,
  type Event,
  type EventId,
  type EventStore,
  isActive,
  promoteWaiting,
  type Seat,
  type SeatStore,
  settleSeat,
} from '@sinau/programmes';
import type { CreditParts } from '../shared/credit-parts.ts';
import { eventAttendancesOf } from '../shared/event-attendances.ts';
import { worthOfAttendance } from '../shared/event-certificates.ts';
import { eventRegistration } from '../shared/event-registration.ts';
import { type TellDeps, tell } from '../shared/tell.ts';
import { type FollowEvaluationsDeps, followAttended } from './follow-evaluations.ts';
import type { FactOf } from './later-follower.ts';
import { tellDeciders } from './tell-deciders.ts';

export interface FollowEventsDeps extends TellDeps, Omit<FollowEvaluationsDeps, keyof TellDeps> {
  readonly events: EventStore;
  readonly seats: SeatStore;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly organisations: OrganisationStore;
  readonly credit: () => Promise<CreditParts>;
  readonly certificateQueue: Queue<CertificateMessage>;
}

type Followed = FactOf<'event-seat-changed' | 'event-attendance-changed' | 'event-changed'>;

/**
 * What follows from events: seats that are free go on, JP and certificates follow attendance, people hear what others did to their place. It
 * goes by what is there now, so that it is safe to repeat and to come late.
 */
export async function followEvents(deps: FollowEventsDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'event-seat-changed':
      // Also where whoever gave the seat back has died before the next was asked.
      await promoteWaiting(deps, { eventId: fact.event as EventId });
      return tellOfSeat(deps, fact);
    case 'event-attendance-changed':
      await settleMoney(deps, { eventId: fact.event, personId: fact.personId });
      return followPerson(deps, { eventId: fact.event, personId: fact.personId });
    case 'event-changed':
      return followEvent(deps, fact);
  }
}

async function followPerson(
  deps: FollowEventsDeps,
  { eventId, personId }: { readonly eventId: string; readonly personId: string },
): Promise<void> {
  const attendances = eventAttendancesOf(deps);
  const place = { personId: personId as PersonId, learningId: eventId };
  await followAttendance({ ...(await deps.credit()), attendances }, place);
  await deps.certificateQueue.send({ kind: 'settle', registration: eventRegistration(eventId, personId) });
}

/** What becomes of the money of a seat. */
async function settleMoney(
  deps: FollowEventsDeps,
  { eventId, personId }: { readonly eventId: string; readonly personId: string },
): Promise<void> {
  const worthOf = async (event: Event, seat: Seat) =>
    worthOfAttendance({ credit: await deps.credit() }, { event, seat, attended: attendedOf(event, seat) });
  const at = { eventId: eventId as EventId, personId: personId as PersonId };
  await settleSeat({ ...deps, worthOf }, at);
}

const seatsAPage = 100;
const peopleAtOnce = 10;

async function followEvent(deps: FollowEventsDeps, fact: EventChanged): Promise<void> {
  const event = await deps.events.find(fact.event as EventId);
  if (!event || fact.change === 'published') return;
  let after: string | undefined;
  do {
    const page = await deps.seats.listOf(event.eventId, {
      limit: seatsAPage,
      ...(after !== undefined && { after }),
    });
    for (let at = 0; at < page.seats.length; at += peopleAtOnce) {
      const some = page.seats.slice(at, at + peopleAtOnce);
      await Promise.all(some.map((seat) => followSeat(deps, fact, { event, seat })));
    }
    after = page.next;
  } while (after !== undefined);
}

async function followSeat(
  deps: FollowEventsDeps,
  { eventId, change }: EventChanged,
  { event, seat }: { readonly event: Event; readonly seat: Seat },
): Promise<void> {
  if (change !== 'moved' && seat.charge) await settleMoney(deps, seat);
  if (change !== 'moved' && seat.marks.length > 0) {
    await followPerson(deps, seat);
    await followAttended(deps, seat);
  }
  if ((change !== 'moved' && change !== 'cancelled') || !isActive(seat.state)) return;
  const reason = change === 'cancelled' ? event.cancelReason : undefined;
  const params = { title: event.title, change, ...(reason !== undefined && { reason }) };
  const told = { eventId: `${eventId}:${seat.personId}`, personId: seat.personId };
  await tell(deps, told, { kind: 'event-changed', params, link: `/events/${event.eventId}` });
}

/** What others did. What somebody did themselves they have seen. */
async function tellOfSeat(deps: FollowEventsDeps, fact: EventSeatChanged): Promise<void> {
  const [event, seat] = await Promise.all([
    deps.events.find(fact.event as EventId),
    deps.seats.find(fact.event as EventId, fact.personId as PersonId),
  ]);
  // It has gone on since: what is told then is told by that step.
  if (!event || seat?.state !== fact.state) return;
  if (fact.state === 'requested') {
    return tellDeciders(deps, fact, (learner, desk) => ({
      ...{ kind: 'event-requested', params: { title: event.title, learner } },
      link: desk === 'team' ? '/team/events' : '/agency/event-requests',
    }));
  }
  const params = paramsOf(fact, event, seat);
  if (params) await tell(deps, fact, { kind: 'event-seat', params, link: `/events/${event.eventId}` });
}

type SeatParams = Extract<NoticeContent, { kind: 'event-seat' }>['params'];

function paramsOf(fact: EventSeatChanged, { title }: Event, seat: Seat): SeatParams | undefined {
  const { offeredUntil: until, reason } = seat;
  const why = reason === undefined ? {} : { reason };
  switch (fact.state) {
    case 'offered':
      return { title, state: 'offered', ...(until !== undefined && { until }) };
    case 'declined':
    case 'removed':
      return { title, state: fact.state, ...why };
    case 'lapsed':
      return { title, state: 'lapsed' };
    case 'confirmed':
    case 'waiting':
      if (seat.walkIn) return { title, state: 'added', ...why };
      if (fact.before === 'unfunded') {
        return { title, state: fact.state === 'confirmed' ? 'funded' : 'queued' };
      }
      return fact.before === 'requested' ? { title, state: fact.state } : undefined;
    case 'unfunded':
      return fact.before === 'requested' ? { title, state: 'unfunded' } : undefined;
    default:
      return undefined;
  }
}
