import type { Locale } from '@sinau/kernel';
import type { Table } from '@sinau/rostering/table';
import { ImportNotFound } from './errors.ts';
import type { ImportJob, ListProblem } from './import-job.ts';
import { mendingHeads, problemWordsOf } from './list-words.ts';
import { plainCell } from './list-work.ts';
import { type Importer, ownImport } from './own-import.ts';
import type { ImportStore } from './ports.ts';
import { eachResult } from './read-results.ts';

interface Deps {
  readonly imports: ImportStore;
}

/** Of a list, the rows that were refused. */
export async function refusedCells(deps: Deps, job: ImportJob, table: Table): Promise<Table> {
  const refused = new Set<number>();
  for await (const { row, outcome } of eachResult(deps, job)) if (outcome === 'refused') refused.add(row);
  return { heads: table.heads, rows: table.rows.filter(({ row }) => refused.has(row)) };
}

/**
 * Rows that were refused as they were sent, with where they stood and what is wrong behind: mended, the same file can be sent. Heads
 * come first.
 */
export async function refusedRows(
  deps: Deps,
  input: { readonly principal: Importer; readonly importId: string; readonly locale: Locale },
): Promise<readonly (readonly string[])[]> {
  const job = await ownImport(deps, input);
  const cells = await deps.imports.readCells(job.importId);
  const table = cells ? await refusedCells(deps, job, cells) : await deps.imports.readRefused(job.importId);
  if (!table) throw new ImportNotFound();
  const reasons = new Map<number, ListProblem | undefined>();
  for await (const { row, problem } of eachResult(deps, job)) reasons.set(row, problem);
  const heads: readonly string[] = mendingHeads[input.locale];
  // A file that was mended and sent once more has ours already.
  const own = new Set(Object.values(mendingHeads).flat());
  const kept = table.heads.flatMap((head, at) => (own.has(head) ? [] : [at]));
  return [
    [...kept.map((at) => table.heads[at] ?? ''), ...heads],
    ...table.rows.map((row) => {
      const problem = reasons.get(row.row);
      const said = problem && problemWordsOf(problem);
      return [
        ...kept.map((at) => plainCell(row.cells[at])),
        ...[String(row.row), said?.message[input.locale] ?? '', said?.mend[input.locale] ?? ''],
      ];
    }),
  ];
}
