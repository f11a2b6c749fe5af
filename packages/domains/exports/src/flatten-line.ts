import type { ColumnName, RecordValues } from './record-columns.ts';
import { recordColumns } from './record-columns.ts';

/** One record on its way into a file. */
export interface RecordRow {
  /** JSON text as the feed gives it, without line break. */
  readonly line: string;
  readonly values: RecordValues;
}

type Json = Readonly<Record<string, unknown>>;

const nothing = Object.fromEntries(recordColumns.map(({ name }) => [name, null])) as {
  [Name in ColumnName]: null;
};

/** The columns of a line of the feed. A kind that is not known yet keeps its kind, id and time. */
export function flattenLine(line: string): RecordRow {
  const record = objectOf(JSON.parse(line));
  const statement = objectOf(record.statement);
  return {
    line,
    values: {
      ...nothing,
      kind: textOf(record.kind),
      statement_id: textOf(record.id),
      position: textOf(record.position),
      stored: instantOf(record.stored),
      voided_by: textOf(record.voidedBy),
      erase_mode: record.kind === 'erase' ? textOf(record.mode) : null,
      ...(record.statement !== undefined && {
        ...flattenStatement(statement),
        statement: rawStatement(line),
      }),
    },
  };
}

/**
 * When the record of a line was stored, without reading its statement, which stands behind. A line that did not say would
 * still have to lie in some file: it lies at the beginning of time.
 */
export function storedIn(line: string): Date {
  return instantOf(/"stored":"([^"]*)"/.exec(line)?.[1]) ?? new Date(0);
}

function flattenStatement(statement: Json): Partial<RecordValues> {
  const account = objectOf(objectOf(statement.actor).account);
  const context = objectOf(statement.context);
  const result = objectOf(statement.result);
  const score = objectOf(result.score);
  const activityId = activityOf(objectOf(statement.object));
  return {
    timestamp: instantOf(statement.timestamp),
    actor_home_page: textOf(account.homePage),
    actor_name: textOf(account.name),
    verb_id: textOf(objectOf(statement.verb).id),
    activity_id: activityId,
    course_id: courseOf(activityId),
    registration: textOf(context.registration),
    session_id: textOf(objectOf(context.extensions)[sessionExtension]),
    score_scaled: numberOf(score.scaled),
    score_raw: numberOf(score.raw),
    score_min: numberOf(score.min),
    score_max: numberOf(score.max),
    success: booleanOf(result.success),
    completion: booleanOf(result.completion),
    duration_seconds: secondsOf(textOf(result.duration)),
  };
}

const sessionExtension = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const mark = ',"statement":';

/** The feed puts the statement last, as it lies in the store; what stands before it cannot hold the mark. */
function rawStatement(line: string): string {
  return line.slice(line.indexOf(mark) + mark.length, -1);
}

function activityOf(object: Json): string | null {
  const isActivity = object.objectType === undefined || object.objectType === 'Activity';
  return isActivity ? textOf(object.id) : null;
}

/** Ids that this platform gives to courses, blocks and AUs name the course. */
const ownActivity = /\/activities\/([^/]+)\/(?:course|block|au)\/[0-9a-f]{32}$/;

function courseOf(activityId: string | null): string | null {
  const part = activityId === null ? undefined : ownActivity.exec(activityId)?.[1];
  if (part === undefined) return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

const duration =
  /^P(?:(?<weeks>\d+(?:[.,]\d+)?)W|(?:(?<days>\d+(?:[.,]\d+)?)D)?(?:T(?:(?<hours>\d+(?:[.,]\d+)?)H)?(?:(?<minutes>\d+(?:[.,]\d+)?)M)?(?:(?<seconds>\d+(?:[.,]\d+)?)S)?)?)$/;

/** ISO 8601 duration in seconds; null where its length depends on the calendar. */
function secondsOf(text: string | null): number | null {
  const parts = text === null ? undefined : duration.exec(text)?.groups;
  if (!parts) return null;
  const amount = (name: string) => Number((parts[name] ?? '0').replace(',', '.'));
  const seconds =
    amount('weeks') * 604_800 +
    amount('days') * 86_400 +
    amount('hours') * 3_600 +
    amount('minutes') * 60 +
    amount('seconds');
  // Sums of decimal fractions leave dust behind.
  return Math.round(seconds * 1e6) / 1e6;
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function booleanOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

function instantOf(value: unknown): Date | null {
  const date = typeof value === 'string' ? new Date(value) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}
