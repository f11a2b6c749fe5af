import { csvRecord, formatJp, type Locale } from '@sinau/kernel';
import type { ImportJob, RowOutcome, RowResult } from './import-job.ts';
import { headOf, problemWordsOf, resultWords } from './list-words.ts';
import { type Importer, ownImport } from './own-import.ts';
import type { ImportStore } from './ports.ts';

interface Deps {
  readonly imports: ImportStore;
}

interface Input {
  readonly principal: Importer;
  readonly importId: string;
}

/** Of the run where there is one, else of the trial. */
export const resultsPass = (job: ImportJob): 'trial' | 'run' =>
  job.startedAt === undefined ? 'trial' : 'run';

export async function readImport(deps: Deps, input: Input): Promise<ImportJob> {
  return ownImport(deps, input);
}

const together = 1_000;

/** Every row from a place on, as far as it is through. */
export async function* eachResult(
  { imports }: Deps,
  job: ImportJob,
  { from = 0 }: { readonly from?: number } = {},
): AsyncGenerator<RowResult> {
  let place: number | undefined = from;
  while (place !== undefined) {
    const at = { importId: job.importId, pass: resultsPass(job), from: place };
    const { results, next } = await imports.listResults(at, together);
    yield* results;
    place = next;
  }
}

/** The first rows of some outcomes, in the order of the file. */
export async function listResults(
  deps: Deps,
  input: Input & { readonly outcomes: readonly RowOutcome[]; readonly limit: number },
): Promise<{ readonly results: readonly RowResult[]; readonly isCut: boolean }> {
  const job = await ownImport(deps, input);
  const results: RowResult[] = [];
  for await (const result of eachResult(deps, job)) {
    if (!input.outcomes.includes(result.outcome) && !result.awaitsSupervisor) continue;
    if (results.length >= input.limit) return { results, isCut: true };
    results.push(result);
  }
  return { results, isCut: false };
}

/** Every row as a file for spreadsheets (case F1), piece by piece. */
export async function* resultsCsv(
  deps: Deps,
  input: Input & {
    readonly locale: Locale;
    /** Where a record is. */
    readonly linkOf: (record: { readonly personId: string; readonly learningId: string }) => string;
  },
): AsyncGenerator<string> {
  const job = await ownImport(deps, input);
  const { locale, linkOf } = input;
  const { heads, supervisor, record, ...by } = resultWords[deps.imports.list][locale];
  const isOver = job.state === 'done' || job.state === 'failed';
  yield `\ufeff${csvRecord([...heads, ...(record ?? [])], ';')}`;
  let piece = '';
  for await (const result of eachResult(deps, job)) {
    const said = result.problem && problemWordsOf(result.problem);
    const missing = isOver && result.awaitsSupervisor ? supervisor : undefined;
    piece += csvRecord(
      [
        ...[result.row, result.name, result.maskedNumber, by[resultsPass(job)][result.outcome]],
        result.column && headOf(result.column),
        ...[said?.message[locale] ?? missing, said?.mend[locale]],
        ...(record ? [countedIn(result, locale), addressOf(result, linkOf)] : []),
      ],
      ';',
    );
    if (piece.length > 64_000) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

/** As spreadsheets of the reader's language write numbers. */
const countedIn = ({ entry }: RowResult, locale: Locale): string | undefined =>
  entry?.counted === undefined ? undefined : formatJp(entry.counted, locale);

function addressOf(
  { personId, learningId }: RowResult,
  linkOf: Parameters<typeof resultsCsv>[1]['linkOf'],
): string | undefined {
  return personId === undefined || learningId === undefined ? undefined : linkOf({ personId, learningId });
}
