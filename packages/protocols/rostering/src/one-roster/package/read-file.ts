import { readDate } from '../../table/read-dates.ts';
import { type CsvRecord, longestCell } from './csv-records.ts';
import {
  type Column,
  columnsOf,
  type FileMode,
  idsIn,
  type RosterFile,
  type RosterRow,
  shapeOf,
} from './files.ts';
import type { PackageFinding, PackageProblem } from './problems.ts';

/** Lines of one file, as they are kept, and where each stood. */
export interface ReadFile {
  readonly rows: readonly RosterRow[];
  readonly lines: readonly number[];
}

/** Where the lines of a file are put, one after the other. */
export interface FileReader {
  /** Of the first record. */
  heads(record: CsvRecord): void;
  row(record: CsvRecord): void;
  end(): ReadFile;
}

const longestId = 255;
const base: Readonly<Record<string, Column>> = {
  sourcedId: { cell: 'id', need: 'filled' },
  status: { cell: 'text' },
  dateLastModified: { cell: 'text' },
};

/** Reads lines of one file and tells everything that is wrong with them to `wrong`. */
export function fileReader(
  { file, mode }: { readonly file: RosterFile; readonly mode: FileMode },
  wrong: (finding: PackageFinding) => void,
): FileReader {
  const name = `${file}.csv`;
  const columns = { ...base, ...columnsOf[file] };
  const [rows, lines, seen] = [[] as RosterRow[], [] as number[], new Set<string>()];
  let heads: readonly string[] = [];
  let isEmpty = true;
  const say = (problem: PackageProblem, at: { readonly line?: number; readonly column?: string } = {}) =>
    wrong({ problem, file: name, ...at });
  return {
    heads({ cells }) {
      heads = cells.map((head) => head.trim());
      for (const problem of headProblems(heads, { columns, mode })) say(...problem);
    },
    row({ line, cells }) {
      isEmpty = false;
      if (cells.length !== heads.length) return say('cells-count', { line });
      const record = Object.fromEntries(heads.map((head, n) => [head, cells[n]?.trim() ?? '']));
      const problems = cellProblems(record, { columns, mode });
      for (const [problem, column] of problems) say(problem, { line, column });
      const { sourcedId = '' } = record;
      if (seen.has(sourcedId)) say('id-twice', { line, column: 'sourcedId' });
      seen.add(sourcedId);
      if (problems.length > 0) return;
      rows.push(rowOf(file, record));
      lines.push(line);
    },
    end() {
      if (isEmpty) say('file-empty');
      return { rows, lines };
    },
  };
}

interface Rules {
  readonly columns: Readonly<Record<string, Column>>;
  readonly mode: FileMode;
}

function headProblems(
  heads: readonly string[],
  { columns, mode }: Rules,
): readonly (readonly [PackageProblem, { readonly line: number; readonly column: string }])[] {
  const twice = heads.filter((head, n) => head !== '' && heads.indexOf(head) !== n);
  const needed = Object.entries(columns).filter(
    ([name, { need }]) => need || (mode === 'delta' && name in base),
  );
  const missing = needed.flatMap(([name]) => (heads.includes(name) ? [] : [name]));
  return [
    ...twice.map((column) => ['column-twice', { line: 1, column }] as const),
    ...missing.map((column) => ['column-missing', { line: 1, column }] as const),
  ];
}

type Found = readonly [PackageProblem, string];

function cellProblems(record: Readonly<Record<string, string>>, { columns, mode }: Rules): readonly Found[] {
  const { status = '', dateLastModified = '' } = record;
  const found: Found[] = [];
  // Of a thing that is to go, nothing but its id has to be there.
  const isGone = status === 'tobedeleted';
  if (!['', 'active', 'tobedeleted'].includes(status)) found.push(['status-wrong', 'status']);
  if (mode === 'delta' && status === '') found.push(['cell-missing', 'status']);
  if (mode === 'delta' && dateLastModified === '') found.push(['cell-missing', 'dateLastModified']);
  if (dateLastModified !== '' && momentOf(dateLastModified) === undefined) {
    found.push(['date-wrong', 'dateLastModified']);
  }
  for (const [name, column] of Object.entries(columns)) {
    const text = record[name];
    if (text === undefined) continue;
    const isNeeded = column.need === 'filled' && (!isGone || name === 'sourcedId');
    const problem = text === '' ? isNeeded && 'cell-missing' : cellProblem(column, text);
    if (problem) found.push([problem, name]);
  }
  return found;
}

function cellProblem({ cell }: Column, text: string): PackageProblem | undefined {
  if (cell === 'id') return text.length > longestId ? 'cell-long' : undefined;
  if (cell === 'ids') return idsIn(text).some((id) => id.length > longestId) ? 'cell-long' : undefined;
  if (cell === 'date') return readDate(text) === undefined ? 'date-wrong' : undefined;
  if (cell === 'number') return Number.isFinite(Number(text)) ? undefined : 'number-wrong';
  if (cell === 'truth') return /^(true|false)$/i.test(text) ? undefined : 'truth-wrong';
  return text.length > longestCell ? 'cell-long' : undefined;
}

function momentOf(text: string): string | undefined {
  const date = new Date(text);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}

/** Extensions of the standard: columns that begin with `metadata.`. */
function metadataIn(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      name.startsWith('metadata.') && value !== '' ? [[name.slice('metadata.'.length), value]] : [],
    ),
  );
}

function rowOf(file: RosterFile, record: Readonly<Record<string, string>>): RosterRow {
  const { sourcedId = '', status, dateLastModified = '' } = record;
  return {
    sourcedId,
    status: status === 'tobedeleted' ? 'tobedeleted' : 'active',
    dateLastModified: momentOf(dateLastModified) ?? '',
    ...shapeOf[file](record, metadataIn(record)),
  };
}
