import { forms } from '@sinau/credit';
import type { PersonPrincipal } from '@sinau/kernel';
import { tableLimits, wordsOf } from '@sinau/rostering/table';
import {
  discardImport,
  headOf,
  type ImportJob,
  type ListName,
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
import type { ListCode, ListImportView, ListPorts } from '@sinau/web';
import { answeredFile, type ListDoor, listFile, listTemplate, recordLinkOf } from '../shared/list-files.ts';
import type { PortalDeps } from './deps.ts';

/** Rows that a page shows; the file of results has all. */
const mostShown = 100;

/** Lists of one kind for the pages of administrators; whose they are comes from the session alone. */
export function joinLists(
  deps: Pick<PortalDeps, 'staffing' | 'history' | 'portalOrigin'>,
  list: ListName,
): ListPorts {
  const door: () => Promise<ListDoor> = list === 'people' ? deps.staffing : deps.history;
  const linkOf = recordLinkOf(deps.portalOrigin);
  return {
    maxBytes: tableLimits.file,
    template: (format) => listTemplate(list, format),
    codes: async () => codes[list],
    importsOf: async (principal) => (await listImports(await door(), { principal })).map(viewOf),
    importOf: async (principal, importId) => {
      const open = await door();
      const job = await readImport(open, { principal, importId });
      const asked = { principal, importId, outcomes: ['refused'], limit: mostShown } as const;
      const { results, isCut } = await listResults(open, asked);
      const read = job.state === 'checked' ? await readRows(open, { principal, importId }) : [];
      return { ...viewOf(job), isCut, read, refused: results.flatMap(rowOf) };
    },
    upload: async (principal, file) => {
      const done = await uploadImport(await door(), { principal, ...file });
      if (done.outcome === 'uploaded') return { outcome: 'uploaded', importId: done.job.importId };
      if ('finding' in done) return { outcome: 'refused', ...wordsOf(done.finding) };
      const heads = done.missing.map(headOf).join(', ');
      const { message, mend } = problemWordsOf('column-missing');
      const named = Object.fromEntries(
        Object.entries(message).map(([locale, text]) => [locale, `${heads}: ${text}`]),
      );
      return { outcome: 'refused', message: named, mend };
    },
    start: async (principal, importId) => void (await startImport(await door(), { principal, importId })),
    discard: async (principal, importId) => discardImport(await door(), { principal, importId }),
    results: async (principal, importId, { language, encodings }) => {
      let text = '';
      const asked = { principal, importId, locale: language, linkOf };
      for await (const piece of resultsCsv(await door(), asked)) text += piece;
      return answeredFile(text, encodings);
    },
    refusedRows: async (principal, importId, { format, language, encodings }) => {
      const rows = await refusedRows(await door(), { principal, importId, locale: language });
      return answeredFile(await listFile(list, rows, format), encodings);
    },
  };
}

const codes: Readonly<Record<ListName, readonly ListCode[]>> = {
  people: [],
  history: forms.map(({ code, id, en }) => ({ code, means: { id, en } })),
};

/** Rows that show how a list was read. */
const mostRead = 10;

async function readRows(
  open: ListDoor,
  at: { readonly principal: PersonPrincipal; readonly importId: string },
) {
  if (open.imports.list === 'people') return [];
  const { results } = await listResults(open, { ...at, outcomes: ['created'], limit: mostRead });
  return results.flatMap(({ row, name, maskedNumber, entry }) =>
    entry ? [{ row, name, maskedNumber, ...entry }] : [],
  );
}

function rowOf({ row, name, maskedNumber, problem, column }: RowResult) {
  if (!problem) return [];
  const at = column && { column: headOf(column) };
  return [{ row, name, maskedNumber, ...at, ...problemWordsOf(problem) }];
}

function viewOf(job: ImportJob): ListImportView {
  // The last pass looks at few rows only.
  const through = job.pass === 'supervisors' ? job.rows : Math.min(job.cursor, job.rows);
  return {
    ...{ importId: job.importId, name: job.name, state: job.state, rows: job.rows },
    percent: job.rows === 0 ? 100 : (100 * through) / job.rows,
    counts: job.startedAt === undefined ? job.trial : job.run,
    ...{ createdAt: job.createdAt, createdBy: job.createdBy.name },
  };
}
