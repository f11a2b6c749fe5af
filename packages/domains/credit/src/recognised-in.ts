import type { Jp, PersonId } from '@sinau/kernel';
import type { StandingDirectory } from './ledger/standing.ts';
import { yearOf } from './local-date.ts';
import type { Maximum } from './maximum.ts';
import type { LedgerStore, RuleStore } from './ports.ts';
import { readLines } from './read-lines.ts';
import { totalPeriods } from './total-year.ts';
import type { YearRow } from './year-row.ts';

/**
 * What is recognised in the period of a maximum, of the sums of years that are given; of the ledger where those of the period were made
 * before periods were kept.
 */
export async function recognisedIn(
  deps: {
    readonly credit: Pick<LedgerStore, 'entriesOf'> & RuleStore;
    readonly standings: StandingDirectory;
  },
  of: {
    readonly personId: PersonId;
    readonly maximum: Maximum;
    readonly rows: readonly Pick<YearRow, 'year' | 'periods'>[];
  },
): Promise<Jp> {
  const { personId, maximum, rows } = of;
  const touches = ({ year }: { readonly year: number }) =>
    yearOf(maximum.from) <= year && year <= yearOf(maximum.to);
  const isKnown = rows.filter(touches).every(({ periods }) => periods !== undefined);
  const found = isKnown ? undefined : await readLines(deps, { personId });
  const periods = found ? totalPeriods(found.lines, found.basis) : rows.flatMap((row) => row.periods ?? []);
  return periods.find(({ from }) => from === maximum.from)?.recognised ?? (0 as Jp);
}
