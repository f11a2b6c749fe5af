/** The three zones of the country; none of them changes its clocks. */
export const timeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type TimeZone = (typeof timeZones)[number];

/** Calendar day of a person, ISO date. */
export type LocalDate = string;

const hoursAhead: Readonly<Record<TimeZone, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

const dayMs = 86_400_000;

/** Which day it is for somebody in the zone at that moment, and not in UTC: caps hold for days of the learner. */
export function localDateOf(atMs: number, zone: TimeZone): LocalDate {
  return new Date(atMs + hoursAhead[zone] * 3_600_000).toISOString().slice(0, 10);
}

/** The moment at which the local day that holds `atMs` is over. */
export function endOfLocalDay(atMs: number, zone: TimeZone): number {
  const ahead = hoursAhead[zone] * 3_600_000;
  return (Math.floor((atMs + ahead) / dayMs) + 1) * dayMs - ahead;
}

export const monthOf = (date: LocalDate): string => date.slice(0, 7);
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
