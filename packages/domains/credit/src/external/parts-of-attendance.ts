import type { Jp } from '@sinau/kernel';
import { spread } from '../effort/spread.ts';
import type { Part } from '../ledger/entry.ts';
import type { LocalDate } from '../local-date.ts';
import type { Unit } from '../rules/rule.ts';
import type { Attendance, AttendedEvent } from './attendance.ts';

const dayMs = 86_400_000;
/** What lasts longer is counted by its last days. */
const mostDays = 366;

/**
 * What was done on which day. JP as printed are spread over the days from the first to the last alike, as the dates of a
 * certificate are read; days are the first ones and the last; sessions and times lie evenly between them; semesters count when
 * they end. The last day is always one of them: its year is the year of credit.
 */
export function partsOfAttendance(
  attendance: Pick<Attendance, 'startsOn' | 'endsOn' | 'count' | 'stated' | 'event'>,
  unit: Unit | undefined,
): readonly Part[] {
  if (attendance.event) return partsOfEvent(attendance.event, attendance.stated, unit);
  const { endsOn, count = 1, stated = 0 as Jp } = attendance;
  const days = daysBetween(attendance);
  switch (unit) {
    case 'programme_jp':
    case undefined:
      return spread(stated, new Map(days.map((date) => [date, 1])));
    case 'semester':
      return [{ date: endsOn, amount: count * 100 }];
    case 'day':
      return alike([...days.slice(0, count - 1), endsOn]);
    case 'session':
    case 'occurrence':
      return alike(Array.from({ length: count }, (_, n) => evenly(days, n, count)));
  }
}

/** On which day each was attended is known. What a programme states counts when all of it was attended. */
function partsOfEvent(
  { days, sessions, isComplete }: AttendedEvent,
  stated: Jp | undefined,
  unit: Unit | undefined,
): readonly Part[] {
  switch (unit) {
    case 'day':
      return alike(days);
    case 'session':
      return alike(sessions);
    case 'occurrence':
    case 'semester':
      return isComplete ? alike(sessions.slice(-1)) : [];
    case 'programme_jp':
    case undefined:
      return isComplete ? spread(stated ?? (0 as Jp), new Map(sessions.map((date) => [date, 1]))) : [];
  }
}

function daysBetween({ startsOn, endsOn }: Pick<Attendance, 'startsOn' | 'endsOn'>): readonly LocalDate[] {
  const last = Date.parse(endsOn);
  const first = Math.max(Math.min(Date.parse(startsOn), last), last - (mostDays - 1) * dayMs);
  const days: LocalDate[] = [];
  for (let at = first; at <= last; at += dayMs) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** One alone is on the last day; of several the first is on the first day and the last on the last. */
function evenly(days: readonly LocalDate[], n: number, count: number): LocalDate {
  const at = count === 1 ? days.length - 1 : Math.floor((n * (days.length - 1)) / (count - 1));
  return days[at] ?? '0000-01-01';
}

/** One unit each; several on one day are one part. */
function alike(dates: readonly LocalDate[]): readonly Part[] {
  const amounts = new Map<LocalDate, number>();
  for (const date of dates) amounts.set(date, (amounts.get(date) ?? 0) + 100);
  return [...amounts]
    .map(([date, amount]) => ({ date, amount }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}
