import type { Clock } from '@sinau/kernel';
import { type HistoryMapping, type HistoryRow, readHistoryRow } from '@sinau/rostering/history';
import type { Table, TableRow } from '@sinau/rostering/table';
import type { RowResult } from './import-job.ts';
import { inTurns, type ListDesk, shownCell, shownNumber } from './list-work.ts';
import type { AgencyHistory, HistoryDesk, ImportStore } from './ports.ts';
import { type RunInput, type RunOutcome, runList } from './run-list.ts';

export interface RunHistoryDeps {
  readonly imports: ImportStore;
  readonly history: HistoryDesk;
  readonly clock: Clock;
}

/** Goes on with a list of what people have learned elsewhere where it stands. */
export const runHistoryImport = (deps: RunHistoryDeps, input: RunInput): Promise<RunOutcome> =>
  runList({ ...deps, desk: listOfHistory(deps) }, input);

interface Work {
  readonly desk: AgencyHistory;
  readonly read: (row: TableRow) => ReturnType<typeof readHistoryRow>;
  readonly mapping: HistoryMapping;
  /** Rows that say the same as one above. */
  readonly twins: ReadonlySet<number>;
}

const listOfHistory = ({ history, clock }: RunHistoryDeps): ListDesk => ({
  mayImport: (by, agencyId) => history.mayImport(by, agencyId),
  async open({ agencyId, mapping }, { by, table }) {
    const desk = await history.open({ agencyId, by });
    const now = clock.now();
    const read = (row: TableRow) => readHistoryRow(row, mapping, now);
    const work: Work = { desk, read, mapping, twins: findTwins({ desk, read }, table) };
    return { take: (rows, { isTrial }) => takeRows(work, rows, isTrial) };
  },
});

function findTwins({ desk, read }: Pick<Work, 'desk' | 'read'>, table: Table): ReadonlySet<number> {
  const claimed = new Set<string>();
  const twins = new Set<number>();
  for (const row of table.rows) {
    const said = read(row);
    if (!('value' in said)) continue;
    const claims = desk.claimsOf(said.value);
    if (claims.some((claim) => claimed.has(claim))) twins.add(row.row);
    for (const claim of claims) claimed.add(claim);
  }
  return twins;
}

/** Rows of one person one after another, so that of two that say the same the first one is recorded. */
async function takeRows(
  work: Work,
  rows: readonly TableRow[],
  isTrial: boolean,
): Promise<readonly RowResult[]> {
  const byLearner = new Map<string, TableRow[]>();
  for (const row of rows) {
    const said = work.read(row);
    const learner = 'value' in said ? said.value.learner : '';
    byLearner.set(learner, [...(byLearner.get(learner) ?? []), row]);
  }
  const results = await inTurns([...byLearner.values()], async (own) => {
    const taken: RowResult[] = [];
    for (const row of own) taken.push(await resultOf(work, row, isTrial));
    return taken;
  });
  return results.flat().toSorted((a, b) => a.row - b.row);
}

async function resultOf(work: Work, row: TableRow, isTrial: boolean): Promise<RowResult> {
  const { desk, mapping } = work;
  const about = {
    row: row.row,
    name: shownCell(row, mapping.title).slice(0, 200),
    maskedNumber: shownNumber(shownCell(row, mapping.learner)),
  };
  const said = work.read(row);
  if (!('value' in said)) {
    const { problem = 'cell-error', column } = said.findings[0] ?? {};
    return { ...about, outcome: 'refused', problem, ...(column && { column }) };
  }
  const isTwin = work.twins.has(row.row);
  const taken = await outcomeOf({ desk, row: said.value }, { isTrial, isTwin });
  if (taken.outcome !== 'created') return { ...about, ...taken };
  const { counted, ...made } = taken;
  const { form, startsOn, endsOn } = said.value;
  const entry = { form, startsOn, endsOn, ...(counted !== undefined && { counted }) };
  return { ...about, ...made, entry };
}

/** A twin is skipped as long as the row above it is recorded; where that one is refused, it is taken in its place. */
async function outcomeOf(
  { desk, row }: { readonly desk: AgencyHistory; readonly row: HistoryRow },
  { isTrial, isTwin }: { readonly isTrial: boolean; readonly isTwin: boolean },
) {
  const taken = await desk.take(row, { isTrial });
  if (!isTwin || taken.outcome === 'refused') return taken;
  if (taken.outcome === 'skipped') return { ...taken, problem: 'row-twice' } as const;
  return isTrial ? ({ outcome: 'skipped', problem: 'row-twice' } as const) : taken;
}
