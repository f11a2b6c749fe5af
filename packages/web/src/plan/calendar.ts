import { addDays, type LocalDate, weekdayOf } from '@sinau/kernel';

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The planned days as one entry that comes back every week, for the calendar of a phone (RFC 5545). Whole days: the plan names no hours.
 * Taken in again it replaces itself, since its id stays.
 */
export function calendarOf(plan: {
  /** 1 for Monday to 7 for Sunday; at least one. */
  readonly days: readonly number[];
  readonly today: LocalDate;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  /** Host of the portal, for an id of its own. */
  readonly host: string;
  readonly summary: string;
}): string {
  const { days, today, changedAt, host, summary } = plan;
  const first = Array.from({ length: 7 }, (_, n) => addDays(today, n)).find((date) =>
    days.includes(weekdayOf(date)),
  );
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sinau//Weekly plan//ID', 'BEGIN:VEVENT'],
    `UID:weekly-plan@${host}`,
    `DTSTAMP:${changedAt.replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${(first ?? today).replaceAll('-', '')}`,
    `RRULE:FREQ=WEEKLY;BYDAY=${days.map((day) => names[day - 1]).join(',')}`,
    `SUMMARY:${summary.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)}`,
    ...['TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''],
  ];
  return lines.join('\r\n');
}
