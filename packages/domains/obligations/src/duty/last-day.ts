import type { LocalDate } from '@sinau/kernel';
import { type DutyException, laterDay } from '../exceptions/exception.ts';
import type { Duty } from './duty.ts';
import { dueDayOf, type Period } from './period.ts';

/**
 * The last day of one person for a round: what the terms say today, unless the agency has given them a later one. When terms
 * change, a round that would be over by them keeps the day it has: nobody becomes late by a change.
 */
export function lastDayOf(given: {
  /** As it stood until now. */
  readonly before: Pick<Duty, 'dueOn' | 'extendedFrom'> | undefined;
  readonly period: Period;
  readonly givenOn: LocalDate;
  readonly exception: DutyException | undefined;
  readonly today: LocalDate;
}): Pick<Duty, 'dueOn' | 'extendedFrom'> {
  const { before, period, exception, today } = given;
  const set = dueDayOf(period, given.givenOn);
  const stood = before && (before.extendedFrom ?? before.dueOn);
  const usual = stood === undefined || set >= today ? set : stood;
  const later = laterDay(exception, period.name);
  return later !== undefined && later > usual ? { dueOn: later, extendedFrom: usual } : { dueOn: usual };
}
