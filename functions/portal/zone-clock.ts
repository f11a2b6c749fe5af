import { type LocalDate, localDateOf, startOfLocalDay, type TimeZone } from '@sinau/kernel';

/** The zones by their official short names. */
export const zoneNames: Readonly<Record<TimeZone, string>> = {
  ...{ 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' },
};

const minuteMs = 60_000;

/** The moment at which clocks of the zone show `time` (`09:00`) on that day, ISO 8601 UTC. */
export function momentOn(date: LocalDate, time: string, zone: TimeZone): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfLocalDay(date, zone) + (hours * 60 + minutes) * minuteMs).toISOString();
}

/** What clocks of the zone show: `09:00`. */
export function clockOf(moment: string, zone: TimeZone): string {
  const ms = Date.parse(moment);
  const minutes = Math.round((ms - startOfLocalDay(localDateOf(ms, zone), zone)) / minuteMs);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
