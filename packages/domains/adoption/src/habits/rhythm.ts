import { addDays, type LocalDate } from '@sinau/kernel';
import { mondayOf } from './progress.ts';

/** Days on which somebody is not at work, both included, as they say themselves. */
export interface Away {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** `learned`: at least once. `grace`: one in four may go without. `away`: not counted. `now`: this week, and still time. `rest`: without learning. `before`: ahead of the first. */
export type WeekState = 'learned' | 'grace' | 'away' | 'now' | 'rest' | 'before';

export interface Rhythm {
  /** The oldest first; the last is this one. */
  readonly weeks: readonly { readonly monday: LocalDate; readonly state: WeekState }[];
  /** Weeks of learning and of grace, */
  readonly inRhythm: number;
  /** of those that count. */
  readonly counted: number;
}

export const rhythmWeeks = 12;
/** A week of grace needs so many weeks since the one before. */
const graceEvery = 4;

/**
 * The weeks in which somebody learned at least once. Nothing is ever lost: there is no row that breaks, a week without learning is told as rest, this week is
 * never judged, and whoever is away for most of a working week is not counted.
 */
export function rhythmOf(
  learnedOn: ReadonlySet<LocalDate>,
  { away, today }: { readonly away: readonly Away[]; readonly today: LocalDate },
): Rhythm {
  const now = mondayOf(today);
  const mondays = Array.from({ length: rhythmWeeks }, (_, n) => addDays(now, (n + 1 - rhythmWeeks) * 7));
  const hasLearned = (monday: LocalDate) => daysFrom(monday, 7).some((day) => learnedOn.has(day));
  const first = mondays.find(hasLearned);
  let sinceGrace = graceEvery;
  const weeks = mondays.map((monday) => {
    const state = stateIn(monday);
    if (state === 'grace') sinceGrace = 1;
    else if (state === 'learned' || state === 'rest') sinceGrace += 1;
    return { monday, state };
  });
  function stateIn(monday: LocalDate): WeekState {
    if (hasLearned(monday)) return 'learned';
    if (first === undefined || monday < first) return monday === now ? 'now' : 'before';
    if (isAway(monday, away)) return 'away';
    if (monday === now) return 'now';
    return sinceGrace >= graceEvery ? 'grace' : 'rest';
  }
  const count = (...states: readonly WeekState[]) =>
    weeks.filter(({ state }) => states.includes(state)).length;
  return { weeks, inRhythm: count('learned', 'grace'), counted: count('learned', 'grace', 'rest') };
}

const daysFrom = (day: LocalDate, count: number): readonly LocalDate[] =>
  Array.from({ length: count }, (_, n) => addDays(day, n));

/** Three of five working days. */
function isAway(monday: LocalDate, away: readonly Away[]): boolean {
  const gone = daysFrom(monday, 5).filter((day) =>
    away.some(({ from, until }) => from <= day && day <= until),
  );
  return gone.length >= 3;
}
