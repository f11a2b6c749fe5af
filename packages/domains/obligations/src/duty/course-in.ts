import type { TimeZone } from '@sinau/kernel';
import { momentOf } from '../local-day.ts';
import type { CourseDesk } from '../ports.ts';
import type { Duty } from './duty.ts';
import type { CourseStanding } from './duty-state.ts';
import { countsFrom } from './period.ts';

/** What is known of a course or a path for a round. */
export function courseIn(
  desk: Pick<CourseDesk, 'standingOf'>,
  place: Pick<Duty, 'personId' | 'courseId' | 'period'>,
  timeZone: TimeZone,
): Promise<CourseStanding> {
  const { personId, courseId, period } = place;
  const since = startOfRound(period, timeZone);
  return desk.standingOf({ personId, courseId, ...(since !== undefined && { since }) });
}

/** From which moment on completions count for a round, ISO 8601 UTC; undefined: any. */
export function startOfRound(period: string, timeZone: TimeZone): string | undefined {
  const from = countsFrom(period);
  return from === undefined ? undefined : momentOf(from, 0, timeZone);
}
