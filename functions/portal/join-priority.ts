import type { CourseId } from '@sinau/catalogue';
import type { Registration } from '@sinau/enrolment';
import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import { type EventId, spanOf } from '@sinau/programmes';
import {
  type PrioritySeatId,
  readOwnPriority,
  redeemPriority,
  settlePriority,
  type Target,
  type ToldSeat,
} from '@sinau/recognition/priority';
import type { PriorityPorts, WaitView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<PortalDeps, 'priority' | 'enrolments' | 'courses' | 'events' | 'clock'>;

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
  return { seatId, ground, minutes, validUntil, standing, ...(usedFor && { usedFor }) };
}

async function named(
  deps: Deps,
  target: Target,
): Promise<{ readonly title: LanguageMap; readonly href: string } | undefined> {
  if (target.kind === 'event') {
    const { events } = await deps.events();
    const event = await events.find(target.eventId as EventId);
    return event && { title: { id: event.title }, href: `/events/${encodeURIComponent(target.eventId)}` };
  }
  const enrolment = await deps.enrolments.findByRegistration(target.registration as Registration);
  const course = enrolment && (await deps.courses.find(enrolment.courseId as CourseId));
  return course && { title: course.title, href: `/courses/${encodeURIComponent(course.courseId)}` };
}

/** Where a right would gain something: in lists in which they are not ahead already. */
async function waitsOf(deps: Deps, { personId }: PersonPrincipal): Promise<readonly WaitView[]> {
  const [enrolments, { events, seats }] = await Promise.all([
    deps.enrolments.listCurrent(personId),
    deps.events(),
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
  const waiting = (await seats.ofPerson(personId)).filter(
    ({ state, raised }) => state === 'waiting' && !raised,
  );
  const now = deps.clock.now().toISOString();
  const coming = (await events.findMany(waiting.map(({ eventId }) => eventId))).filter(
    (event) => event.state === 'published' && spanOf(event).startsAt > now,
  );
  return [
    ...courses.flat(),
    ...coming.map(
      ({ eventId, title }): WaitView => ({ target: { kind: 'event', eventId }, title: { id: title } }),
    ),
  ];
}
