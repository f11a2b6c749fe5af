import {
  peopleColumns,
  peopleCsvTemplate,
  peopleWordsOf,
  peopleWorkbookTemplate,
} from '@sinau/rostering/people';
import { tableLimits, wordsOf } from '@sinau/rostering/table';
import {
  discardImport,
  type ImportJob,
  listImports,
  listResults,
  readImport,
  resultsCsv,
  startImport,
  uploadImport,
} from '@sinau/staffing';
import type { PeopleImportView, StaffingPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

/** Rows that a page shows; the file of results has all. */
const mostShown = 100;

/** Lists of people for the pages of administrators; whose they are comes from the session alone. */
export function joinStaffing({ staffing }: Pick<PortalDeps, 'staffing'>): StaffingPorts {
  return {
    maxBytes: tableLimits.file,
    template: async (format) =>
      format === 'csv'
        ? new TextEncoder().encode(peopleCsvTemplate())
        : (await import('@sinau/connectors/adapters')).writeWorkbook(peopleWorkbookTemplate()),
    importsOf: async (principal) => (await listImports(await staffing(), { principal })).map(viewOf),
    importOf: async (principal, importId) => {
      const desk = await staffing();
      const job = await readImport(desk, { principal, importId });
      const { results, isCut } = await listResults(desk, {
        ...{ principal, importId, outcomes: ['refused'], limit: mostShown },
      });
      return {
        ...viewOf(job),
        isCut,
        refused: results.flatMap(({ row, name, maskedNumber, problem, column }) =>
          problem
            ? [
                {
                  row,
                  name,
                  maskedNumber,
                  ...(column && { column: headOf(column) }),
                  ...peopleWordsOf(problem),
                },
              ]
            : [],
        ),
      };
    },
    upload: async (principal, file) => {
      const done = await uploadImport(await staffing(), { principal, ...file });
      if (done.outcome === 'uploaded') return { outcome: 'uploaded', importId: done.job.importId };
      if ('finding' in done) return { outcome: 'refused', ...wordsOf(done.finding) };
      const heads = done.missing.map(headOf).join(', ');
      const { message, mend } = peopleWordsOf('column-missing');
      const named = Object.fromEntries(
        Object.entries(message).map(([locale, text]) => [locale, `${heads}: ${text}`]),
      );
      return { outcome: 'refused', message: named, mend };
    },
    start: async (principal, importId) => void (await startImport(await staffing(), { principal, importId })),
    discard: async (principal, importId) => discardImport(await staffing(), { principal, importId }),
    results: async (principal, importId, locale) => {
      let text = '';
      for await (const piece of resultsCsv(await staffing(), { principal, importId, locale })) text += piece;
      return text;
    },
  };
}

const headOf = (column: string) => peopleColumns.find(([name]) => name === column)?.[1].head ?? column;

function viewOf(job: ImportJob): PeopleImportView {
  // The last pass looks at few rows only.
  const through = job.pass === 'supervisors' ? job.rows : Math.min(job.cursor, job.rows);
  return {
    ...{ importId: job.importId, name: job.name, state: job.state, rows: job.rows },
    percent: job.rows === 0 ? 100 : (100 * through) / job.rows,
    counts: job.startedAt === undefined ? job.trial : job.run,
    ...{ createdAt: job.createdAt, createdBy: job.createdBy.name },
  };
}
