import type { Experiment, NudgeKind } from './experiment.ts';
import type { NudgedPerson, OpenCourse } from './ports.ts';

const dayMs = 86_400_000;

/** A kind that fits somebody, with the course that it is about. */
export interface Fit {
  readonly experiment: Experiment;
  readonly course?: OpenCourse;
}

/** Whether the nudge fits the person at that moment; it looks at no group. */
export function fitOf(experiment: Experiment, person: NudgedPerson, now: Date): Fit | undefined {
  const { fromDays, untilDays } = experiment.window;
  const isWithin = (since: string) => {
    const days = Math.floor((now.getTime() - Date.parse(since)) / dayMs);
    return fromDays <= days && days <= untilDays;
  };
  const found = candidates[experiment.kind](person);
  const course = found && isWithin(found.since) ? found.course : undefined;
  if (!course) return undefined;
  return experiment.kind === 'plan-week' ? { experiment } : { experiment, course };
}

interface Candidate {
  readonly course: OpenCourse;
  readonly since: string;
}

const bySince = (a: Candidate, b: Candidate) =>
  a.since.localeCompare(b.since) || a.course.courseId.localeCompare(b.course.courseId);

const candidates: Readonly<Record<NudgeKind, (person: NudgedPerson) => Candidate | undefined>> = {
  // The newest: what has lain for longer than the window is not brought up any more.
  begin: ({ courses }) =>
    courses
      .filter(({ lastActivityAt, isUnseen }) => lastActivityAt === undefined && !isUnseen)
      .map((course) => ({ course, since: course.openedAt }))
      .toSorted(bySince)
      .at(-1),
  // The one that was touched last: whoever is busy with one course is not told of another.
  continue: ({ courses }) =>
    courses
      .flatMap((course) =>
        course.lastActivityAt === undefined ? [] : [{ course, since: course.lastActivityAt }],
      )
      .toSorted(bySince)
      .at(-1),
  'plan-week': ({ courses, hasPlan }) =>
    hasPlan
      ? undefined
      : courses
          .map((course) => ({ course, since: course.openedAt }))
          .toSorted(bySince)
          .at(0),
};
