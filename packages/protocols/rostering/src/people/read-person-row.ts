import { oneLine, parseEmployeeNumber } from '@sinau/kernel';
import { numberProblems } from '../list-words.ts';
import { readYesNo } from '../table/read-course-row.ts';
import { readDay } from '../table/read-dates.ts';
import { type RowReader, rowReader } from '../table/row-reader.ts';
import type { TableRow } from '../table/table.ts';
import type { PeopleColumn, PeopleMapping } from './columns.ts';
import type { PeopleProblem } from './problems.ts';
import {
  readEducation,
  readFamily,
  readGrade,
  readLegalStanding,
  readLevel,
  readStatus,
  readZone,
} from './terms.ts';

export type PersonStatus = 'PNS' | 'CPNS' | 'PPPK';

/** What a row says of somebody; what it leaves out stays as it is. Days are `2026-03-02`. */
export interface PersonRow {
  /** 18 digits. */
  readonly number: string;
  readonly name: string;
  readonly email?: string;
  readonly status?: PersonStatus;
  readonly contract?: { readonly from: string; readonly to: string };
  readonly post?: { readonly title: string; readonly family: string; readonly level?: string };
  /** `III/c`, or of PPPK a Roman number. */
  readonly grade?: string;
  readonly legalStanding?: string;
  readonly education?: string;
  /** As it is written: a name or a path of names. */
  readonly unit?: string;
  /** Number of the supervisor. */
  readonly supervisor?: string;
  readonly timeZone?: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  readonly since?: string;
  readonly isActive?: boolean;
}

export interface PersonFinding {
  readonly problem: PeopleProblem;
  readonly column?: PeopleColumn;
}

type Reader = RowReader<PeopleColumn, PeopleProblem>;

/** One row: what it says, or everything that is wrong with it. */
export function readPersonRow(
  row: TableRow,
  mapping: PeopleMapping,
  now: Date,
): { readonly value: PersonRow } | { readonly findings: readonly PersonFinding[] } {
  const reader: Reader = rowReader(row, mapping);
  const status = reader.value('status', 'status-wrong', readStatus);
  const number = numberIn(reader, 'number', { status, now });
  const name = nameIn(reader);
  const supervisor = numberIn(reader, 'supervisor', { status: undefined, now });
  const post = postIn(reader);
  const optional = {
    ...{ status, post, supervisor },
    email: reader.value('email', 'email-wrong', readEmail),
    grade: reader.value('grade', 'grade-wrong', (text) => readGrade(text, status)),
    legalStanding: reader.value('legalStanding', 'standing-wrong', readLegalStanding),
    education: reader.value('education', 'education-wrong', readEducation),
    unit: reader.text('unit', 2_000),
    contract: contractIn(reader, status),
    timeZone: reader.value('timeZone', 'zone-wrong', readZone),
    since: pastDay(reader, now),
    isActive: reader.value('active', 'yes-no-wrong', readYesNo),
  };
  if (supervisor !== undefined && supervisor === number) reader.wrong('supervisor-self', 'supervisor');
  if (number === undefined || name === undefined || reader.findings.length > 0) {
    return {
      findings: reader.findings.map(({ problem, column }) => ({ problem, ...(column && { column }) })),
    };
  }
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return { value: { number, name, ...(Object.fromEntries(given) as Partial<PersonRow>) } };
}

/** Only of a PNS or CPNS do the digits 9 to 14 mean a month. */
function numberIn(
  reader: Reader,
  column: 'number' | 'supervisor',
  { status, now }: { readonly status: PersonStatus | undefined; readonly now: Date },
): string | undefined {
  const text = reader.text(column, 64);
  if (text === undefined) {
    if (column === 'number' && !hasFinding(reader, column)) reader.wrong('cell-missing', column);
    return undefined;
  }
  const kind = status === 'PNS' || status === 'CPNS' ? 'NIP' : 'NI_PPPK';
  const parsed = parseEmployeeNumber(text, kind, now);
  if ('value' in parsed) return parsed.value;
  reader.wrong(numberProblems[parsed.problem], column);
  return undefined;
}

const hasFinding = (reader: Reader, column: PeopleColumn) =>
  reader.findings.some((finding) => finding.column === column);

function nameIn(reader: Reader): string | undefined {
  const name = reader.text('name', 2_000)?.replaceAll(/\s+/g, ' ');
  if (name === undefined) {
    if (!hasFinding(reader, 'name')) reader.wrong('cell-missing', 'name');
    return undefined;
  }
  if (name.length < 2 || name.length > 200 || !oneLine.test(name)) {
    reader.wrong('name-wrong', 'name');
    return undefined;
  }
  return name;
}

/** As strict as the forms are, or the row would be refused later. */
function readEmail(text: string): string | undefined {
  const email = text.toLowerCase();
  return email.length <= 254 && /^[a-z0-9_+-][a-z0-9_+.'-]*@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/.test(email)
    ? email
    : undefined;
}

function postIn(reader: Reader): PersonRow['post'] {
  const title = reader.text('post', 200);
  const family = reader.value('family', 'family-wrong', readFamily);
  const level = reader.value('level', 'level-wrong', (text) => readLevel(text, family));
  if (title === undefined) return undefined;
  if (family === undefined) {
    if (!hasFinding(reader, 'family')) reader.wrong('cell-missing', 'family');
    return undefined;
  }
  return { title, family, ...(level !== undefined && { level }) };
}

function contractIn(reader: Reader, status: PersonStatus | undefined): PersonRow['contract'] {
  const from = reader.value('contractFrom', 'date-wrong', readDay);
  const to = reader.value('contractTo', 'date-wrong', readDay);
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined || status !== 'PPPK') {
    if (!hasFinding(reader, 'contractFrom') && !hasFinding(reader, 'contractTo')) {
      reader.wrong('contract-wrong', 'contractFrom');
    }
    return undefined;
  }
  if (to < from) reader.wrong('date-order', 'contractTo');
  return { from, to };
}

function pastDay(reader: Reader, now: Date): string | undefined {
  const day = reader.value('since', 'date-wrong', readDay);
  const today = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  if (day !== undefined && day > today) reader.wrong('date-future', 'since');
  return day;
}
