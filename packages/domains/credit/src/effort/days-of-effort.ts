import { endOfLocalDay, type LocalDate, localDateOf, type TimeZone } from '../local-date.ts';
import type { WorkSession } from './sessions.ts';

/** A sign of life without any time before it, as a launch in another system is. */
const aMomentMs = 60_000;

/**
 * Milliseconds of work by local day. Each statement stands for the time since the one before it, at most `idleMs`: who
 * leaves a page open over night has not learned at midnight.
 */
export function daysOfEffort(
  sessions: readonly WorkSession[],
  { zone, idleMs }: { readonly zone: TimeZone; readonly idleMs: number },
): ReadonlyMap<LocalDate, number> {
  const days = new Map<LocalDate, number>();
  const add = (from: number, to: number) => {
    for (let at = from; at < to; ) {
      const end = Math.min(to, endOfLocalDay(at, zone));
      const day = localDateOf(at, zone);
      days.set(day, (days.get(day) ?? 0) + end - at);
      at = end;
    }
  };
  for (const { from, to, work } of sessions) {
    const signs = work.length > 0 ? work : [to];
    let before = from;
    for (const at of signs) {
      const worked = Math.min(at - before, idleMs);
      add(at - Math.max(worked, aMomentMs), at);
      before = at;
    }
  }
  return days;
}
