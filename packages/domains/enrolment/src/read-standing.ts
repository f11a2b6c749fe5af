import type { PersonId } from '@sinau/kernel';
import type { Enrolment } from './enrolment.ts';
import type { Admission, EnrolmentStore } from './ports.ts';

/** Beyond that a place in the waiting list is only said to be beyond. */
export const mostPlaces = 1000;

/** Where a person stands in a course, and what is left of it. */
export interface Standing {
  readonly current?: Enrolment;
  /** From 1; `mostPlaces + 1` for everything beyond. Given while the person waits. */
  readonly place?: number;
  /** Enrolments that are over or were followed by a re-take, the newest first. */
  readonly past: readonly Enrolment[];
  /** Given for a course with a limited number of seats. */
  readonly seats?: { readonly capacity: number; readonly free: number; readonly waiting: number };
}

/** Reads one person's standing in one course, without deciding anything. */
export async function readStanding(
  deps: { readonly enrolments: EnrolmentStore },
  input: {
    readonly personId: PersonId;
    readonly courseId: string;
    readonly admission: Admission | undefined;
  },
): Promise<Standing> {
  const { personId, courseId, admission } = input;
  const [current, past, seats] = await Promise.all([
    deps.enrolments.findCurrent(personId, courseId),
    deps.enrolments.listPast(personId, courseId),
    seatsOf(deps, { courseId, admission }),
  ]);
  const waits = current?.state === 'waiting';
  return {
    ...(current && { current }),
    ...(waits && { place: (await deps.enrolments.waitingBefore(current, mostPlaces)) + 1 }),
    past: [...past].sort((a, b) => (a.enrolledAt > b.enrolledAt ? -1 : 1)),
    ...(seats && { seats }),
  };
}

/** Undefined for a course that takes any number. A limit that was lowered leaves no negative number. */
export async function seatsOf(
  deps: { readonly enrolments: Pick<EnrolmentStore, 'seatsOf'> },
  input: { readonly courseId: string; readonly admission: Admission | undefined },
): Promise<Standing['seats']> {
  const capacity = input.admission?.seats;
  if (capacity === undefined) return undefined;
  const { taken, waiting } = await deps.enrolments.seatsOf(input.courseId);
  return { capacity, free: Math.max(0, capacity - taken), waiting };
}
