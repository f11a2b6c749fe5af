import type { Jp, PersonId } from '@sinau/kernel';
import type { DayTotal } from './forecast-year.ts';
import { isUnbound, type StandingDirectory, statusOn } from './ledger/standing.ts';
import type { RuleStore, YearStore } from './ports.ts';
import { yearRuleFor } from './rules/rule.ts';
import { rulesFor } from './rules-for.ts';

/** A year as the home page shows it. */
export interface YearSummary {
  readonly year: number;
  readonly recognised: Jp;
  readonly held: Jp;
  /** What the year must bring. */
  readonly minimum?: Jp;
  /** What is recognised at most, and how much of it is. */
  readonly maximum?: { readonly jp: Jp; readonly recognised: Jp };
  /** Days on which something was recognised, in order; absent where they are not known yet. */
  readonly days?: readonly DayTotal[];
}

/** Reads the sums of one year, without the ledger. They follow it within seconds. */
export async function readYear(
  deps: {
    readonly credit: Pick<YearStore, 'findYear'> & RuleStore;
    readonly standings: StandingDirectory;
  },
  { personId, year }: { readonly personId: PersonId; readonly year: number },
): Promise<YearSummary> {
  const [row, standing] = await Promise.all([
    deps.credit.findYear(personId, year),
    deps.standings.standingOf(personId),
  ]);
  const none = 0 as Jp;
  const days = row ? row.days : [];
  const sums = {
    ...{ year, recognised: row?.recognised ?? none, held: row?.held ?? none },
    ...(days && { days }),
  };
  const on = `${year}-12-31`;
  const status = standing && statusOn(standing, on);
  if (!standing || !status) return sums;
  const { agencyId } = standing;
  const rules = await rulesFor(deps, { entries: [], standing });
  const rule = yearRuleFor(rules, status, { on, ...(agencyId !== undefined && { agencyId }) });
  return {
    ...sums,
    ...(rule?.minimum !== undefined && { minimum: rule.minimum }),
    ...(rule?.maximum !== undefined &&
      !isUnbound(standing, on) && {
        maximum: { jp: rule.maximum, recognised: row?.inPeriod?.recognised ?? sums.recognised },
      }),
  };
}
