import { type Enrolment, isEarned, isTaken, sortByTouch } from '@sinau/enrolment';
import type { Jp, PersonId } from '@sinau/kernel';
import { type CourseView, type PartView, partsOf, progressOf } from '@sinau/web';
import { type CourseViewDeps, courseViewOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

/** A course that somebody has before them, or has asked for. */
export interface CurrentCourse {
  readonly enrolment: Enrolment;
  readonly course: CourseView;
  /** The provider has not enrolled yet. */
  readonly atProvider?: true;
}

export interface CurrentCourses {
  /** The one touched last first. */
  readonly active: readonly CurrentCourse[];
  /** Done, and worth nothing while the provider does not stand by it. */
  readonly takenBack: readonly CurrentCourse[];
  /** Asked for, or on a waiting list. */
  readonly pending: readonly CurrentCourse[];
  /** Everything the person stands in the list of, finished courses too. */
  readonly courseIds: ReadonlySet<string>;
}

export type CurrentDeps = CourseViewDeps & Pick<PortalDeps, 'providerEnrolments'>;

/** Looks at what is not finished alone: of what somebody has learned in years nothing more is asked than its id. */
export async function currentCourses(given: CurrentDeps, personId: PersonId): Promise<CurrentCourses> {
  const current = await given.enrolments.listCurrent(personId);
  const deps = { ...given, organisations: askedOnce(given.organisations) };
  const open = sortByTouch(current).filter((enrolment) => !isEarned(enrolment));
  const courses = await inTurns(open, (enrolment) => lookAt(deps, enrolment));
  return {
    active: courses.filter(({ course }) => course.enrolment?.state === 'active'),
    takenBack: courses.filter(({ course }) => course.enrolment?.providerWord?.takenBack !== undefined),
    pending: courses.filter(({ enrolment }) => !isTaken(enrolment)),
    courseIds: new Set(current.map(({ courseId }) => courseId)),
  };
}

async function lookAt(deps: CurrentDeps, enrolment: Enrolment): Promise<CurrentCourse> {
  const own = isTaken(enrolment) ? { enrolment } : { enrolment: undefined, pending: enrolment };
  const { personId, courseId } = enrolment;
  const course = await courseViewOf(deps, { personId, courseId, ...own });
  const waits = enrolment.state === 'active' && (await waitsForProvider(deps, enrolment, course));
  return { enrolment, course, ...(waits && { atProvider: true as const }) };
}

/** Courses of one provider ask for its name once. */
function askedOnce(organisations: PortalDeps['organisations']): PortalDeps['organisations'] {
  const names = new Map<string, ReturnType<PortalDeps['organisations']['findProvider']>>();
  return {
    ...organisations,
    findProvider: (providerId) => {
      const found = names.get(providerId) ?? organisations.findProvider(providerId);
      names.set(providerId, found);
      return found;
    },
  };
}

export const isElsewhere = ({ content }: Pick<PartView, 'content'>): boolean =>
  content === 'lti' || content === 'external';

/** Asked for a course alone that has parts elsewhere. */
export async function waitsForProvider(
  deps: Pick<PortalDeps, 'providerEnrolments'>,
  { registration }: Enrolment,
  course: CourseView,
): Promise<boolean> {
  if (!partsOf(course.outline).some(isElsewhere)) return false;
  const found = await (await deps.providerEnrolments()).find(registration);
  return found !== undefined && found.state !== 'confirmed';
}

/** What is begun, and what is on the list and not begun: the two parts of the ring that are in no ledger yet. */
export function aheadOf({ active, pending }: CurrentCourses) {
  const isBegun = ({ course }: CurrentCourse) => progressOf(course).begun;
  return {
    running: active.filter(isBegun),
    planned: [...active.filter((one) => !isBegun(one)), ...pending],
  };
}

export const jpOf = (courses: readonly CurrentCourse[]): Jp =>
  courses.reduce((sum, { course }) => sum + (course.jp ?? 0), 0) as Jp;
