import type { AgencyId, LanguageMap } from '@sinau/kernel';
import { type Cell, csvRecord } from '@sinau/kernel';
import type { StoredStatement } from '@sinau/xapi';
import { durationSeconds } from './duration-seconds.ts';
import { factsOf, objectActivity, type StatementFacts } from './line-facts.ts';
import { courseIdsOf } from './line-filter.ts';
import { type ParsedLine, parseLine } from './parse-line.ts';
import type { CourseDirectory, Member, PeopleDirectory } from './ports.ts';

/** What the columns of a row are made of. */
interface Row {
  readonly line: ParsedLine;
  readonly statement: StoredStatement | undefined;
  readonly personId: string | undefined;
  readonly member: Member | undefined;
  readonly courseId: string | undefined;
  readonly courseTitle: LanguageMap | undefined;
}

const sessionExtension = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

/** Columns in their order. A new one goes to the end, so that consumers that count them stay right. */
const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  kind: ({ line }) => line.kind,
  statement_id: ({ line }) => line.id,
  stored: ({ line }) => line.stored,
  timestamp: ({ statement }) => statement?.timestamp,
  person_id: ({ personId }) => personId,
  person_name: ({ member }) => member?.name,
  employee_number_masked: ({ member }) => member?.maskedEmployeeNumber,
  verb_id: ({ statement }) => statement?.verb.id,
  verb: ({ statement }) => statement && (textOf(statement.verb.display) ?? lastPart(statement.verb.id)),
  activity_id: ({ statement }) => statement && objectActivity(statement)?.id,
  activity_name: ({ statement }) => textOf(statement && objectActivity(statement)?.definition?.name),
  activity_type: ({ statement }) => statement && objectActivity(statement)?.definition?.type,
  course_id: ({ courseId }) => courseId,
  course_title: ({ courseTitle }) => textOf(courseTitle),
  module_id: ({ statement }) => statement && groupingOf(statement),
  registration: ({ statement }) => statement?.context?.registration,
  session_id: ({ statement }) => textIn(statement?.context?.extensions?.[sessionExtension]),
  score_scaled: ({ statement }) => statement?.result?.score?.scaled,
  score_raw: ({ statement }) => statement?.result?.score?.raw,
  score_min: ({ statement }) => statement?.result?.score?.min,
  score_max: ({ statement }) => statement?.result?.score?.max,
  success: ({ statement }) => statement?.result?.success,
  completion: ({ statement }) => statement?.result?.completion,
  duration_seconds: ({ statement }) => durationSeconds(statement?.result?.duration ?? ''),
  voided_by: ({ line }) => (line.kind === 'void' ? line.voidedBy : undefined),
  erasure: ({ line }) => (line.kind === 'erase' ? line.mode : undefined),
};

/** Names of the columns, in order. */
export const csvColumns: readonly string[] = Object.keys(columns);

/**
 * Lines of a feed as CSV with a header: one record a line. Name and masked employee number stand there for people who
 * belong to the agency now; of others there is the internal id, as in the statement.
 */
export async function flattenLines(
  deps: { readonly people: PeopleDirectory; readonly courses: CourseDirectory },
  request: { readonly agencyId: AgencyId; readonly lines: readonly string[] },
): Promise<string> {
  const parsed = request.lines.map(parseLine);
  const facts = parsed.map((line) =>
    line.kind === 'statement' ? factsOf(deps.courses, line.statement) : undefined,
  );
  const known = facts.flatMap((one) => one ?? []);
  const [members, courses] = await Promise.all([
    deps.people.membersOf(request.agencyId, [...new Set(known.flatMap(({ people }) => people))]),
    deps.courses.coursesOfRegistrations(unclearRegistrations(known)),
  ]);
  const courseIds = facts.map((one) => (one ? courseIdsOf(one, courses)[0] : undefined));
  const titles = await deps.courses.titlesOf([...new Set(courseIds.flatMap((id) => id ?? []))]);
  const records = parsed.map((line, n) => {
    const personId = facts[n]?.people[0];
    const courseId = courseIds[n];
    return recordOf({
      line,
      statement: line.kind === 'statement' ? line.statement : undefined,
      personId,
      member: members.get(personId ?? ''),
      courseId,
      courseTitle: titles.get(courseId ?? ''),
    });
  });
  return csvRecord(csvColumns) + records.join('');
}

function unclearRegistrations(facts: readonly StatementFacts[]): readonly string[] {
  const unclear = facts.filter(({ courses }) => courses.length === 0);
  return [...new Set(unclear.flatMap(({ registration }) => registration ?? []))];
}

function recordOf(row: Row): string {
  return csvRecord(Object.values(columns).map((cell) => cell(row)));
}

/** What the course's publisher calls the module (cmi5 contextTemplate). */
function groupingOf({ context }: StoredStatement): string | undefined {
  const [first] = [context?.contextActivities?.grouping ?? []].flat();
  return first?.id;
}

/** Indonesian, else English, else whatever there is. */
function textOf(map: LanguageMap | undefined): string | undefined {
  if (!map) return undefined;
  const [any] = Object.values(map);
  return map.id ?? map['id-ID'] ?? map.en ?? map['en-US'] ?? map['en-GB'] ?? any;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function lastPart(iri: string): string {
  return iri.split(/[/#]/).findLast((part) => part !== '') ?? iri;
}
