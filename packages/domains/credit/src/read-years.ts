import type { EmploymentStatus, Jp, PersonId } from '@sinau/kernel';
import { isUnbound, type StandingDirectory, statusOn } from './ledger/standing.ts';
import type { RuleStore, YearStore } from './ports.ts';
import { yearRuleFor } from './rules/rule.ts';
import { rulesFor } from './rules-for.ts';

/** Sums of a year, with what the rules ask of the status that the person has on its last day. */
export interface YearStanding {
  readonly year: number;
  readonly status: EmploymentStatus;
  readonly recognised: Jp;
  readonly minimum?: Jp;
  /** What is recognised at most, and how much of it is, in the period that it holds for. */
  readonly maximum?: { readonly jp: Jp; readonly recognised: Jp };
}

/** Every year of a person that has sums, and those that are named besides, without the ledger. Whoever has no status is left out. */
export async function readYears(
  deps: {
    readonly credit: Pick<YearStore, 'yearsOf'> & RuleStore;
    readonly standings: StandingDirectory;
  },
  { personId, also }: { readonly personId: PersonId; readonly also: readonly number[] },
): Promise<readonly YearStanding[]> {
  const [rows, standing] = await Promise.all([
    deps.credit.yearsOf(personId),
    deps.standings.standingOf(personId),
  ]);
  if (!standing) return [];
  const rules = await rulesFor(deps, { entries: [], standing });
  const { agencyId } = standing;
  const byYear = new Map(rows.map((row) => [row.year, row]));
  return [...new Set([...byYear.keys(), ...also])].flatMap((year) => {
    const on = `${year}-12-31`;
    const status = statusOn(standing, on);
    if (!status) return [];
    const row = byYear.get(year);
    const recognised = row?.recognised ?? (0 as Jp);
    const rule = yearRuleFor(rules, status, { on, ...(agencyId !== undefined && { agencyId }) });
    return [
      {
        ...{ year, status, recognised },
        ...(rule?.minimum !== undefined && { minimum: rule.minimum }),
        ...(rule?.maximum !== undefined &&
          !isUnbound(standing, on) && {
            maximum: { jp: rule.maximum, recognised: row?.inPeriod?.recognised ?? recognised },
          }),
      },
    ];
  });
}
