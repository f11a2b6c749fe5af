import { writeWorkbook } from '@sinau/connectors/adapters';
import type { Locale } from '@sinau/kernel';
import { peopleCsvTemplate, peopleWorkbookTemplate } from '@sinau/rostering/people';
import { wordsOf } from '@sinau/rostering/table';
import {
  discardImport,
  headOf,
  type Importer,
  type ImportJob,
  listImports,
  listResults,
  problemWordsOf,
  type RowResult,
  readImport,
  resultsCsv,
  startImport,
  uploadImport,
} from '@sinau/staffing';
import type { StaffingDesk } from '../shared/staffing-parts.ts';

interface At {
  readonly principal: Importer;
  readonly importId: string;
}

export const templateOf = async (format: 'csv' | 'xlsx') =>
  format === 'csv' ? peopleCsvTemplate() : writeWorkbook(peopleWorkbookTemplate());

export const listOf = async (desk: StaffingDesk, principal: Importer) => ({
  imports: (await listImports(desk, { principal })).map(viewOf),
});

export async function uploaded(desk: StaffingDesk, input: Parameters<typeof uploadImport>[1]) {
  const done = await uploadImport(desk, input);
  if (done.outcome === 'uploaded') return { status: 202 as const, body: viewOf(done.job) };
  const findings =
    'finding' in done
      ? [{ ...done.finding, ...wordsOf(done.finding) }]
      : done.missing.map((column) => ({
          ...{ problem: 'column-missing', column: headOf(column), ...problemWordsOf('column-missing') },
        }));
  return { status: 422 as const, body: { outcome: 'refused', findings } };
}

/** Rows that people have to look at come along, the first thousand of them. */
export async function readOne(desk: StaffingDesk, at: At) {
  const job = await readImport(desk, at);
  const refused = await listResults(desk, { ...at, outcomes: ['refused'], limit: 1_000 });
  return { ...viewOf(job), refused: refused.results.map(rowView), isCut: refused.isCut };
}

export const started = async (desk: StaffingDesk, at: At) => viewOf(await startImport(desk, at));

export const discarded = (desk: StaffingDesk, at: At) => discardImport(desk, at);

export async function resultsOf(desk: StaffingDesk, at: At & { readonly locale: Locale }): Promise<string> {
  let text = '';
  for await (const piece of resultsCsv(desk, at)) text += piece;
  return text;
}

const viewOf = (job: ImportJob) => ({
  ...{ importId: job.importId, name: job.name, state: job.state, rows: job.rows, pass: job.pass },
  ...{ done: Math.min(job.cursor, job.rows), trial: job.trial, run: job.run, createdAt: job.createdAt },
  ...(job.startedAt !== undefined && { startedAt: job.startedAt }),
  ...(job.finishedAt !== undefined && { finishedAt: job.finishedAt }),
});

const rowView = ({ row, name, maskedNumber, outcome, problem, column, awaitsSupervisor }: RowResult) => ({
  ...{ row, name, maskedNumber, outcome },
  ...(column && { column: headOf(column) }),
  ...(problem && { problem, ...problemWordsOf(problem) }),
  ...(awaitsSupervisor && { awaitsSupervisor }),
});
