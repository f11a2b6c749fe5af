import { addDays, type LocalDate } from '@sinau/kernel';
import { dayOfYear, localDayOf } from '../local-day.ts';
import type { Obligation } from '../obligation.ts';

/** One round of an obligation. */
export interface Period {
  /** `2026`, or `once`. */
  readonly name: string;
  /** Last day of whoever is there when it is opened. */
  readonly dueOn: LocalDate;
  readonly openedOn: LocalDate;
}

/** Whoever comes later has at least so long. */
const leastDays = 30;

/** Going through everybody takes a night: whoever is met by then was there. */
const openingDays = 1;

/**
 * The round that somebody who is in the audience on a day is given. A yearly one begins on 1 January. Whoever comes after its last
 * day is given it as long as their days fit into the year, and begins with the next one otherwise, so there may be none now;
 * there is none either in the year in which an obligation was made after that day.
 */
export function periodOn(terms: Pick<Obligation, 'due' | 'createdAt'>, today: LocalDate): Period | undefined {
  const name = terms.due.kind === 'once' ? 'once' : yearName(today);
  const period = periodNamed(terms, name);
  if (name === 'once') return period;
  const { dueOn, openedOn } = period;
  if (dueOn < openedOn) return undefined;
  if (dueOn < today && yearName(addDays(today, leastDays)) !== name) return undefined;
  return period;
}

/** A round that somebody was given. */
export function periodNamed({ due, createdAt }: Pick<Obligation, 'due' | 'createdAt'>, name: string): Period {
  const madeOn = localDayOf(new Date(createdAt), 'Asia/Jakarta');
  if (due.kind === 'once') return { name, dueOn: due.on, openedOn: madeOn };
  const [, openedOn = madeOn] = [madeOn, firstDay(name)].toSorted();
  return { name, dueOn: dayOfYear(Number(name), due.by), openedOn };
}

/** Last day of somebody to whom the round was given on a day: who comes late has at least as long as that. */
export function dueDayOf({ dueOn, openedOn }: Period, givenOn: LocalDate): LocalDate {
  if (givenOn <= addDays(openedOn, openingDays)) return dueOn;
  const least = addDays(givenOn, leastDays);
  return least > dueOn ? least : dueOn;
}

/** From which day completions count for a period; undefined: any. */
export const countsFrom = (period: string): LocalDate | undefined =>
  period === 'once' ? undefined : firstDay(period);

const yearName = (day: LocalDate): string => day.slice(0, 4);
const firstDay = (year: string): LocalDate => `${year}-01-01`;
