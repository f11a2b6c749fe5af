import type { Clock } from '@sinau/kernel';
import type { Table, TableRow } from '@sinau/rostering/table';
import {
  type ImportId,
  type ImportJob,
  isOpen,
  noCounts,
  type RowCounts,
  type RowResult,
} from './import-job.ts';
import type { ListDesk, ListWork } from './list-work.ts';
import type { ImportStore } from './ports.ts';
import { refusedCells } from './refused-rows.ts';

interface Deps {
  readonly imports: ImportStore;
  readonly desk: ListDesk;
  readonly clock: Clock;
}

export interface RunInput {
  readonly importId: ImportId;
  readonly deadlineMs: number;
}

/** `more`: the time was up; `elsewhere`: another worker is on it, or nothing is left to do. */
export type RunOutcome = 'done' | 'more' | 'elsewhere';

/** So many rows are noted and counted at once: a break repeats no more. */
const portion = 200;

interface Work {
  readonly table: Table;
  readonly work: ListWork;
}

/** Goes on with an import where it stands. */
export async function runList(deps: Deps, { importId, deadlineMs }: RunInput): Promise<RunOutcome> {
  let job = await deps.imports.find(importId);
  if (!job || !isOpen(job)) return 'elsewhere';
  const by = job.startedBy ?? job.createdBy;
  if (!(await deps.desk.mayImport(by, job.agencyId))) return give(deps, job);
  const table = await deps.imports.readCells(importId);
  if (!table) return give(deps, job);
  const work = { table, work: await deps.desk.open(job, { by, table }) };
  while (isOpen(job)) {
    if (deps.clock.now().getTime() >= deadlineMs) return 'more';
    const next = await step(deps, job, work);
    // Before it is done: afterwards no worker comes again.
    if (next.state === 'done') await keepRefused(deps, job, table);
    const saved = await deps.imports.save({ ...next, touchedAt: deps.clock.now().toISOString(), tries: 0 });
    if (saved.outcome === 'changed') return 'elsewhere';
    job = saved.job;
  }
  if (job.state === 'done') await deps.imports.dropCells(importId);
  return 'done';
}

async function keepRefused({ imports }: Deps, job: ImportJob, table: Table): Promise<void> {
  if (job.run.refused > 0) await imports.keepRefused(job, await refusedCells({ imports }, job, table));
}

/** Whoever sent it may not do so any more, or its cells are gone. */
async function give({ imports, clock }: Deps, job: ImportJob): Promise<'elsewhere'> {
  await imports.save({ ...job, state: 'failed', finishedAt: clock.now().toISOString() });
  await imports.dropCells(job.importId);
  return 'elsewhere';
}

async function step(deps: Deps, job: ImportJob, { table, work }: Work): Promise<ImportJob> {
  if (job.cursor >= job.rows) return nextPass(deps, job, work);
  const rows = table.rows.slice(job.cursor, job.cursor + portion);
  if (job.pass === 'supervisors') {
    await settle(deps, job, { work, rows });
    return { ...job, cursor: job.cursor + portion };
  }
  const results = await takePortion(deps, job, { work, rows });
  const counts =
    job.pass === 'trial' ? { trial: added(job.trial, results) } : { run: added(job.run, results) };
  return { ...job, ...counts, cursor: job.cursor + portion };
}

function nextPass({ clock }: Deps, job: ImportJob, work: ListWork): ImportJob {
  const finishedAt = clock.now().toISOString();
  if (job.pass === 'trial') return { ...job, state: 'checked' };
  if (job.pass === 'run' && work.settle) return { ...job, pass: 'supervisors', cursor: 0 };
  return { ...job, state: 'done', finishedAt };
}

interface Portion {
  readonly work: ListWork;
  readonly rows: readonly TableRow[];
}

async function takePortion(
  deps: Deps,
  job: ImportJob,
  { work, rows }: Portion,
): Promise<readonly RowResult[]> {
  const at = {
    importId: job.importId,
    pass: job.pass === 'trial' ? ('trial' as const) : ('run' as const),
    from: job.cursor,
  };
  const expected = await work.take(rows, { isTrial: true });
  // Before anything is done: a row that is taken again after a break would seem to have been so already.
  const noted = await deps.imports.noteResults(at, expected);
  if (job.pass === 'trial') return noted;
  const done = await work.take(rows, { isTrial: false });
  const results = done.map((result, n) => asNoted(result, noted[n]));
  await deps.imports.saveResults(at, results);
  return results;
}

function asNoted(result: RowResult, before: RowResult | undefined): RowResult {
  const wasDone = before?.outcome === 'created' || before?.outcome === 'changed';
  if (result.outcome !== 'skipped' || !wasDone) return result;
  const { problem: _, ...rest } = result;
  return { ...rest, outcome: before.outcome, ...(before.entry && { entry: before.entry }) };
}

async function settle({ imports }: Deps, job: ImportJob, { work, rows }: Portion): Promise<void> {
  const at = { importId: job.importId, pass: 'run' as const, from: job.cursor };
  const { results } = await imports.listResults(at, rows.length);
  if (!results.some(({ awaitsSupervisor }) => awaitsSupervisor)) return;
  await imports.saveResults(at, (await work.settle?.(rows, results)) ?? results);
}

function added(counts: RowCounts, results: readonly RowResult[]): RowCounts {
  const sum = { ...noCounts, ...counts };
  for (const { outcome } of results) sum[outcome] += 1;
  return sum;
}
