import { toldOf } from './cohort.ts';
import type { TimeSpread } from './statistics.ts';
import { smallestSpread } from './told.ts';
import type { LearnerTrace, SessionTrace } from './traces.ts';

/** Seconds of a session: what its content states, and never more than the clock of the platform shows. */
export function secondsOf({ launchedAt, ended }: SessionTrace): number {
  if (launchedAt === undefined || !ended) return 0;
  const wall = Math.max(0, (Date.parse(ended.at) - Date.parse(launchedAt)) / 1000);
  return Math.min(ended.seconds ?? wall, wall);
}

/** Seconds by registration. `parts`: in sessions of these alone. */
export function moduleSeconds(
  sessions: readonly SessionTrace[],
  parts: readonly string[] | undefined,
): ReadonlyMap<string, number> {
  const wanted = parts && new Set(parts);
  const sums = new Map<string, number>();
  for (const session of sessions) {
    if (session.part === undefined || (wanted && !wanted.has(session.part))) continue;
    sums.set(session.registration, (sums.get(session.registration) ?? 0) + secondsOf(session));
  }
  return sums;
}

/** Of those of whom a time is known; whoever was waived needed none. */
export function timesOf(
  learners: readonly LearnerTrace[],
  seconds: ReadonlyMap<string, number>,
  given: { readonly share: number; readonly moduleId?: string },
): TimeSpread {
  const times = learners.flatMap(({ registration }) => seconds.get(registration) ?? []).sort((a, b) => a - b);
  const at = (share: number) => Math.round(quantile(times, share));
  return {
    ...(given.moduleId !== undefined && { moduleId: given.moduleId }),
    people: toldOf(times.length, given.share),
    ...(times.length >= smallestSpread && {
      quartiles: { lower: at(0.25), median: at(0.5), upper: at(0.75) },
    }),
  };
}

/** Between the two values beside the place, as spreadsheets do it (QUARTILE.INC). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
