import { type Jp, oneLine, parseEmployeeNumber } from '@sinau/kernel';
import { numberProblems } from '../list-words.ts';
import { readHours } from '../quantities.ts';
import { readYesNo } from '../table/read-course-row.ts';
import { readCountedDay } from '../table/read-dates.ts';
import { type RowReader, rowReader } from '../table/row-reader.ts';
import type { TableRow } from '../table/table.ts';
import type { HistoryColumn, HistoryMapping } from './columns.ts';
import type { HistoryProblem } from './problems.ts';

/** Something that somebody has learned, as an agency has written it down. Days are `2026-03-02`. */
export interface HistoryRow {
  /** Number of the learner, 18 digits. */
  readonly learner: string;
  /** e.g. `KL06` */
  readonly form: string;
  readonly title: string;
  readonly organiser: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly stated: Jp;
  readonly abroad: boolean;
  readonly certificate?: string;
}

export interface HistoryFinding {
  readonly problem: HistoryProblem;
  readonly column?: HistoryColumn;
}

type Reader = RowReader<HistoryColumn, HistoryProblem>;

/** Nothing that is recognised lasts longer. */
const mostDays = 3660;
const dayMs = 86_400_000;

/** One row: what it says, or everything that is wrong with it. What has come by now only who takes it knows. */
export function readHistoryRow(
  row: TableRow,
  mapping: HistoryMapping,
  now: Date,
): { readonly value: HistoryRow } | { readonly findings: readonly HistoryFinding[] } {
  const reader: Reader = rowReader(row, mapping);
  const must = <Value>(column: HistoryColumn, value: Value | undefined): Value | undefined => {
    const isTold = reader.findings.some((finding) => finding.column === column);
    if (value === undefined && !isTold) reader.wrong('cell-missing', column);
    return value;
  };
  const read = {
    startsOn: must('startsOn', reader.value('startsOn', 'date-wrong', readCountedDay)),
    endsOn: must('endsOn', reader.value('endsOn', 'date-wrong', readCountedDay)),
    form: must('form', reader.value('form', 'form-unknown', readForm)),
    title: must('title', reader.value('title', 'text-wrong', named(2, 300))),
    organiser: must('organiser', reader.value('organiser', 'text-wrong', named(2, 200))),
    stated: must('stated', reader.value('stated', 'jp-wrong', readStated)),
    learner: must('learner', learnerIn(reader, now)),
  };
  const certificate = reader.value('certificate', 'certificate-wrong', named(1, 100));
  const abroad = reader.value('abroad', 'abroad-wrong', readAbroad) ?? false;
  checkDays(reader, read);
  if (!isWhole(read) || reader.findings.length > 0) {
    return {
      findings: reader.findings.map(({ problem, column }) => ({ problem, ...(column && { column }) })),
    };
  }
  return { value: { ...read, abroad, ...(certificate !== undefined && { certificate }) } };
}

const isWhole = <Of extends object>(
  read: { readonly [Name in keyof Of]: Of[Name] | undefined },
): read is Of => Object.values(read).every((value) => value !== undefined);

/** A list says no status, so that the number may be a NIP or a NI PPPK. */
function learnerIn(reader: Reader, now: Date): string | undefined {
  const text = reader.text('learner', 64);
  if (text === undefined) return undefined;
  const parsed = parseEmployeeNumber(text, 'NI_PPPK', now);
  if ('value' in parsed) return parsed.value;
  reader.wrong(numberProblems[parsed.problem], 'learner');
  return undefined;
}

/** `KL06`, `kl-6`, `NKL 03`. Which ones there are the rules know. */
function readForm(text: string): string | undefined {
  const [, family, number = ''] = /^(KL|NKL|PD)[\s.-]*(\d{1,2})$/.exec(text.toUpperCase()) ?? [];
  return family && `${family}${number.padStart(2, '0')}`;
}

const named = (least: number, most: number) => (text: string) => {
  const plain = text.replaceAll(/\s+/g, ' ');
  const isGood = plain.length >= least && plain.length <= most && /[\p{L}\p{N}]/u.test(plain);
  return isGood && oneLine.test(plain) ? plain : undefined;
};

function readStated(text: string): Jp | undefined {
  const hours = readHours(text);
  return hours === undefined || hours < 1 || hours > 5_000 ? undefined : (Math.round(hours * 100) as Jp);
}

function readAbroad(text: string): boolean | undefined {
  const plain = text.toLowerCase().replaceAll(/[\s.-]+/g, '');
  if (/^(luarnegeri|ln|internasional|abroad)$/.test(plain)) return true;
  return /^(dalamnegeri|dn|nasional|indonesia)$/.test(plain) ? false : readYesNo(plain);
}

function checkDays(
  reader: Reader,
  { startsOn, endsOn }: { readonly startsOn: string | undefined; readonly endsOn: string | undefined },
): void {
  if (startsOn === undefined || endsOn === undefined) return;
  if (endsOn < startsOn) reader.wrong('days-order', 'endsOn');
  else if ((Date.parse(endsOn) - Date.parse(startsOn)) / dayMs >= mostDays)
    reader.wrong('days-long', 'endsOn');
}
