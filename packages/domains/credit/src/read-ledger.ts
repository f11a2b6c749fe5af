import type { PersonId } from '@sinau/kernel';
import type { Hold } from './ledger/hold.ts';
import type { PersonStanding, StandingDirectory } from './ledger/standing.ts';
import { type LocalDate, localDateOf, yearOf } from './local-date.ts';
import type { HoldStore, LedgerStore, RuleStore } from './ports.ts';
import { readLines } from './read-lines.ts';
import type { Line } from './recognise.ts';
import { linesWithin, totalYear, type YearTotal } from './total-year.ts';

/** A year of a person with the lines behind each number. */
export interface YearLedger {
  readonly total: YearTotal;
  /** Of that year, in the order in which they count. */
  readonly lines: readonly Line[];
  /** Given where a maximum holds: the lines that it is counted from. */
  readonly inPeriod?: readonly Line[];
  readonly holds: readonly Hold[];
  readonly standing: PersonStanding;
  /** Years in which something counts, latest first. */
  readonly years: readonly number[];
}

/** Undefined for somebody who is not there. Who may ask, the caller has decided. */
export async function readLedger(
  deps: {
    readonly credit: Pick<LedgerStore, 'entriesOf'> & Pick<HoldStore, 'holdsOf'> & RuleStore;
    readonly standings: StandingDirectory;
  },
  /** @default year the one it is where the person is. @default now when the year is over */
  asked: { readonly personId: PersonId } & (
    | { readonly year: number; readonly now?: Date }
    | { readonly year?: number; readonly now: Date }
  ),
): Promise<YearLedger | undefined> {
  const { personId } = asked;
  const [found, holds] = await Promise.all([readLines(deps, { personId }), deps.credit.holdsOf(personId)]);
  if (!found) return undefined;
  const { lines: all, basis } = found;
  const { standing } = basis;
  const { year, today } = dayOf(asked, standing);
  const years = [...new Set(all.map((line) => line.year))].toSorted((a, b) => b - a);
  const lines = all.filter((line) => line.year === year);
  const total = totalYear(all, { year, today }, basis);
  const { maximum } = total;
  return {
    ...{ total, lines, holds, standing, years },
    ...(maximum && { inPeriod: linesWithin(all, maximum, basis) }),
  };
}

function dayOf(
  { year, now }: { readonly year?: number; readonly now?: Date },
  { timeZone }: PersonStanding,
): { readonly year: number; readonly today: LocalDate } {
  const today = now ? localDateOf(now.getTime(), timeZone) : `${year}-12-31`;
  return { year: year ?? yearOf(today), today };
}
