import { addDays, type TimeZone, weekdayOf } from '@sinau/kernel';
import { localDayOf, momentOf } from '../local-day.ts';

/** When a working week begins, and quiet hours end unless somebody has set others. */
const hour = 7;

/** Monday morning of the person, after `now`. */
export function nextDigest(timeZone: TimeZone, now: Date): string {
  const today = localDayOf(now, timeZone);
  const monday = addDays(today, (8 - weekdayOf(today)) % 7);
  const at = momentOf(monday, hour, timeZone);
  return at > now.toISOString() ? at : momentOf(addDays(monday, 7), hour, timeZone);
}
