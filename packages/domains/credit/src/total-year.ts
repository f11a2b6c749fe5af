import type { EmploymentStatus, Jp } from '@sinau/kernel';
import { contractYearOf, isUnbound, type Period, statusOn } from './ledger/standing.ts';
import type { Basis, Line } from './recognise.ts';
import { type YearRule, yearRuleFor } from './rules/rule.ts';

/** Of a maximum that holds for a year of the contract. */
export interface MaximumTotal extends Required<Period> {
  readonly jp: Jp;
  readonly recognised: Jp;
  readonly rule: YearRule;
}

export interface YearTotal {
  readonly year: number;
  readonly stated: Jp;
  readonly computed: Jp;
  readonly recognised: Jp;
  /** What waits for a reviewer. */
  readonly held: Jp;
  readonly status?: EmploymentStatus;
  readonly minimum?: { readonly jp: Jp; readonly met: boolean; readonly rule: YearRule };
  readonly maximum?: MaximumTotal;
  /** The maximum that would hold, were it not for the post of the person. */
  readonly unbound?: YearRule;
}

/** Sums of one year, and what it owes by the status the person has on its last day. */
export function totalYear(lines: readonly Line[], year: number, { rules, standing }: Basis): YearTotal {
  const own = lines.filter((line) => line.year === year);
  const sum = (of: readonly Line[], read: (line: Line) => Jp) =>
    of.reduce((all, line) => all + read(line), 0) as Jp;
  const recognised = sum(own, (line) => line.recognised);
  const lastDay = `${year}-12-31`;
  const status = statusOn(standing, lastDay);
  const { agencyId } = standing;
  const rule =
    status && yearRuleFor(rules, status, { on: lastDay, ...(agencyId !== undefined && { agencyId }) });
  const counts = own.filter(
    ({ account, reasons }) =>
      (account.standing === 'counts' || account.standing === 'held') && !reasons.includes('duplicate'),
  );
  return {
    ...{ year, recognised },
    stated: sum(counts, (line) => line.stated),
    computed: sum(counts, (line) => line.computed),
    held: sum(
      own.filter(({ reasons }) => reasons.includes('held')),
      (line) => line.computed,
    ),
    ...(status && { status }),
    ...(rule?.minimum !== undefined && {
      minimum: { jp: rule.minimum, met: recognised >= rule.minimum, rule },
    }),
    ...(rule?.maximum !== undefined &&
      (isUnbound(standing, lastDay)
        ? { unbound: rule }
        : { maximum: maximumOf(lines, { year, rule, jp: rule.maximum }, standing) })),
  };
}

/** Of the contract year that ends last among those the year touches. */
function maximumOf(
  lines: readonly Line[],
  { year, rule, jp }: { readonly year: number; readonly rule: YearRule; readonly jp: Jp },
  standing: Basis['standing'],
): MaximumTotal {
  const whole = { from: `${year}-01-01`, to: `${year}-12-31` };
  const period = rule.period === 'contract-year' ? contractYearOf(standing, whole.to) : whole;
  const recognised = lines
    .filter(({ endsOn }) => period.from <= endsOn && endsOn <= period.to)
    .reduce((all, line) => all + line.recognised, 0) as Jp;
  return { ...period, jp, recognised, rule };
}
