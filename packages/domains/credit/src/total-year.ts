import type { EmploymentStatus, Jp } from '@sinau/kernel';
import { isUnbound, type Period, statusOn } from './ledger/standing.ts';
import type { LocalDate } from './local-date.ts';
import { dayToldBy, type Maximum, maximumOn, yearRuleOn } from './maximum.ts';
import type { Basis, Line } from './recognise.ts';
import type { YearRule } from './rules/rule.ts';

/** Of one period that a maximum holds for, as of a year of the contract. */
export interface PeriodTotal extends Required<Period> {
  readonly recognised: Jp;
}

export interface YearTotal {
  readonly year: number;
  readonly stated: Jp;
  readonly computed: Jp;
  readonly recognised: Jp;
  /** By which day the rule that holds now puts something into a year. */
  readonly countsBy: NonNullable<YearRule['countsBy']>;
  /** What waits for a reviewer. */
  readonly held: Jp;
  readonly status?: EmploymentStatus;
  readonly minimum?: { readonly jp: Jp; readonly met: boolean; readonly rule: YearRule };
  /** In the period that holds the day by which the year is told. */
  readonly maximum?: Maximum & PeriodTotal;
  /** The maximum that would hold, were it not for the post of the person. */
  readonly unbound?: YearRule;
}

/**
 * Sums of one year, and what it owes by the status the person has on its last day. Of a maximum the period is told that runs
 * today; of a year that is over, the one that holds its last day.
 */
export function totalYear(
  lines: readonly Line[],
  { year, today }: { readonly year: number; readonly today: LocalDate },
  basis: Basis,
): YearTotal {
  const { standing } = basis;
  const own = lines.filter((line) => line.year === year);
  const recognised = sumOf(own, recognisedOf);
  const lastDay = `${year}-12-31`;
  const status = statusOn(standing, lastDay);
  const rule = yearRuleOn(basis, lastDay);
  const toldBy = dayToldBy(year, today);
  const maximum = maximumOn(basis, toldBy);
  const counts = own.filter(
    ({ account, reasons }) =>
      (account.standing === 'counts' || account.standing === 'held') && !reasons.includes('duplicate'),
  );
  return {
    ...{ year, recognised, countsBy: yearRuleOn(basis, toldBy)?.countsBy ?? 'last-day' },
    stated: sumOf(counts, (line) => line.stated),
    computed: sumOf(counts, (line) => line.computed),
    held: sumOf(
      own.filter(({ reasons }) => reasons.includes('held')),
      (line) => line.computed,
    ),
    ...(status && { status }),
    ...(rule?.minimum !== undefined && {
      minimum: { jp: rule.minimum, met: recognised >= rule.minimum, rule },
    }),
    ...(maximum && {
      maximum: { ...maximum, recognised: sumOf(linesWithin(lines, maximum, basis), recognisedOf) },
    }),
    ...(rule?.maximum !== undefined && isUnbound(standing, toldBy) && { unbound: rule }),
  };
}

/** What a maximum is counted from: exactly what was taken from it when the lines were recognised. */
export const linesWithin = (
  lines: readonly Line[],
  { from }: Pick<Maximum, 'from'>,
  basis: Basis,
): readonly Line[] => lines.filter(({ endsOn }) => maximumOn(basis, endsOn)?.from === from);

const sumOf = (lines: readonly Line[], read: (line: Line) => Jp): Jp =>
  lines.reduce((all, line) => all + read(line), 0) as Jp;

const recognisedOf = ({ recognised }: Line): Jp => recognised;

/** What is recognised in each period of a maximum that a line lies in, in order of time. */
export function totalPeriods(lines: readonly Line[], basis: Basis): readonly PeriodTotal[] {
  const periods = new Map<LocalDate, PeriodTotal>();
  for (const { endsOn, recognised } of lines) {
    const maximum = maximumOn(basis, endsOn);
    if (!maximum) continue;
    const { from, to } = maximum;
    const before = periods.get(from)?.recognised ?? 0;
    periods.set(from, { from, to, recognised: (before + recognised) as Jp });
  }
  return [...periods.values()].toSorted((a, b) => a.from.localeCompare(b.from));
}
