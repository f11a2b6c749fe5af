import { addDays, daysBetween, type LocalDate, weekdayOf } from '@sinau/kernel';
import { isOpen, type Pledge } from './pledge.ts';

/** What somebody has done, as far as pledges ask. */
export interface DoneFacts {
  /** Seconds of learning by local day. */
  readonly seconds: ReadonlyMap<LocalDate, number>;
  /** Local day on which a course was finished, by course. */
  readonly finished: ReadonlyMap<string, LocalDate>;
}

/** How a pledge goes. Only its own person ever sees it. */
export type Progress =
  | {
      readonly kind: 'time';
      /** Minutes of this week of the pledge, and those that were pledged for it. */
      readonly minutes: number;
      readonly pledged: number;
      /** Last day of this week; absent once the pledge is over. */
      readonly weekUntil?: LocalDate;
      /** Weeks that brought what was pledged, of those that have begun. */
      readonly weeksKept: number;
      readonly weeks: number;
    }
  | { readonly kind: 'course'; readonly finishedOn?: LocalDate }
  /** Time that is given to others: nobody measures it. */
  | { readonly kind: 'given' };

export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));

/**
 * A week keeps its pledge by its sum: what one day has not brought, another may. Weeks are seven days each, counted from the first day of the pledge, so
 * that each of them has every day that was pledged, whatever day it began on.
 */
export function progressOf({ what, from, until }: Pledge, facts: DoneFacts, today: LocalDate): Progress {
  if (what.kind === 'team-time') return { kind: 'given' };
  if (what.kind === 'course') {
    const finishedOn = facts.finished.get(what.courseId);
    return { kind: 'course', ...(finishedOn !== undefined && { finishedOn }) };
  }
  const pledged = what.days.length * what.minutes;
  const weeks = Math.floor(daysBetween(from, today < until ? today : until) / 7) + 1;
  const starts = Array.from({ length: weeks }, (_, n) => addDays(from, n * 7));
  const sums = starts.map((start) => minutesIn(facts, start));
  const start = today <= until ? starts.at(-1) : undefined;
  return {
    ...{ kind: 'time', pledged, minutes: start === undefined ? 0 : (sums.at(-1) ?? 0) },
    ...(start !== undefined && { weekUntil: addDays(start, 6) }),
    weeksKept: sums.filter((minutes) => minutes >= pledged).length,
    weeks,
  };
}

function minutesIn({ seconds }: DoneFacts, start: LocalDate): number {
  const days = Array.from({ length: 7 }, (_, n) => addDays(start, n));
  return Math.floor(days.reduce((sum, day) => sum + (seconds.get(day) ?? 0), 0) / 60);
}

/** `kept`: it has been, by now. `open`: it goes on. `over`: its days are gone; it may be renewed or let go. */
export type PledgeState = 'kept' | 'open' | 'over' | 'let-go';

export function stateOf(pledge: Pledge, progress: Progress, today: LocalDate): PledgeState {
  if (pledge.letGo) return 'let-go';
  if (pledge.kept) return 'kept';
  if (progress.kind === 'course' && progress.finishedOn !== undefined) return 'kept';
  if (isOpen(pledge, today)) return 'open';
  return progress.kind === 'time' && progress.weeksKept === progress.weeks ? 'kept' : 'over';
}
