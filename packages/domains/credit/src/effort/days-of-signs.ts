import { addDays, type LocalDate, localDateOf, type TimeZone } from '../local-date.ts';

/** A longer silence is none of learning. */
const mostDays = 7;

/**
 * Days on which somebody learned in another system, as far as anything shows it. Each sign stands for the days since the one
 * before it, at most a week with its own, as a statement stands for the minutes since the one before. The first stands for its day alone.
 * @param signs epoch milliseconds, in any order
 */
export function daysOfSigns(signs: readonly number[], zone: TimeZone): ReadonlyMap<LocalDate, number> {
  const dates = [...new Set(signs.map((at) => localDateOf(at, zone)))].toSorted();
  const days = new Map<LocalDate, number>();
  for (const [index, date] of dates.entries()) {
    const before = dates[index - 1] ?? date;
    for (let back = 0; back < mostDays; back += 1) {
      const day = addDays(date, -back);
      if (day < before) break;
      days.set(day, 1);
    }
  }
  return days;
}
