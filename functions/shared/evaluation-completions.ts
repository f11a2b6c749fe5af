import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { RegistrationStore } from '@sinau/delivery';
import { type EnrolmentStore, isEarned, type Registration } from '@sinau/enrolment';
import type { Completion, CompletionDirectory } from '@sinau/evaluation';
import type { PeopleStore } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import {
  attendedOf,
  type EventId,
  type EventStore,
  isSettled,
  type SeatStore,
  spanOf,
} from '@sinau/programmes';
import { scoreOf } from './course-score.ts';

export interface CompletionDeps {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find'>;
}

/** Courses that were completed and events that were attended, as evaluation asks for them. */
export function completionsOf(deps: CompletionDeps): CompletionDirectory {
  return {
    completionOf: (personId, evaluationId) => {
      const id = evaluationId.slice(2);
      return evaluationId.startsWith('c-')
        ? completedCourse(deps, personId, id as Registration)
        : attendedEvent(deps, personId, id as EventId);
    },
  };
}

async function completedCourse(
  deps: CompletionDeps,
  personId: PersonId,
  registration: Registration,
): Promise<Completion | undefined> {
  const enrolment = await deps.enrolments.findByRegistration(registration);
  if (!enrolment?.completedAt || enrolment.personId !== personId || !isEarned(enrolment)) return undefined;
  const [course, person, score] = await Promise.all([
    deps.courses.find(enrolment.courseId as CourseId),
    deps.people.find(personId),
    scoreOf(deps, registration),
  ]);
  if (!course) return undefined;
  return {
    subject: { kind: 'course', id: enrolment.courseId },
    owner: { kind: 'provider', providerId: course.providerId },
    title: course.title,
    ...(person?.home.kind === 'agency' && { agencyId: person.home.agencyId }),
    completedAt: enrolment.completedAt,
    ...(score !== undefined && { score }),
  };
}

/** Once attendance counts; what somebody thinks of it is asked when its last session is over. */
async function attendedEvent(
  deps: CompletionDeps,
  personId: PersonId,
  eventId: EventId,
): Promise<Completion | undefined> {
  const [event, seat] = await Promise.all([deps.events.find(eventId), deps.seats.find(eventId, personId)]);
  if (event?.state !== 'published' || seat?.state !== 'confirmed') return undefined;
  const attended = attendedOf(event, seat);
  if (attended.sessions.length === 0 || !isSettled(event, attended)) return undefined;
  const { endsAt } = spanOf(event);
  return {
    subject: { kind: 'event', id: eventId },
    owner: event.owner,
    title: { id: event.title },
    ...(seat.agencyId !== undefined && { agencyId: seat.agencyId }),
    completedAt: event.closedAt !== undefined && event.closedAt < endsAt ? event.closedAt : endsAt,
  };
}
