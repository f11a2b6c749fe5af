import { addDays, localDateOf, startOfLocalDay, type TimeZone, weekdayOf } from '@sinau/kernel';

/** The letter of the week comes on Mondays; what is due is told at seven. */
const weekday = 3;
const hour = 9;

/** Wednesday, nine in the morning where the person works, after `now`. ISO 8601 UTC. */
export function nextTurn(timeZone: TimeZone, now: Date): string {
  const today = localDateOf(now.getTime(), timeZone);
  const day = addDays(today, (weekday - weekdayOf(today) + 7) % 7);
  const at = (date: string) => startOfLocalDay(date, timeZone) + hour * 3_600_000;
  return new Date(at(day) > now.getTime() ? at(day) : at(addDays(day, 7))).toISOString();
}
