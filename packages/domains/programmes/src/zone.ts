import type { LocalDate } from '@sinau/kernel';

const formats = new Map<string, Intl.DateTimeFormat>();

/** True for a name of the IANA time zone database, e.g. `Asia/Makassar`. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  formats.set(zone, made);
  return made;
}

/** What clocks there show, as if it were UTC; epoch milliseconds. */
function wallMs(atMs: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '0', month = '1', day = '1', hour = '0', minute = '0', second = '0' } = parts;
  return Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
}

/** How far clocks there are ahead of UTC at that moment, in minutes. */
export const minutesAhead = (atMs: number, zone: string): number =>
  Math.round((wallMs(atMs, zone) - Math.floor(atMs / 1000) * 1000) / 60_000);

/** What clocks at the place show: `2026-12-01T09:00`. */
export const localTimeOf = (at: string, zone: string): string =>
  new Date(wallMs(Date.parse(at), zone)).toISOString().slice(0, 16);

/** The day at the place. */
export const localDayOf = (at: string, zone: string): LocalDate => localTimeOf(at, zone).slice(0, 10);

/** The moment at which clocks there show `local` (`2026-12-01T09:00`), ISO 8601 UTC; of an hour that comes twice the first. */
export function momentOf(local: string, zone: string): string {
  const wall = Date.parse(`${local}Z`);
  const guess = wall - minutesAhead(wall, zone) * 60_000;
  return new Date(wall - minutesAhead(guess, zone) * 60_000).toISOString();
}
