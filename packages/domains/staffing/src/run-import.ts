import type { Clock } from '@sinau/kernel';
import type { PeopleColumn, PeopleProblem } from '@sinau/rostering/people';
import type { Table } from '@sinau/rostering/table';
import { type FileIndex, indexFile, type RowPlace, readRow } from './file-index.ts';
import {
  type ImportId,
  type ImportJob,
  isOpen,
  noCounts,
  type RowCounts,
  type RowResult,
} from './import-job.ts';
import type { AgencyDesk, ImportStore, PeopleDesk } from './ports.ts';

export interface RunImportDeps {
  readonly imports: ImportStore;
  readonly people: PeopleDesk;
  readonly clock: Clock;
}

/** So many rows are noted and counted at once: a break repeats no more. */
export const portion = 200;
const together = 8;

interface Work {
  readonly table: Table;
  readonly index: FileIndex;
  readonly desk: AgencyDesk;
}

/**
 * Goes on with an import where it stands. `more`: the time was up; `elsewhere`: another worker is on it, or nothing is left
 * to do.
 */
export async function runImport(
  deps: RunImportDeps,
  { importId, deadlineMs }: { readonly importId: ImportId; readonly deadlineMs: number },
): Promise<'done' | 'more' | 'elsewhere'> {
  let job = await deps.imports.find(importId);
  if (!job || !isOpen(job)) return 'elsewhere';
  const by = job.startedBy ?? job.createdBy;
  if (!(await deps.people.mayImport(by, job.agencyId))) return give(deps, job);
  const table = await deps.imports.readCells(importId);
  if (!table) return give(deps, job);
  const desk = await deps.people.open({ agencyId: job.agencyId, by });
  const work = { table, desk, index: indexFile(table, job.mapping, deps.clock.now()) };
  while (isOpen(job)) {
    if (deps.clock.now().getTime() >= deadlineMs) return 'more';
    const next = await step(deps, job, work);
    const saved = await deps.imports.save({ ...next, touchedAt: deps.clock.now().toISOString(), tries: 0 });
    if (saved.outcome === 'changed') return 'elsewhere';
    job = saved.job;
  }
  if (job.state === 'done') await deps.imports.dropCells(importId);
  return 'done';
}

/** Whoever sent it may not do so any more, or its cells are gone. */
async function give({ imports, clock }: RunImportDeps, job: ImportJob): Promise<'elsewhere'> {
  await imports.save({ ...job, state: 'failed', finishedAt: clock.now().toISOString() });
  await imports.dropCells(job.importId);
  return 'elsewhere';
}

async function step(deps: RunImportDeps, job: ImportJob, work: Work): Promise<ImportJob> {
  if (job.cursor >= job.rows) return nextPass(deps, job);
  const places = work.table.rows
    .slice(job.cursor, job.cursor + portion)
    .map((row) => readRow(row, work.index));
  if (job.pass === 'supervisors') {
    await placeSupervisors(deps, job, { work, places });
    return { ...job, cursor: job.cursor + portion };
  }
  const results = await takePortion(deps, job, { work, places });
  const counts =
    job.pass === 'trial' ? { trial: added(job.trial, results) } : { run: added(job.run, results) };
  return { ...job, ...counts, cursor: job.cursor + portion };
}

function nextPass({ clock }: RunImportDeps, job: ImportJob): ImportJob {
  const finishedAt = clock.now().toISOString();
  if (job.pass === 'trial') return { ...job, state: 'checked' };
  if (job.pass === 'run') return { ...job, pass: 'supervisors', cursor: 0 };
  return { ...job, state: 'done', finishedAt };
}

interface Portion {
  readonly work: Work;
  readonly places: readonly RowPlace[];
}

async function takePortion(
  deps: RunImportDeps,
  job: ImportJob,
  { work, places }: Portion,
): Promise<readonly RowResult[]> {
  const at = {
    importId: job.importId,
    pass: job.pass === 'trial' ? ('trial' as const) : ('run' as const),
    from: job.cursor,
  };
  const expected = await inTurns(places, (place) => resultOf(work, place, true));
  // Before anything is done: a row that is taken again after a break would seem to have been so already.
  const noted = await deps.imports.noteResults(at, expected);
  if (job.pass === 'trial') return noted;
  const done = await inTurns(places, (place) => resultOf(work, place, false));
  const results = done.map((result, n) => {
    const before = noted[n];
    const wasDone = before?.outcome === 'created' || before?.outcome === 'changed';
    return result.outcome === 'skipped' && before && wasDone
      ? { ...result, outcome: before.outcome }
      : result;
  });
  await deps.imports.saveResults(at, results);
  return results;
}

/** Rows that waited for their supervisor, once everybody is there. */
async function placeSupervisors(
  deps: RunImportDeps,
  job: ImportJob,
  { work, places }: Portion,
): Promise<void> {
  const at = { importId: job.importId, pass: 'run' as const, from: job.cursor };
  const { results } = await deps.imports.listResults(at, places.length);
  if (!results.some(({ awaitsSupervisor }) => awaitsSupervisor)) return;
  const next = await inTurns(results, async (result) => {
    const place = places.find(({ row }) => row === result.row);
    if (!result.awaitsSupervisor || !place || !('value' in place)) return result;
    const taken = await work.desk.take(place.value, { isTrial: false, isExpected: () => false });
    if (taken.outcome === 'refused') return result;
    const { awaitsSupervisor: _, ...settled } = result;
    return settled;
  });
  await deps.imports.saveResults(at, next);
}

async function resultOf({ desk, index }: Work, place: RowPlace, isTrial: boolean): Promise<RowResult> {
  const { row, name, maskedNumber } = place;
  if ('problem' in place) {
    const { problem, column } = place;
    return { row, name, maskedNumber, outcome: 'refused', problem, ...(column && { column }) };
  }
  const isExpected = (number: string) => index.good.has(number);
  const taken = await desk.take(place.value, { isTrial, isExpected });
  const column = taken.outcome === 'refused' ? columnOf[taken.problem] : undefined;
  return { row, name, maskedNumber, ...taken, ...(column && { column }) };
}

/** Where people look first. */
const columnOf: Readonly<Partial<Record<PeopleProblem, PeopleColumn>>> = {
  'belongs-elsewhere': 'number',
  'email-missing': 'email',
  'email-taken': 'email',
  'number-other': 'number',
  'status-missing': 'status',
  'supervisor-unknown': 'supervisor',
  'unit-unclear': 'unit',
  'unit-unknown': 'unit',
};

async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += together) {
    results.push(...(await Promise.all(items.slice(start, start + together).map(work))));
  }
  return results;
}

function added(counts: RowCounts, results: readonly RowResult[]): RowCounts {
  const sum = { ...noCounts, ...counts };
  for (const { outcome } of results) sum[outcome] += 1;
  return sum;
}
