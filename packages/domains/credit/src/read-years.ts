import type { EmploymentStatus, Jp, PersonId } from '@sinau/kernel';
import { type StandingDirectory, statusOn } from './ledger/standing.ts';
import { type LocalDate, localDateOf } from './local-date.ts';
import { dayToldBy, maximumOn, yearRuleOn } from './maximum.ts';
import type { LedgerStore, RuleStore, YearStore } from './ports.ts';
import { recognisedIn } from './recognised-in.ts';
import { rulesFor } from './rules-for.ts';

/** Sums of a year, with what the rules ask of the status that the person has on its last day. */
export interface YearStanding {
  readonly year: number;
  readonly status: EmploymentStatus;
  readonly recognised: Jp;
  readonly minimum?: Jp;
  /**
   * What is recognised at most, and how much of it is, in the period that it holds for, until its last day: the one that runs now, or of
   * a year that is over the one that holds its last day.
   */
  readonly maximum?: { readonly jp: Jp; readonly recognised: Jp; readonly to: LocalDate };
}

/** Every year of a person that has sums, and those that are named besides, without the ledger. Whoever has no status is left out. */
export async function readYears(
  deps: {
    readonly credit: Pick<YearStore, 'yearsOf'> & Pick<LedgerStore, 'entriesOf'> & RuleStore;
    readonly standings: StandingDirectory;
  },
  asked: { readonly personId: PersonId; readonly also: readonly number[]; readonly now: Date },
): Promise<readonly YearStanding[]> {
  const { personId, also, now } = asked;
  const [rows, standing] = await Promise.all([
    deps.credit.yearsOf(personId),
    deps.standings.standingOf(personId),
  ]);
  if (!standing) return [];
  const basis = { rules: await rulesFor(deps, { entries: [], standing }), standing };
  const byYear = new Map(rows.map((row) => [row.year, row]));
  const today = localDateOf(now.getTime(), standing.timeZone);
  const told = [...new Set([...byYear.keys(), ...also])].map(async (year) => {
    const on = `${year}-12-31`;
    const status = statusOn(standing, on);
    if (!status) return [];
    const recognised = byYear.get(year)?.recognised ?? (0 as Jp);
    const rule = yearRuleOn(basis, on);
    const maximum = maximumOn(basis, dayToldBy(year, today));
    return [
      {
        ...{ year, status, recognised },
        ...(rule?.minimum !== undefined && { minimum: rule.minimum }),
        ...(maximum && {
          maximum: {
            ...{ jp: maximum.jp, to: maximum.to },
            recognised: await recognisedIn(deps, { personId, maximum, rows }),
          },
        }),
      },
    ];
  });
  return (await Promise.all(told)).flat();
}
