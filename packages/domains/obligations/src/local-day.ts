/** The three zones of the country; none of them changes its clocks. */
export const timeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type TimeZone = (typeof timeZones)[number];

/** Calendar day of a person, ISO date. */
export type LocalDay = string;

const hoursAhead: Readonly<Record<TimeZone, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Which day it is for somebody in the zone at that moment. */
export const localDayOf = (at: Date, zone: TimeZone): LocalDay =>
  new Date(at.getTime() + hoursAhead[zone] * hourMs).toISOString().slice(0, 10);

/** The moment at which a clock in the zone shows that hour, ISO 8601 UTC. */
export const momentOf = (day: LocalDay, hour: number, zone: TimeZone): string =>
  new Date(Date.parse(day) + (hour - hoursAhead[zone]) * hourMs).toISOString();

export const daysAfter = (day: LocalDay, days: number): LocalDay =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** A day of every year, `06-30`; the last of February where it is not there. */
export function dayOfYear(year: number, monthDay: string): LocalDay {
  const day = `${year}-${monthDay}`;
  const at = Date.parse(day);
  const exists = !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
  return exists ? day : `${year}-02-28`;
}
