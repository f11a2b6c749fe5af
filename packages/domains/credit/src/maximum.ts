import type { Jp } from '@sinau/kernel';
import { contractYearOf, isUnbound, type Period, type PersonStanding, statusOn } from './ledger/standing.ts';
import type { LocalDate } from './local-date.ts';
import { type Rule, type YearRule, yearRuleFor } from './rules/rule.ts';

/** What is recognised of somebody at most in a period, of a contract or of the calendar. */
export interface Maximum extends Required<Period> {
  readonly jp: Jp;
  readonly rule: YearRule;
}

interface Basis {
  readonly rules: readonly Rule[];
  readonly standing: PersonStanding;
}

/** What a year must and may bring by the status and the home agency of somebody on a day. */
export function yearRuleOn({ rules, standing }: Basis, on: LocalDate): YearRule | undefined {
  const { agencyId } = standing;
  const status = statusOn(standing, on);
  return status && yearRuleFor(rules, status, { on, ...(agencyId !== undefined && { agencyId }) });
}

/** The maximum that binds somebody on a day, with the period that holds this day; undefined: none does. */
export function maximumOn(basis: Basis, on: LocalDate): Maximum | undefined {
  const { standing } = basis;
  const rule = yearRuleOn(basis, on);
  if (rule?.maximum === undefined || isUnbound(standing, on)) return undefined;
  const year = on.slice(0, 4);
  const period =
    rule.period === 'contract-year'
      ? contractYearOf(standing, on)
      : { from: `${year}-01-01`, to: `${year}-12-31` };
  return { ...period, jp: rule.maximum, rule };
}

/** The day by which a year is told: today while it runs, its last day when it is over, its first day before it has begun. */
export function dayToldBy(year: number, today: LocalDate): LocalDate {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (today < first) return first;
  return today < last ? today : last;
}
