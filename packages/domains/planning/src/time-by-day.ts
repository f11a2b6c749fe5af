import { endOfLocalDay, type LocalDate, localDateOf, type TimeZone } from '@sinau/kernel';
import type { LearnedSession } from './plan.ts';

/** Who leaves a part open has not learned all night. */
const longestMs = 2 * 3_600_000;

/** Seconds of learning by local day. Sessions that run at once count once. */
export function timeByDay(
  sessions: readonly LearnedSession[],
  zone: TimeZone,
): ReadonlyMap<LocalDate, number> {
  const days = new Map<LocalDate, number>();
  let free = Number.NEGATIVE_INFINITY;
  for (const { from, to } of sessions.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const start = Date.parse(from);
    const end = Math.min(Date.parse(to), start + longestMs);
    for (let at = Math.max(start, free); at < end; ) {
      const until = Math.min(end, endOfLocalDay(at, zone));
      const day = localDateOf(at, zone);
      days.set(day, (days.get(day) ?? 0) + (until - at) / 1000);
      at = until;
    }
    free = Math.max(free, end);
  }
  return days;
}
