import type { Jp } from '@sinau/kernel';
import { addDays, daysBetween, type LocalDate, yearOf } from './local-date.ts';

/** What was recognised on one day of the learner. */
export interface DayTotal {
  readonly date: LocalDate;
  readonly recognised: Jp;
}

/** When a minimum is reached if the year goes on as it has begun. */
export type Forecast =
  | { readonly kind: 'met'; readonly on: LocalDate }
  | { readonly kind: 'reached-on'; readonly on: LocalDate }
  /** Not within the year: what it comes to by then, and what a week would bring the rest. */
  | { readonly kind: 'short'; readonly atYearEnd: Jp; readonly perWeek: Jp }
  | { readonly kind: 'unknown'; readonly because: 'nothing' | 'early' | 'few' };

/** Before that, one course more or less moves the day by months. */
export const leastDays = 28;
/** Of one day no pace can be told. */
export const leastDaysLearned = 2;

/**
 * The pace is what was recognised of this year until today, by the days since 1 January. Nothing else goes into it: no
 * plans, no running courses. Undefined for a year that is over or to come.
 */
export function forecastYear(given: {
  readonly year: number;
  readonly today: LocalDate;
  readonly minimum: Jp;
  /** In order of time; what a line of this year earned in December counts on 1 January. */
  readonly days: readonly DayTotal[];
}): Forecast | undefined {
  const { year, today, minimum, days } = given;
  if (yearOf(today) !== year) return undefined;
  const first = `${year}-01-01`;
  const own = days.filter(({ date, recognised }) => date <= today && recognised > 0);
  const metOn = dayOfSum(own, minimum);
  if (metOn !== undefined) return { kind: 'met', on: metOn < first ? first : metOn };
  if (own.length === 0) return { kind: 'unknown', because: 'nothing' };
  const passed = daysBetween(first, today) + 1;
  if (passed < leastDays) return { kind: 'unknown', because: 'early' };
  if (own.length < leastDaysLearned) return { kind: 'unknown', because: 'few' };
  const sum = own.reduce((all, { recognised }) => all + recognised, 0);
  const on = addDays(first, Math.ceil((minimum * passed) / sum) - 1);
  if (yearOf(on) === year) return { kind: 'reached-on', on };
  const last = `${year}-12-31`;
  const whole = daysBetween(first, last) + 1;
  const weeks = Math.max(1, daysBetween(today, last) / 7);
  return {
    kind: 'short',
    atYearEnd: Math.floor((sum * whole) / passed) as Jp,
    // Half hours: nobody plans hundredths.
    perWeek: (Math.ceil((minimum - sum) / weeks / 50) * 50) as Jp,
  };
}

/** The day on which the sum is reached. A minimum of nothing is met at once. */
function dayOfSum(days: readonly DayTotal[], minimum: Jp): LocalDate | undefined {
  if (minimum === 0) return '0000-01-01';
  let sum = 0;
  return days.find(({ recognised }) => {
    sum += recognised;
    return sum >= minimum;
  })?.date;
}
