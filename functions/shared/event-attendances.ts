import { type Attendance, type AttendanceDirectory, isFormCode } from '@sinau/credit';
import { type OrganisationStore, organisationName } from '@sinau/identity';
import type { AgencyId, PersonId } from '@sinau/kernel';
import {
  attendedOf,
  type Event,
  type EventId,
  type EventStore,
  isSettled,
  localDayOf,
  type Owner,
  type Seat,
  type SeatStore,
  spanOf,
} from '@sinau/programmes';

interface Deps {
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find'>;
  readonly organisations: OrganisationStore;
}

/** Name of whoever holds an event. */
export async function ownerName(deps: Pick<Deps, 'organisations'>, owner: Owner): Promise<string> {
  return (await organisationName(deps, owner)) ?? '–';
}

/** Attendance at events, as the ledger of JP asks for it; `learningId` is that of the event. */
export function eventAttendancesOf(deps: Deps): AttendanceDirectory {
  return {
    async attendanceOf(personId, eventId) {
      const [event, seat] = await Promise.all([
        deps.events.find(eventId as EventId),
        deps.seats.find(eventId as EventId, personId),
      ]);
      if (!event || !seat) return undefined;
      return attendanceFrom(event, seat, await ownerName(deps, event.owner));
    },
  };
}

/** Undefined for a form that the rules do not know, and for somebody whose agency nobody knows. */
function attendanceFrom(event: Event, seat: Seat, organiser: string): Attendance | undefined {
  const { eventId, form, title, abroad, stated, zone, state } = event;
  const { personId, agencyId, marks } = seat;
  if (!isFormCode(form) || agencyId === undefined) return undefined;
  const attended = attendedOf(event, seat);
  const { startsAt, endsAt } = spanOf(event);
  return {
    ...{
      personId: personId as PersonId,
      learningId: eventId,
      agencyId: agencyId as AgencyId,
      form,
      title,
      abroad,
    },
    ...{ startsOn: localDayOf(startsAt, zone), endsOn: attended.sessions.at(-1) ?? localDayOf(endsAt, zone) },
    event: { organiser, ...attended },
    ...(stated !== undefined && { stated }),
    verifiedAt: event.closedAt ?? marks.at(-1)?.at ?? event.updatedAt,
    stands: state === 'published' && seat.state === 'confirmed' && isSettled(event, attended),
    because: 'not-attended',
  };
}
