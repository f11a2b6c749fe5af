import type { Locale } from '@sinau/kernel';
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
  refusedRows,
  resultsCsv,
  startImport,
  uploadImport,
} from '@sinau/staffing';
import {
  answeredFile,
  type ListDoor,
  type ListFormat,
  listFile,
  listTemplate,
  recordLinkOf,
} from '../shared/list-files.ts';

interface At {
  readonly principal: Importer;
  readonly importId: string;
}

interface Wish {
  readonly locale: Locale;
  readonly encodings: string | undefined;
}

export const templateOf = listTemplate;

export const listOf = async (door: ListDoor, principal: Importer) => ({
  imports: (await listImports(door, { principal })).map(viewOf),
});

export async function uploaded(door: ListDoor, input: Parameters<typeof uploadImport>[1]) {
  const done = await uploadImport(door, input);
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
export async function readOne(door: ListDoor, at: At) {
  const job = await readImport(door, at);
  const refused = await listResults(door, { ...at, outcomes: ['refused'], limit: 1_000 });
  return { ...viewOf(job), refused: refused.results.map(rowView), isCut: refused.isCut };
}

export const started = async (door: ListDoor, at: At) => viewOf(await startImport(door, at));

export const discarded = (door: ListDoor, at: At) => discardImport(door, at);

export async function resultsOf(
  door: ListDoor,
  { origin, encodings, ...at }: At & Wish & { readonly origin: string },
) {
  let text = '';
  for await (const piece of resultsCsv(door, { ...at, linkOf: recordLinkOf(origin) })) text += piece;
  return answeredFile(text, encodings);
}

export const refusedOf = async (
  door: ListDoor,
  { format, encodings, ...at }: At & Wish & { readonly format: ListFormat },
) => answeredFile(await listFile(door.imports.list, await refusedRows(door, at), format), encodings);

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
