import type { CompletedCourse } from '@sinau/credentials';
import { countAttendance, isFormCode } from '@sinau/credit';
import type { OrganisationStore, PeopleStore } from '@sinau/identity';
import type { AgencyId, Jp, PersonId, ProviderId } from '@sinau/kernel';
import {
  type Attended,
  attendedOf,
  type Event,
  type EventId,
  type EventStore,
  isSettled,
  presenceOf,
  type Seat,
  type SeatStore,
} from '@sinau/programmes';
import type { CreditDesk } from './credit-desk.ts';
import { ownerName } from './event-attendances.ts';

export interface EventCertificateDeps {
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: OrganisationStore;
  readonly credit: Pick<CreditDesk, 'credit'>;
}

/** Somebody's attendance of an event, as certificates ask for it; with the JP that its rule makes of it, caps aside. */
export async function attendedEvent(
  deps: EventCertificateDeps,
  { eventId, personId }: { readonly eventId: string; readonly personId: string },
): Promise<CompletedCourse | 'taken-back' | undefined> {
  const [event, seat, person] = await Promise.all([
    deps.events.find(eventId as EventId),
    deps.seats.find(eventId as EventId, personId as PersonId),
    deps.people.find(personId as PersonId),
  ]);
  if (!event || !seat || !person || seat.marks.length === 0) return undefined;
  const attended = attendedOf(event, seat);
  const counts = event.state === 'published' && seat.state === 'confirmed' && isSettled(event, attended);
  const jp = counts ? await worthOfAttendance(deps, { event, seat, attended }) : undefined;
  if (!counts || !(jp === undefined ? attended.isComplete : jp > 0)) return 'taken-back';
  return {
    ...{ personId: person.personId, holderName: person.name, ...timesOf(event, seat) },
    ...(seat.agencyId !== undefined && { agencyId: seat.agencyId }),
    course: await certified(deps, event),
    ...(jp !== undefined && { jp }),
  };
}

function timesOf(event: Event, seat: Seat): Pick<CompletedCourse, 'startedAt' | 'completedAt'> {
  const presence = presenceOf(seat.marks);
  const attended = event.sessions.filter(({ sessionId }) => presence.get(sessionId)?.present);
  return {
    startedAt: attended[0]?.startsAt ?? event.createdAt,
    completedAt: attended.at(-1)?.endsAt ?? event.updatedAt,
  };
}

async function certified(
  deps: EventCertificateDeps,
  { eventId, title, about, owner }: Event,
): Promise<CompletedCourse['course']> {
  const held = owner.kind === 'agency' ? owner.agencyId : owner.providerId;
  return {
    ...{ kind: 'event', courseId: eventId, version: 1, title: { id: title } },
    description: { id: about ?? '' },
    providerId: held as string as ProviderId,
    providerName: await ownerName(deps, owner),
  };
}

/** JP that somebody's attendance comes to, caps aside. */
export async function worthOfAttendance(
  { credit }: Pick<EventCertificateDeps, 'credit'>,
  of: { readonly event: Event; readonly seat: Seat; readonly attended: Attended },
): Promise<Jp | undefined> {
  const { form, abroad, stated } = of.event;
  const { sessions } = of.attended;
  const [startsOn, endsOn] = [sessions[0], sessions.at(-1)];
  if (!isFormCode(form) || startsOn === undefined || endsOn === undefined) return undefined;
  return countAttendance(credit, {
    ...{ form, abroad, startsOn, endsOn, agencyId: of.seat.agencyId ?? ('' as AgencyId) },
    ...(stated !== undefined && { stated }),
    event: { organiser: '', ...of.attended },
  });
}
