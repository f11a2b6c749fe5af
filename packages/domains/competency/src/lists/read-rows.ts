import { lettersAndDigits, withoutTurns } from '@sinau/kernel';
import { readDay, type TableRow } from '@sinau/rostering/table';
import { type AssessmentRequest, assessmentRequestSchema, type Method } from '../assessment.ts';
import {
  type CompetencyId,
  codeSchema,
  type TechnicalRequest,
  technicalId,
  technicalRequestSchema,
} from '../competency.ts';
import { nationalIds } from '../national-dictionary.ts';
import { criticalities, postGroups, type StandardRequest, standardRequestSchema } from '../standard.ts';
import { type ColumnName, columnsOf, type ListKind } from './list-columns.ts';

/** Why a row is not taken, or what was found in its place. */
export const listProblems = [
  ...([
    'missing',
    'wrong-day',
    'wrong-level',
    'wrong-method',
    'wrong-number',
    'wrong-code',
    'wrong-text',
  ] as const),
  ...([
    'unknown-competency',
    'unknown-person',
    'oneself',
    'twice',
    'full',
    'changed',
    'whole',
    'national-code',
  ] as const),
] as const;
export type ListProblem = (typeof listProblems)[number];

export interface RowFinding {
  readonly problem: ListProblem;
  readonly column?: ColumnName;
}

export type ReadRow<Said> =
  | { readonly row: number; readonly said: Said }
  | { readonly row: number; readonly finding: RowFinding };

type Mapping = ReadonlyMap<ColumnName, number>;

/** A row that says something wrong ends with the first of it. */
class RowRefused extends Error {
  readonly finding: RowFinding;

  constructor(finding: RowFinding) {
    super(finding.problem);
    this.finding = finding;
  }
}

const refuse = (problem: ListProblem, column?: ColumnName): never => {
  throw new RowRefused({ problem, ...(column && { column }) });
};

function readerOf(kind: ListKind, mapping: Mapping, { cells }: TableRow) {
  const required = new Set(columnsOf(kind).flatMap(([name, column]) => (column.required ? [name] : [])));
  const cell = (name: ColumnName): string => {
    const at = mapping.get(name);
    return at === undefined
      ? ''
      : withoutTurns(cells[at] ?? '')
          .replaceAll(/\p{Cc}+/gu, ' ')
          .trim();
  };
  const text = (name: ColumnName): string | undefined => {
    const value = cell(name);
    if (value !== '') return value;
    return required.has(name) ? refuse('missing', name) : undefined;
  };
  const day = (name: ColumnName): string | undefined => {
    const value = text(name);
    return value === undefined ? undefined : (readDay(value) ?? refuse('wrong-day', name));
  };
  return { cell, text, day, need: (name: ColumnName): string => text(name) ?? refuse('missing', name) };
}
type Reader = ReturnType<typeof readerOf>;

export function readRow<Said>(row: number, read: () => Said): ReadRow<Said> {
  try {
    return { row, said: read() };
  } catch (error) {
    if (error instanceof RowRefused) return { row, finding: error.finding };
    throw error;
  }
}

/** One of the nine, or of the agency's dictionary; whether it is there, the use case looks. */
function competencyIn(reader: Reader): CompetencyId {
  const code = codeSchema.safeParse(reader.need('code'));
  if (!code.success) return refuse('wrong-code', 'code');
  return nationalIds.find((one) => one === code.data) ?? technicalId(code.data);
}

function levelIn(reader: Reader, least: number): number {
  const found = /^(?:level\s*)?([0-5])(?:[.,]0)?$/i.exec(reader.need('level'))?.[1];
  const level = Number(found);
  return found === undefined || level < least ? refuse('wrong-level', 'level') : level;
}

const optional = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string };

export function technicalIn(mapping: Mapping, row: TableRow): TechnicalRequest {
  const reader = readerOf('dictionary', mapping, row);
  const levels = (['level1', 'level2', 'level3', 'level4', 'level5'] as const).map(
    (name) => reader.text(name) ?? '',
  );
  const request = {
    ...{ code: reader.need('code'), name: reader.need('name'), field: reader.need('field') },
    ...{ from: reader.day('from'), levels: levels.every((one) => one === '') ? [] : levels },
    ...optional('legalBasis', reader.text('basis')),
  };
  const parsed = technicalRequestSchema.safeParse(request);
  if (parsed.success) {
    // A technical one of that code would be mistaken for one of the nine.
    return nationalIds.some((one) => one === parsed.data.code)
      ? refuse('national-code', 'code')
      : parsed.data;
  }
  const at = String(parsed.error.issues[0]?.path[0] ?? '');
  return at === 'code' ? refuse('wrong-code', 'code') : refuse('wrong-text', columnAt(at));
}

