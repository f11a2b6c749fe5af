import type { LocalDate } from '@sinau/kernel';
import type { PlannedWeek } from './plan-week.ts';

/** A course that is not finished, as far as a week needs it. */
export interface OpenCourse {
  readonly courseId: string;
  readonly dueOn?: LocalDate;
  readonly minutesLeft: number;
}

export interface SuggestedPart {
  readonly courseId: string;
  readonly minutes: number;
}

/**
 * What to do on which day: the course that is due first, then those in the order they are given, each until nothing is left of it.
 * What was done today already is taken off today.
 */
export function suggest(
  week: Pick<PlannedWeek, 'days'>,
  courses: readonly OpenCourse[],
): ReadonlyMap<LocalDate, readonly SuggestedPart[]> {
  const queue = courses
    .filter(({ minutesLeft }) => minutesLeft > 0)
    .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))
    .map(({ courseId, minutesLeft }) => ({ courseId, minutesLeft }));
  const days = new Map<LocalDate, readonly SuggestedPart[]>();
  for (const { date, minutes, doneSeconds } of week.days) {
    let free = Math.max(0, minutes - Math.floor(doneSeconds / 60));
    const parts: SuggestedPart[] = [];
    while (free > 0) {
      const next = queue[0];
      if (!next) break;
      const taken = Math.min(free, next.minutesLeft);
      parts.push({ courseId: next.courseId, minutes: taken });
      free -= taken;
      next.minutesLeft -= taken;
      if (next.minutesLeft === 0) queue.shift();
    }
    if (parts.length > 0) days.set(date, parts);
  }
  return days;
}
