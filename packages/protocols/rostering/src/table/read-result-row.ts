import type { ExternalEnrolment, ExternalResult } from '../external.ts';
import { readPoints } from '../quantities.ts';
import { webAddress } from './read-course-row.ts';
import { readDate } from './read-dates.ts';
import type { RowReader } from './row-reader.ts';

/** Whom a row is about, as the provider writes it: our pseudonym, an e-mail address or a NIP. */
export type LearnerName =
  | { readonly by: 'subject'; readonly value: string }
  | { readonly by: 'email'; readonly value: string }
  | { readonly by: 'employee-number'; readonly value: string };

type Said<Result> = Result extends unknown
  ? Omit<Result, 'externalCourseId' | 'externalLearnerId' | 'subject' | 'eventId'>
  : never;

/** What one row says, kinds kept apart. */
export interface ResultRow {
  readonly learner: LearnerName;
  readonly externalCourseId: string;
  /** At least one. */
  readonly results: readonly Said<ExternalResult>[];
}

export function readResultRow(row: RowReader): ResultRow | undefined {
  const who = whoIn(row);
  const occurredAt = row.value('occurredAt', 'date-wrong', (text) => readDate(text));
  const letter = letterIn(row);
  const given = letter === undefined ? row.value('score', 'number-wrong', readPoints) : undefined;
  const maximum = row.value('maximum', 'number-wrong', readPoints) ?? 100;
  const status = row.value('completed', 'status-wrong', readStatus);
  const number = row.text('certificate', 200);
  const url = row.value('certificateUrl', 'url-wrong', webAddress);
  if (given !== undefined && (maximum <= 0 || given > maximum)) row.wrong('score-range', 'score');
  if (occurredAt === undefined && !row.findings.some(({ column }) => column === 'occurredAt')) {
    row.wrong('cell-missing', 'occurredAt');
  }
  if (row.findings.length > 0 || !who || occurredAt === undefined) return undefined;
  const results: readonly Said<ExternalResult>[] = [
    ...(given === undefined ? [] : [{ kind: 'score' as const, occurredAt, given, maximum, isFinal: true }]),
    ...(status ? [{ kind: 'completion' as const, occurredAt, ...status }] : []),
    ...(number === undefined
      ? []
      : [{ kind: 'credential' as const, occurredAt, number, ...(url !== undefined && { url }) }]),
  ];
  if (results.length === 0) {
    // With nothing else to go by, the letter is what is wrong.
    if (letter === undefined) row.wrong('nothing-said');
    else row.wrong('number-wrong', 'score');
    return undefined;
  }
  if (letter !== undefined) row.note('score-letter', 'score');
  return { ...who, results };
}

/** Letters that Indonesian campuses grade by (PDDIKTI `nilai_huruf`); how many points one is differs from campus to campus. */
function letterIn(row: RowReader): string | undefined {
  const text = row.text('score', 2_000);
  return text !== undefined && /^(?:[A-E][+-]?|AB|BC|CD|DE|T|K|BL)$/i.test(text) ? text : undefined;
}

export interface EnrolmentRow {
  readonly learner: LearnerName;
  readonly externalCourseId: string;
  readonly state: ExternalEnrolment['state'];
}

export function readEnrolmentRow(row: RowReader): EnrolmentRow | undefined {
  const who = whoIn(row);
  const state = row.value('state', 'state-wrong', readState) ?? 'active';
  return row.findings.length > 0 || !who ? undefined : { ...who, state };
}

function whoIn(row: RowReader): Pick<EnrolmentRow, 'learner' | 'externalCourseId'> | undefined {
  const name = row.text('learner', 255);
  const externalCourseId = row.text('externalCourseId', 255);
  for (const [column, cell] of Object.entries({ learner: name, externalCourseId })) {
    const known = column as 'learner' | 'externalCourseId';
    if (cell === undefined && !row.findings.some((one) => one.column === known))
      row.wrong('cell-missing', known);
  }
  if (name === undefined || externalCourseId === undefined) return undefined;
  const learner = learnerOf(name);
  if (!learner) row.wrong('number-rounded', 'learner');
  return learner && { learner, externalCourseId };
}

/** Undefined for a number that a spreadsheet has rounded: nobody is to get another one's result. */
function learnerOf(name: string): LearnerName | undefined {
  if (/^\d[\d.,]*e\+?\d+$/i.test(name)) return undefined;
  if (name.includes('@')) return { by: 'email', value: name.toLowerCase() };
  const digits = name.replaceAll(/[\s.-]/g, '');
  return /^\d{18}$/.test(digits) ? { by: 'employee-number', value: digits } : { by: 'subject', value: name };
}

/** Failing is no completion; "done" says nothing of passing. */
function readStatus(text: string): { readonly completed: boolean; readonly passed?: boolean } | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
  if (/^(lulus|passed|pass|l)$/.test(plain)) return { completed: true, passed: true };
  if (/^(tidak lulus|gagal|failed|fail|tl)$/.test(plain)) return { completed: false, passed: false };
  if (/^(selesai|tuntas|completed|complete|ya|yes|y|1|true)$/.test(plain)) return { completed: true };
  return /^(belum|belum selesai|tidak selesai|tidak tuntas|tidak|no|n|0|false|not completed|incomplete|in progress)$/.test(
    plain,
  )
    ? { completed: false }
    : undefined;
}

function readState(text: string): ExternalEnrolment['state'] | undefined {
  const plain = text.toLowerCase().trim();
  if (/^(aktif|terdaftar|active|enrolled|ya|1)$/.test(plain)) return 'active';
  return /^(berakhir|selesai|keluar|nonaktif|tidak aktif|mundur|ended|inactive|withdrawn|0)$/.test(plain)
    ? 'ended'
    : undefined;
}
