import { localDateOf, startOfLocalDay, type TimeZone, weekdayOf } from '@sinau/kernel';
import type { MailWishes } from './mail-wishes.ts';

const hourMs = 3_600_000;
/** A weekend between two nights, and some more. */
const mostHours = 24 * 4;

/** When quiet hours that run at that moment end; undefined when none do. They begin and end on the hour. */
export function quietUntil(at: Date, zone: TimeZone, wishes: MailWishes): Date | undefined {
  if (!isQuiet(at.getTime(), zone, wishes)) return undefined;
  const begun = Math.floor(at.getTime() / hourMs) * hourMs;
  for (let hours = 1; hours <= mostHours; hours += 1) {
    const then = begun + hours * hourMs;
    if (!isQuiet(then, zone, wishes)) return new Date(then);
  }
  // Quiet around the clock: whoever wants no mail at all turns it off; this one comes once a day.
  return new Date(begun + 24 * hourMs);
}

function isQuiet(atMs: number, zone: TimeZone, wishes: MailWishes): boolean {
  const day = localDateOf(atMs, zone);
  if (wishes.quietWeekends && weekdayOf(day) >= 6) return true;
  const hour = Math.floor((atMs - startOfLocalDay(day, zone)) / hourMs);
  const { quietFrom: from, quietUntil: until } = wishes;
  return from <= until ? from <= hour && hour < until : hour >= from || hour < until;
}
