import { type LocalDate, localDateOf, startOfLocalDay, type TimeZone } from '@sinau/kernel';

/** Which day it is for somebody in the zone at that moment. */
export const localDayOf = (at: Date, zone: TimeZone): LocalDate => localDateOf(at.getTime(), zone);

/** The moment at which a clock in the zone shows that hour, ISO 8601 UTC. */
export const momentOf = (day: LocalDate, hour: number, zone: TimeZone): string =>
  new Date(startOfLocalDay(day, zone) + hour * 3_600_000).toISOString();

/** A day of every year, `06-30`; the last of February where it is not there. */
export function dayOfYear(year: number, monthDay: string): LocalDate {
  const day = `${year}-${monthDay}`;
  const at = Date.parse(day);
  const exists = !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
  return exists ? day : `${year}-02-28`;
}
