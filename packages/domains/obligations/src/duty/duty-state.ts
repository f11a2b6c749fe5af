import type { LocalDate, TimeZone } from '@sinau/kernel';
import { localDayOf } from '../local-day.ts';
import type { Duty, DutyState, Obstacle } from './duty.ts';
import { countsFrom } from './period.ts';

/** A completion of the course by the person, also one that a re-take followed. */
export interface CourseCompletion {
  readonly registration: string;
  /** ISO 8601 UTC. */
  readonly completedAt: string;
  /**
   * Last day of learning, where the ledger of JP has a line of it. It decides the round: that somebody is done is often told later.
   * @default the day of `completedAt`
   */
  readonly learnedOn?: LocalDate;
  /** JP of it count. */
  readonly isRecognised: boolean;
  /** The provider does not stand by it: it is worth nothing while that is so. */
  readonly isTakenBack?: true;
}

/** What enrolment and credit know of a person and a course. */
export interface CourseStanding {
  readonly current?: {
    readonly state: 'requested' | 'waiting' | 'active' | 'completed';
    /** Something was done in it. */
    readonly hasBegun: boolean;
  };
  readonly completions: readonly CourseCompletion[];
}

type Standing = Pick<Duty, 'state' | 'obstacle' | 'registration' | 'finishedAt'>;

/**
 * What a duty that is not released comes to. It is read off what is true now and never added to: facts that come late, twice
 * or in another order lead to the same.
 */
export function standingOf(period: string, course: CourseStanding, timeZone: TimeZone): Standing {
  const from = countsFrom(period);
  const counts = ({
    completedAt,
    learnedOn = localDayOf(new Date(completedAt), timeZone),
  }: CourseCompletion) => from === undefined || learnedOn >= from;
  const inPeriod = course.completions.filter(counts);
  const done = inPeriod
    .filter(({ isTakenBack }) => !isTakenBack)
    .sort((a, b) => (a.completedAt < b.completedAt ? -1 : 1));
  const first = done.find(({ isRecognised }) => isRecognised) ?? done[0];
  if (first) {
    const { registration, completedAt: finishedAt, isRecognised } = first;
    return { state: isRecognised ? 'recognised' : 'finished', registration, finishedAt };
  }
  return openStanding(course, inPeriod.length > 0);
}

function openStanding(
  { current }: CourseStanding,
  hasTakenBack: boolean,
): { state: DutyState; obstacle?: Obstacle } {
  switch (current?.state) {
    case 'active':
      return { state: current.hasBegun ? 'started' : 'enrolled' };
    case 'waiting':
      return { state: 'required', obstacle: 'waiting' };
    case 'requested':
      return { state: 'required', obstacle: 'approval' };
    case 'completed':
      // What was taken back in this period lies with the provider: a seat more would be spent, and it may come back.
      return { state: hasTakenBack ? 'started' : 'required' };
    default:
      return { state: 'required' };
  }
}
