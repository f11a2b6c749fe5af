import type { Jp, PersonId } from '@sinau/kernel';
import type { DayTotal } from './forecast-year.ts';
import { isUnbound, type StandingDirectory, statusOn } from './ledger/standing.ts';
import { type LocalDate, localDateOf, type TimeZone, yearOf } from './local-date.ts';
import type { RuleStore, YearStore } from './ports.ts';
import { yearRuleFor } from './rules/rule.ts';
import { rulesFor } from './rules-for.ts';

const defaultZone: TimeZone = 'Asia/Jakarta';

/** This year as the home page shows it. */
export interface YearSummary {
  readonly year: number;
  /** Where the person is. */
  readonly today: LocalDate;
  readonly recognised: Jp;
  readonly held: Jp;
  /** What the year must bring. */
  readonly minimum?: Jp;
  /** What is recognised at most, and how much of it is. */
  readonly maximum?: { readonly jp: Jp; readonly recognised: Jp };
  /** Days on which something was recognised, in order; absent where they are not known yet. */
  readonly days?: readonly DayTotal[];
}

/** Reads the sums of this year, without the ledger. They follow it within seconds. */
export async function readYear(
  deps: {
    readonly credit: Pick<YearStore, 'findYear'> & RuleStore;
    readonly standings: StandingDirectory;
  },
  { personId, now }: { readonly personId: PersonId; readonly now: Date },
): Promise<YearSummary> {
  // The years of all zones at that moment are one, but for some hours: both questions go out at once.
  const asked = yearOf(localDateOf(now.getTime(), defaultZone));
  const [found, standing] = await Promise.all([
    deps.credit.findYear(personId, asked),
    deps.standings.standingOf(personId),
  ]);
  const today = localDateOf(now.getTime(), standing?.timeZone ?? defaultZone);
  const year = yearOf(today);
  const row = year === asked ? found : await deps.credit.findYear(personId, year);
  const none = 0 as Jp;
  const days = row ? row.days : [];
  const sums = {
    ...{ year, today, recognised: row?.recognised ?? none, held: row?.held ?? none },
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
