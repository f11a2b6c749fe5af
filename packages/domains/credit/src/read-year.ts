import type { Jp, PersonId } from '@sinau/kernel';
import type { DayTotal } from './forecast-year.ts';
import type { StandingDirectory } from './ledger/standing.ts';
import { type LocalDate, localDateOf, type TimeZone, yearOf } from './local-date.ts';
import { type Maximum, maximumOn, yearRuleOn } from './maximum.ts';
import type { LedgerStore, RuleStore, YearStore } from './ports.ts';
import { recognisedIn } from './recognised-in.ts';
import { rulesFor } from './rules-for.ts';
import type { YearRow } from './year-row.ts';

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
  /** What is recognised at most in the period that holds today, as in a year of the contract, and how much of it is. */
  readonly maximum?: { readonly jp: Jp; readonly recognised: Jp };
  /** Days on which something was recognised, in order; absent where they are not known yet. */
  readonly days?: readonly DayTotal[];
}

interface YearDeps {
  readonly credit: Pick<YearStore, 'findYear'> & Pick<LedgerStore, 'entriesOf'> & RuleStore;
  readonly standings: StandingDirectory;
}

/** Reads the sums of this year, without the ledger. They follow it within seconds. */
export async function readYear(
  deps: YearDeps,
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
  if (!standing) return sums;
  const basis = { rules: await rulesFor(deps, { entries: [], standing }), standing };
  const rule = yearRuleOn(basis, `${year}-12-31`);
  const maximum = maximumOn(basis, today);
  return {
    ...sums,
    ...(rule?.minimum !== undefined && { minimum: rule.minimum }),
    ...(maximum && {
      maximum: { jp: maximum.jp, recognised: await inPeriod(deps, { personId, maximum, year, row }) },
    }),
  };
}

/** A period may have begun in the year before, and this year may have brought nothing yet. */
async function inPeriod(
  deps: YearDeps,
  of: {
    readonly personId: PersonId;
    readonly maximum: Maximum;
    readonly year: number;
    readonly row: YearRow | undefined;
  },
): Promise<Jp> {
  const { personId, maximum, year, row } = of;
  const isOlder = yearOf(maximum.from) < year;
  const found = row ?? (isOlder ? await deps.credit.findYear(personId, year - 1) : undefined);
  return recognisedIn(deps, { personId, maximum, rows: found ? [found] : [] });
}
