import { addDays, type LocalDate } from '@sinau/kernel';
import { dayOfYear } from '../local-day.ts';
import type { Due } from '../obligation.ts';

/** One round of an obligation for somebody. */
export interface Period {
  /** `2026`, or `once`. */
  readonly name: string;
  readonly dueOn: LocalDate;
  /** Completions of this day and later count; absent: any. */
  readonly countsFrom?: LocalDate;
}

/** Who comes when the day is over has at least so long. */
const leastDays = 30;

/**
 * The round that somebody who is in the audience on a day is given. A yearly one begins on 1 January; who comes after its
 * last day begins with the next, so there may be none now.
 */
export function periodOn(due: Due, today: LocalDate): Period | undefined {
  if (due.kind === 'once') {
    return { name: 'once', dueOn: due.on >= today ? due.on : addDays(today, leastDays) };
  }
  const year = Number(today.slice(0, 4));
  const dueOn = dayOfYear(year, due.by);
  return dueOn < today ? undefined : { name: String(year), dueOn, countsFrom: firstDay(String(year)) };
}

/** From which day completions count for a period; undefined: any. */
export const countsFrom = (period: string): LocalDate | undefined =>
  period === 'once' ? undefined : firstDay(period);

const firstDay = (year: string): LocalDate => `${year}-01-01`;