const columnAt = (property: string): ColumnName | undefined =>
  (
    ({ name: 'name', field: 'field', legalBasis: 'basis', levels: 'level1' }) as const satisfies Record<
      string,
      ColumnName
    >
  )[property as 'name'];

/** What one row says of a standard; rows of one post and day make it. */
export interface StandardLine {
  readonly post: StandardRequest['post'];
  readonly from: string;
  readonly requirement: StandardRequest['requirements'][number];
  readonly criticality: StandardRequest['criticality'];
  readonly legalBasis?: string;
}

const postIn = (title: string): StandardRequest['post'] => {
  const group = postGroups.find((one) => lettersAndDigits(one) === lettersAndDigits(title));
  return group ? { group } : { title };
};

/** Which standard a row is about that cannot be read otherwise; without a day: each of that post. Undefined where it names no post. */
export function standardAimedAt(
  mapping: Mapping,
  row: TableRow,
): { readonly post: StandardRequest['post']; readonly from?: string } | undefined {
  const reader = readerOf('standards', mapping, row);
  const title = reader.cell('post');
  if (title === '') return undefined;
  const from = readDay(reader.cell('from'));
  return { post: postIn(title), ...(from !== undefined && { from }) };
}

export function standardLineIn(mapping: Mapping, row: TableRow): StandardLine {
  const reader = readerOf('standards', mapping, row);
  const title = reader.need('post');
  const given = reader.text('criticality');
  const criticality = given === undefined ? 1 : criticalities.find((one) => String(one) === given);
  const request = {
    post: postIn(title),
    ...{ from: reader.day('from'), criticality: criticality ?? refuse('wrong-level', 'criticality') },
    requirements: [{ competencyId: competencyIn(reader), level: levelIn(reader, 1) }],
    ...optional('legalBasis', reader.text('basis')),
  };
  const parsed = standardRequestSchema.safeParse(request);
  if (!parsed.success) return refuse('wrong-text', 'post');
  const { post, from, requirements, criticality: how, legalBasis } = parsed.data;
  const [requirement] = requirements;
  if (!requirement) return refuse('missing', 'code');
  return { post, from, requirement, criticality: how, ...(legalBasis !== undefined && { legalBasis }) };
}

const ways: readonly (readonly [RegExp, Exclude<Method, 'self' | 'supervisor'>])[] = [
  [/assess?ment|pusatpenilaian|^ac$/, 'assessment-center'],
  [/uji|tes|test/, 'competency-test'],
];

export interface AssessmentLine {
  readonly number: string;
  readonly request: AssessmentRequest;
}

export function assessmentLineIn(mapping: Mapping, row: TableRow): AssessmentLine {
  const reader = readerOf('assessments', mapping, row);
  // A spreadsheet turns the number into 1.99005E+17: its last digits are lost, so nothing but digits is taken.
  const number = reader.need('number').replaceAll(/[\s.'’-]/g, '');
  if (!/^\d{18}$/.test(number)) return refuse('wrong-number', 'number');
  const way = lettersAndDigits(reader.need('method'));
  const method = ways.find(([words]) => words.test(way))?.[1] ?? refuse('wrong-method', 'method');
  const request = {
    ...{ competencyId: competencyIn(reader), method, level: levelIn(reader, 0) },
    assessedOn: reader.day('assessedOn'),
    ...optional('validTo', reader.day('validTo')),
    ...optional('assessor', reader.text('assessor')),
    ...optional('note', reader.text('note')),
  };
  const parsed = assessmentRequestSchema.safeParse(request);
  if (parsed.success) return { number, request: parsed.data };
  const at = String(parsed.error.issues[0]?.path[0] ?? '');
  return refuse('wrong-text', at === 'assessor' || at === 'note' ? at : undefined);
}
