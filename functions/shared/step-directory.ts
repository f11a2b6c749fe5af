import { type CourseId, type CourseStore, publishedSide } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { type Enrolment, type EnrolmentStore, isEarned } from '@sinau/enrolment';
import type { PersonId } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import {
  attendedOf,
  type Event,
  type EventId,
  type EventStore,
  isSameOwner,
  isSettled,
  type Seat,
  type SeatStore,
  type StepDirectory,
  type StepProgress,
  spanOf,
} from '@sinau/programmes';
import { createEventStore, createSeatStore } from '@sinau/programmes/dynamo';
import { createEnrolmentStore } from './enrolment-store.ts';

export interface StepDirectoryDeps {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly enrolments: Pick<EnrolmentStore, 'listCurrent' | 'listPast'>;
  readonly events: Pick<EventStore, 'find' | 'findMany'>;
  readonly seats: Pick<SeatStore, 'ofPerson'>;
}

/** Courses and events as learning paths ask for them. */
export function stepDirectoryOf(deps: StepDirectoryDeps): StepDirectory {
  return {
    async find({ kind, of }, by) {
      if (kind === 'course') {
        const course = await deps.courses.find(of as CourseId);
        const open = course && publishedSide(course);
        return open && { title: open.title, jp: open.jp };
      }
      const event = await deps.events.find(of as EventId);
      if (event?.state !== 'published') return undefined;
      const isTheirs = event.audience === 'all' || isSameOwner(event.owner, by);
      return isTheirs ? { title: { id: event.title } } : undefined;
    },
    async progressOf(personId, steps, since = '') {
      const ids = (kind: string) => steps.flatMap((step) => (step.kind === kind ? [step.of] : []));
      const [courses, events] = await Promise.all([
        coursesOf(deps, personId, { courseIds: ids('course'), since }),
        eventsOf(deps, personId, ids('event')),
      ]);
      return steps.map(({ kind, of }) => (kind === 'course' ? courses : events).get(of) ?? { state: 'none' });
    },
  };
}

async function coursesOf(
  { enrolments }: Pick<StepDirectoryDeps, 'enrolments'>,
  personId: PersonId,
  { courseIds, since }: { readonly courseIds: readonly string[]; readonly since: string },
): Promise<ReadonlyMap<string, StepProgress>> {
  if (courseIds.length === 0) return new Map();
  const [current, past] = await Promise.all([
    enrolments.listCurrent(personId),
    enrolments.listPast(personId),
  ]);
  const own = Map.groupBy([...current, ...past], ({ courseId }) => courseId);
  return new Map(courseIds.map((courseId) => [courseId, courseProgress(own.get(courseId) ?? [], since)]));
}

/** The first completion since then that its provider stands by counts, whatever is taken again after it. */
function courseProgress(own: readonly Enrolment[], since: string): StepProgress {
  const earned = own.filter(isEarned).flatMap(({ completedAt }) => completedAt ?? []);
  const [first] = earned.filter((at) => at >= since).toSorted();
  if (first !== undefined) return { state: 'done', at: first };
  // What was finished in an earlier round is to be taken again.
  const states = new Set(own.filter((one) => !isEarned(one)).map(({ state }) => state));
  // One that was completed and taken back is still open to the person.
  if (states.has('active') || states.has('completed')) return { state: 'active' };
  if (states.has('waiting')) return { state: 'waiting' };
  return { state: states.has('requested') ? 'asked' : 'none' };
}

async function eventsOf(
  { events, seats }: Pick<StepDirectoryDeps, 'events' | 'seats'>,
  personId: PersonId,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, StepProgress>> {
  if (eventIds.length === 0) return new Map();
  const own = (await seats.ofPerson(personId)).filter(({ eventId }) => eventIds.includes(eventId));
  const found = new Map(
    (await events.findMany(own.map(({ eventId }) => eventId))).map((event) => [event.eventId, event]),
  );
  return new Map(
    own.map((seat): [string, StepProgress] => [seat.eventId, eventProgress(found.get(seat.eventId), seat)]),
  );
}

/** Done by whoever was at every session. */
function eventProgress(event: Event | undefined, seat: Seat): StepProgress {
  if (event?.state !== 'published') return { state: 'none' };
  switch (seat.state) {
    case 'requested':
      return { state: 'asked' };
    case 'waiting':
    case 'offered':
      return { state: 'waiting' };
    case 'confirmed': {
      const attended = attendedOf(event, seat);
      const isDone = attended.isComplete && isSettled(event, attended);
      return isDone ? { state: 'done', at: spanOf(event).endsAt } : { state: 'active' };
    }
    default:
      return { state: 'none' };
  }
}

export const createStepDirectory = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
  /** Those that there are already. */
  readonly courses?: CourseStore;
  readonly enrolments?: EnrolmentStore;
}): StepDirectory =>
  stepDirectoryOf({
    courses: stores.courses ?? createCourseStore(stores),
    enrolments: stores.enrolments ?? createEnrolmentStore(stores),
    events: createEventStore(stores),
    seats: createSeatStore(stores),
  });
