import { DomainError, InvalidInput, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { officeOf } from './authority.ts';
import { type Performance, type Potential, type Predicate, performanceOf, predicates } from './box.ts';
import { ratingRequestSchema } from './rating.ts';
import { type Recorded, recordRating, type TalentDeps } from './record-rating.ts';
import { performanceWithId, predicateWithId } from './siasn-ids.ts';

export interface ListDeps extends TalentDeps {
  /** Whose employee number it is; undefined for nobody. */
  readonly personWith: (number: string) => Promise<PersonId | undefined>;
}

/** Columns of a list, by their headings. */
export const listHeads = {
  ...{ number: 'NIP', year: 'Tahun', performance: 'Kinerja', potential: 'Potensi' },
  ...{ basis: 'Dasar', foundOn: 'Tanggal' },
  // As SIASN calls them; either stands for the performance.
  ...{ quadrant: 'kuadranNilai', side: 'perilakuDanKinerja' },
} as const;
export type ListColumn = keyof typeof listHeads;
/** Those of the template. */
export const listColumns: readonly Exclude<ListColumn, 'quadrant' | 'side'>[] = [
  ...(['number', 'year', 'performance', 'potential', 'basis', 'foundOn'] as const),
];
/** A list has one of these at least. */
const performanceColumns = ['performance', 'quadrant', 'side'] as const;

/** Rows of one list: it is taken while somebody waits for the answer. */
export const mostListRows = 500;

export type RowProblem = 'wrong' | 'unknown-person' | 'oneself' | 'twice' | 'changed' | 'disagree';

export interface ListRow {
  readonly row: number;
  readonly outcome: Recorded | 'refused';
  readonly problem?: RowProblem;
  readonly column?: ListColumn;
}

export interface GivenList {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export type ListOutcome =
  | { readonly outcome: 'missing'; readonly heads: readonly string[] }
  | { readonly outcome: 'too-many'; readonly most: number }
  | { readonly outcome: 'read'; readonly rows: readonly ListRow[] };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const performanceWords: Readonly<Record<string, Performance>> = {
  ...{ 'di bawah ekspektasi': 'below', 'sesuai ekspektasi': 'as-expected', 'di atas ekspektasi': 'above' },
};
const predicateWords: ReadonlyMap<string, Predicate> = new Map(predicates.map((one) => [plain(one), one]));
const potentialWords: Readonly<Record<string, Potential>> = {
  ...{ rendah: 'low', menengah: 'middle', tinggi: 'high' },
};

/**
 * Tries a list, or takes it: each row is what a form would send. Wrong rows are told with their reason, the others are taken, and what is so already is
 * skipped, so that a mended list is sent again as a whole.
 */
export async function takeList(
  deps: ListDeps,
  input: { readonly principal: PersonPrincipal; readonly list: GivenList; readonly isTrial: boolean },
): Promise<ListOutcome> {
  officeOf(input.principal);
  const { heads, rows } = input.list;
  const joined = (text: string) => plain(text).replaceAll(' ', '');
  const at = new Map(
    [...listColumns, ...performanceColumns].map((name) => [
      name,
      heads.findIndex((head) => joined(head) === joined(listHeads[name])),
    ]),
  );
  const has = (name: ListColumn) => (at.get(name) ?? -1) >= 0;
  const missing = listColumns.filter((name) =>
    name === 'performance' ? !performanceColumns.some(has) : !has(name),
  );
  if (missing.length > 0) return { outcome: 'missing', heads: missing.map((name) => listHeads[name]) };
  if (rows.length > mostListRows) return { outcome: 'too-many', most: mostListRows };
  const seen = new Set<string>();
  const done: ListRow[] = [];
  for (const { row, cells } of rows) {
    const cell = (name: ListColumn) => (cells[at.get(name) ?? -1] ?? '').trim();
    done.push({ row, ...(await takeRow(deps, input, { cell, seen })) });
  }
  return { outcome: 'read', rows: done };
}

type Taken = Omit<ListRow, 'row'>;
const refused = (problem: RowProblem, column?: ListColumn): Taken => ({
  ...{ outcome: 'refused', problem },
  ...(column !== undefined && { column }),
});

async function takeRow(
  deps: ListDeps,
  { principal, isTrial }: { readonly principal: PersonPrincipal; readonly isTrial: boolean },
  { cell, seen }: { readonly cell: (name: ListColumn) => string; readonly seen: Set<string> },
): Promise<Taken> {
  const number = cell('number').replaceAll(/[\s'’]/g, '');
  if (!/^\d{18}$/.test(number)) return refused('wrong', 'number');
  const performance = performanceIn(cell);
  if ('outcome' in performance) return performance;
  const read = ratingRequestSchema.safeParse({ ...requestIn(cell), ...performance });
  if (!read.success) return refused('wrong', columnOf(read.error.issues[0]?.path[0]));
  const name = JSON.stringify([number, read.data.year]);
  if (seen.has(name)) return refused('twice');
  const personId = await deps.personWith(number);
  if (personId === undefined) return refused('unknown-person', 'number');
  try {
    const outcome = await recordRating(deps, { principal, personId, request: read.data, isTrial });
    seen.add(name);
    return { outcome };
  } catch (error) {
    const problem = error instanceof DomainError ? problemOf[error.code] : undefined;
    if (problem !== undefined) return refused(problem, 'number');
    if (!(error instanceof InvalidInput)) throw error;
    return refused('wrong', error.message.includes('year has not') ? 'year' : 'foundOn');
  }
}

const problemOf: Readonly<Record<string, RowProblem>> = {
  ...{ 'talent.not-found': 'unknown-person', 'talent.own': 'oneself', 'talent.changed': 'changed' },
};

const columnOf = (path: PropertyKey | undefined): ListColumn =>
  listColumns.find((name) => name === path) ?? 'potential';

type Said = { readonly predicate: Predicate } | { readonly performance: Performance };
const sideOf = (said: Said): Performance =>
  'predicate' in said ? performanceOf(said.predicate) : said.performance;
const saidBy = (predicate: Predicate | undefined, performance: Performance | undefined): Said | undefined =>
  predicate ? { predicate } : performance && { performance };

const performanceReaders: Readonly<
  Record<(typeof performanceColumns)[number], (text: string) => Said | undefined>
> = {
  performance: (text) => saidBy(predicateWords.get(plain(text)), performanceWords[plain(text)]),
  quadrant: (text) => saidBy(predicateWithId(text), undefined),
  side: (text) => saidBy(undefined, performanceWithId(text)),
};

/** What the columns of performance say together. Where two of them say different sides a person has to look. */
function performanceIn(cell: (name: ListColumn) => string): Said | Taken {
  const readings = performanceColumns
    .filter((name) => cell(name) !== '')
    .map((name) => ({ name, said: performanceReaders[name](cell(name)) }));
  let all: Said | undefined;
  for (const { name, said } of readings) {
    if (!said) return refused('wrong', name);
    if (all && sideOf(all) !== sideOf(said)) return refused('disagree', name);
    // A predicate says more than its side.
    all = all && 'predicate' in all ? all : said;
  }
  return all ?? refused('wrong', 'performance');
}

/** As the form would send it; what cannot be read is sent as it stands, and refused with its column. */
function requestIn(cell: (name: ListColumn) => string) {
  const potential = plain(cell('potential'));
  const score = /^\d{1,3}([.,]\d{1,2})?$/.test(cell('potential'))
    ? Math.round(Number(cell('potential').replace(',', '.')) * 100)
    : undefined;
  return {
    year: /^\d{4}$/.test(cell('year')) ? Number(cell('year')) : cell('year'),
    ...(score === undefined ? { potential: potentialWords[potential] ?? potential } : { score }),
    ...{ basis: cell('basis'), foundOn: dayIn(cell('foundOn')) },
  };
}

/** `2026-03-31`, or as people write it here: `31/03/2026`, `31-3-2026`. */
function dayIn(text: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = parts ?? [];
  return parts ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
