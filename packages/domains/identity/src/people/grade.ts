import { type Career, noCareer, onDay } from './career.ts';
import { type Grade, gradesOf } from './rank.ts';

/**
 * Golongan of a day. It counts with the status under which it was entered: whoever has become a PNS since, or a PPPK, has none
 * until one is said of them, also where they have come back.
 */
export function gradeOn({ grades = [], employment }: Career, day: string): Grade | undefined {
  const entry = onDay(grades, day);
  if (!entry) return undefined;
  const fits = ({ status }: Career['employment'][number]) => gradesOf(status).includes(entry.grade);
  const then = onDay(employment, entry.from);
  const since = employment.filter(({ from }) => from > entry.from && from <= day);
  return [...(then ? [then] : []), ...since].every(fits) ? entry.grade : undefined;
}

/** The newest entry, while it counts. */
export function newestGrade({ grades, employment }: Career = noCareer) {
  const newest = grades?.at(-1);
  return newest && gradeOn({ ...noCareer, grades: [newest], employment }, '9999-12-31') ? newest : undefined;
}
