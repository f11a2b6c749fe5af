/** The three zones of the country (WIB, WITA, WIT); none of them changes its clocks. */
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

/** Which day it is for somebody in the zone at that moment, and not in UTC. */
export function localDateOf(atMs: number, zone: TimeZone): LocalDate {
  return new Date(atMs + hoursAhead[zone] * 3_600_000).toISOString().slice(0, 10);
}

/** The moment at which the local day begins. */
export const startOfLocalDay = (date: LocalDate, zone: TimeZone): number =>
  Date.parse(date) - hoursAhead[zone] * 3_600_000;

/** The moment at which the local day that holds `atMs` is over. */
export const endOfLocalDay = (atMs: number, zone: TimeZone): number =>
  startOfLocalDay(localDateOf(atMs, zone), zone) + dayMs;

/**
 * The moment from which what was due on that day is overdue, ISO 8601 UTC: their day is over. The one rule of every page, list and
 * report; whoever tells people of it may do so later.
 */
export const overAtOf = (dueOn: LocalDate, zone: TimeZone): string =>
  new Date(startOfLocalDay(addDays(dueOn, 1), zone)).toISOString();

/** Whether a last day is over for everybody: days end last in western Indonesia, and in UTC they say nothing of anybody. */
export const isDayOver = (dueOn: LocalDate, now: Date): boolean =>
  overAtOf(dueOn, 'Asia/Jakarta') <= now.toISOString();

export const monthOf = (date: LocalDate): string => date.slice(0, 7);
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

/** From one day to the other; 0 for the same, negative when `to` comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(Date.parse(date)).getUTCDay() || 7;
