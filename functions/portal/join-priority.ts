import type { CourseId } from '@sinau/catalogue';
import type { Registration } from '@sinau/enrolment';
import type { LanguageMap, PersonId, PersonPrincipal } from '@sinau/kernel';
import { type CohortId, type EventId, hallsOf, isRequiredPlace, type Seat, spanOf } from '@sinau/programmes';
import {
  type PrioritySeatId,
  readOwnPriority,
  redeemPriority,
  settlePriority,
  type Target,
  type ToldSeat,
} from '@sinau/recognition/priority';
import type { PriorityPorts, PrioritySeatView, WaitView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<PortalDeps, 'priority' | 'enrolments' | 'courses' | 'events' | 'cohorts' | 'clock'>;

/** One’s own rights to priority. What became of what they were used for is looked up before they are told. */
export function joinPriority(deps: Deps): PriorityPorts {
  return {
    async ownOf(principal) {
      const desk = await deps.priority();
      await settlePriority(desk, principal);
      const all = await readOwnPriority(desk, { principal });
      const usable = all.some(({ standing }) => standing === 'granted');
      return {
        seats: await inTurns(all, (one) => seatView(deps, one)),
        waits: usable ? await waitsOf(deps, principal) : [],
      };
    },
    async use(principal, seatId, target) {
      const desk = await deps.priority();
      await settlePriority(desk, principal);
      await redeemPriority(desk, { principal, seatId: seatId as PrioritySeatId, target });
    },
  };
}

export async function seatView(deps: Deps, { seat, standing }: ToldSeat) {
  const { seatId, ground, minutes, validUntil, target } = seat;
  const usedFor = target && (await named(deps, target));
  const kept = target && standing === 'redeemed' ? await keptFor(deps, seat.personId, target) : undefined;
  return {
    ...{ seatId, ground, minutes, validUntil, standing },
    ...(usedFor && { usedFor }),
    ...(kept && { kept }),
  };
}

/** They wait no more: a seat is theirs if they confirm it in time. Courses give theirs at once. */
async function keptFor(deps: Deps, personId: PersonId, target: Target): Promise<PrioritySeatView['kept']> {
  if (target.kind === 'course') return undefined;
  const eventId = (target.kind === 'event' ? target.eventId : target.cohortId) as EventId;
  const { events, seats } = target.kind === 'event' ? await deps.events() : hallsIn(await deps.cohorts());
  const [event, seat] = await Promise.all([events.find(eventId), seats.find(eventId, personId)]);
  const until = seat?.state === 'offered' ? seat.offeredUntil : undefined;
  return event && until !== undefined ? { until, zone: event.zone } : undefined;
}

const hallsIn = ({ cohorts, seats }: Awaited<ReturnType<Deps['cohorts']>>) => ({
  ...{ events: hallsOf(cohorts), seats },
});

async function named(
  deps: Deps,
  target: Target,
): Promise<{ readonly title: LanguageMap; readonly href: string } | undefined> {
  if (target.kind === 'event') {
    const { events } = await deps.events();
    const event = await events.find(target.eventId as EventId);
    return event && { title: { id: event.title }, href: `/events/${encodeURIComponent(target.eventId)}` };
  }
  if (target.kind === 'cohort') {
    const { cohorts } = await deps.cohorts();
    const cohort = await cohorts.find(target.cohortId as CohortId);
    return cohort && { title: { id: cohort.name }, href: `/cohorts/${encodeURIComponent(target.cohortId)}` };
  }
  const enrolment = await deps.enrolments.findByRegistration(target.registration as Registration);
  const course = enrolment && (await deps.courses.find(enrolment.courseId as CourseId));
  return course && { title: course.title, href: `/courses/${encodeURIComponent(course.courseId)}` };
}

/** Where a right would gain something: in lists in which they are not ahead already. */
async function waitsOf(deps: Deps, { personId }: PersonPrincipal): Promise<readonly WaitView[]> {
  const [enrolments, ofEvents, ofCohorts] = await Promise.all([
    deps.enrolments.listCurrent(personId),
    deps.events(),
    deps.cohorts(),
  ]);
  const courses = await inTurns(
    enrolments.filter(
      ({ state, assignment, waitingRaised }) => state === 'waiting' && !assignment && !waitingRaised,
    ),
    async ({ registration, courseId }): Promise<readonly WaitView[]> => {
      const course = await deps.courses.find(courseId as CourseId);
      return course ? [{ target: { kind: 'course', registration }, title: course.title }] : [];
    },
  );
  const now = deps.clock.now().toISOString();
  const coming = async (
    events: Pick<typeof ofEvents.events, 'findMany'>,
    seats: readonly Seat[],
  ): Promise<readonly { readonly eventId: EventId; readonly title: string }[]> => {
    const ids = seats.filter(gainsBy).map(({ eventId }) => eventId);
    const found = await events.findMany(ids);
    return found.filter((event) => event.state === 'published' && spanOf(event).startsAt > now);
  };
  const [events, cohorts] = await Promise.all([
    coming(ofEvents.events, await ofEvents.seats.ofPerson(personId)),
    coming(hallsOf(ofCohorts.cohorts), await ofCohorts.seats.ofPerson(personId)),
  ]);
  return [
    ...courses.flat(),
    ...events.map(
      ({ eventId, title }): WaitView => ({ target: { kind: 'event', eventId }, title: { id: title } }),
    ),
    ...cohorts.map(
      ({ eventId, title }): WaitView => ({
        ...{ target: { kind: 'cohort', cohortId: eventId }, title: { id: title } },
      }),
    ),
  ];
}

/** Whoever waits, and is not ahead already. */
const gainsBy = ({ state, raised, place = '' }: Seat): boolean =>
  state === 'waiting' && !raised && !isRequiredPlace(place);
