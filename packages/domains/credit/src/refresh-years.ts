import { type Clock, type PersonId, Unavailable } from '@sinau/kernel';
import type { DayTotal } from './forecast-year.ts';
import type { StandingDirectory } from './ledger/standing.ts';
import { yearOf } from './local-date.ts';
import type { LedgerStore, RuleStore, YearStore } from './ports.ts';
import { type Basis, type Line, recognise } from './recognise.ts';
import { rulesFor } from './rules-for.ts';
import { type PeriodTotal, totalPeriods, totalYear } from './total-year.ts';
import type { YearRow } from './year-row.ts';

export interface RefreshDeps {
  readonly credit: Pick<LedgerStore, 'entriesOf'> & RuleStore & Pick<YearStore, 'yearsOf' | 'saveYear'>;
  readonly standings: StandingDirectory;
  readonly clock: Clock;
}

/** Each of several that race wins at least one round. */
const rounds = 8;

/**
 * Makes the sums of every year of a person anew from the ledger. The rows are read before the ledger, and written only as
 * they were read: whoever has seen an older ledger never writes over a newer sum. Tells how many rows changed.
 */
export async function refreshYears(deps: RefreshDeps, personId: PersonId): Promise<number> {
  for (let round = 0; round < rounds; round += 1) {
    const changed = await refreshOnce(deps, personId);
    if (changed !== undefined) return changed;
  }
  throw new Unavailable('Too much is happening in this ledger at once; please try again.');
}

/** Undefined: somebody else has written meanwhile. */
async function refreshOnce(deps: RefreshDeps, personId: PersonId): Promise<number | undefined> {
  const { credit, standings, clock } = deps;
  const before = new Map((await credit.yearsOf(personId)).map((row) => [row.year, row]));
  const [entries, standing] = await Promise.all([credit.entriesOf(personId), standings.standingOf(personId)]);
  if (!standing) return 0;
  const basis = { rules: await rulesFor(deps, { entries, standing }), standing };
  const lines = recognise(entries, basis);
  const all = totalPeriods(lines, basis);
  const years = new Set([...before.keys(), ...lines.map(({ year }) => year)]);
  let changed = 0;
  for (const year of years) {
    const sums = sumsOf({ lines, all, basis }, year);
    const known = before.get(year);
    if (known && isSame(known, sums)) continue;
    const row = { personId, year, ...sums, asOf: clock.now().toISOString(), rev: known?.rev ?? 0 };
    if ((await credit.saveYear(row)) === 'conflict') return undefined;
    changed += 1;
  }
  return changed;
}

type Sums = Pick<YearRow, 'stated' | 'computed' | 'recognised' | 'held' | 'lines' | 'days' | 'periods'>;

function sumsOf(
  {
    lines,
    all,
    basis,
  }: { readonly lines: readonly Line[]; readonly all: readonly PeriodTotal[]; readonly basis: Basis },
  year: number,
): Sums {
  // What is told of a maximum depends on the day of whoever looks: all periods of the year are kept.
  const today = `${year}-12-31`;
  const { stated, computed, recognised, held } = totalYear(lines, { year, today }, basis);
  const own = lines.filter((line) => line.year === year);
  const ofOwn = new Set(totalPeriods(own, basis).map(({ from }) => from));
  const periods = all.filter(
    ({ from, to }) => ofOwn.has(from) || (yearOf(from) <= year && year <= yearOf(to)),
  );
  return { stated, computed, recognised, held, lines: own.length, days: daysOf(own), periods };
}

function daysOf(lines: readonly Line[]): readonly DayTotal[] {
  const days = new Map<string, number>();
  for (const { date, recognised } of lines.flatMap(({ parts }) => parts)) {
    if (recognised > 0) days.set(date, (days.get(date) ?? 0) + recognised);
  }
  return [...days]
    .map(([date, recognised]) => ({ date, recognised: recognised as DayTotal['recognised'] }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

const isSame = (a: Sums, b: Sums): boolean =>
  a.stated === b.stated &&
  a.computed === b.computed &&
  a.recognised === b.recognised &&
  a.held === b.held &&
  a.lines === b.lines &&
  JSON.stringify([a.periods, a.days]) === JSON.stringify([b.periods, b.days]);
