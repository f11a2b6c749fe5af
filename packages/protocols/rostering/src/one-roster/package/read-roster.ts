import type { ExternalCourse, ExternalEnrolment, ExternalResult } from '../../external.ts';
import {
  type RosterCourse,
  type RosterSession,
  readRosterClasses,
  readRosterCourses,
  readRosterSessions,
} from '../read-classes.ts';
import { readRosterPeople } from '../read-people.ts';
import { readLineItems, readRosterResults, resultsOfClass } from '../read-results.ts';
import { isPseudonym, type RosterData, type RosterFile, type RosterRow } from './files.ts';

/** The files that one question is about, by the rules of the REST services. */
type Held<File extends RosterFile> = { readonly [Name in File]?: RosterData[Name] | undefined };

/** Classes with what their courses and terms say of them; tombstones come as hidden ones. Undefined: they were never sent. */
export function* catalogueOf(
  data: Held<'classes' | 'courses' | 'academicSessions'>,
): Generator<ExternalCourse> {
  const sessions = byId<RosterSession>(
    portions(data.academicSessions, (academicSessions) => readRosterSessions({ academicSessions })),
  );
  const courses = byId<RosterCourse>(portions(data.courses, (some) => readRosterCourses({ courses: some })));
  const context = { course: (id: string) => courses.get(id), session: (id: string) => sessions.get(id) };
  yield* portions(data.classes, (classes) => readRosterClasses({ classes }, context));
}

/** As many as come on one page of the services: what reading them costs is soon forgotten. */
const portion = 100;

function* portions<Item>(
  rows: readonly RosterRow[] = [],
  read: (rows: readonly RosterRow[]) => readonly Item[] | undefined,
): Generator<Item> {
  for (let n = 0; n < rows.length; n += portion) yield* read(rows.slice(n, n + portion)) ?? [];
}

/** Who is in which class; asked class by class. */
export function rosterOf(data: Held<'enrollments' | 'users'>): {
  of(externalCourseId: string): readonly ExternalEnrolment[];
} {
  const users = new Map((data.users ?? []).map((user) => [user.sourcedId, user]));
  const students = (data.enrollments ?? []).filter(
    ({ role, status }) => role === 'student' && status === 'active',
  );
  const byClass = Map.groupBy(students, (one) => idIn(one.class));
  return {
    of(externalCourseId) {
      const people = (byClass.get(externalCourseId) ?? []).map((one) => personOf(users, idIn(one.user)));
      return readRosterPeople({ users: people }, externalCourseId) ?? [];
    },
  };
}

/** A score, and the rows of `results.csv` that it is made of. */
export interface ScoreOfRows {
  readonly score: ExternalResult;
  readonly rows: readonly RosterRow[];
}

/** Everybody's scores, class by class; who they are as in the roster. */
export function* scoresOf(data: Held<'lineItems' | 'results' | 'users'>): Generator<ScoreOfRows> {
  const users = new Map((data.users ?? []).map((user) => [user.sourcedId, user]));
  const items = Map.groupBy(data.lineItems ?? [], (item) => idIn(item.class));
  const byItem = Map.groupBy(data.results ?? [], (result) => idIn(result.lineItem));
  for (const [externalCourseId, own] of [...items].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const lineItems = readLineItems({ lineItems: own }) ?? [];
    const rows = own.flatMap(({ sourcedId }) => byItem.get(sourcedId) ?? []);
    const results = readRosterResults({ results: rows });
    const byStudent = Map.groupBy(rows, ({ student }) => idIn(student));
    for (const score of resultsOfClass({ lineItems, results: results ?? [] }, externalCourseId)) {
      const person = personOf(users, score.externalLearnerId ?? '');
      const [known] = readRosterPeople({ users: [person] }, externalCourseId) ?? [];
      yield {
        score: { ...score, ...(known?.subject !== undefined && { subject: known.subject }) },
        rows: byStudent.get(score.externalLearnerId ?? '') ?? [],
      };
    }
  }
}

/** Under the heads of the CSV binding; of what a package says of a score, the columns that are read. */
export const resultCells = ({ lineItem, student, ...row }: RosterRow): Readonly<Record<string, unknown>> => ({
  ...{ sourcedId: row.sourcedId, status: row.status, dateLastModified: row.dateLastModified },
  ...{ lineItemSourcedId: idIn(lineItem), studentSourcedId: idIn(student) },
  ...{ scoreStatus: row.scoreStatus, score: row.score, scoreDate: row.scoreDate },
});

const idIn = (held: unknown): string =>
  (held as { readonly sourcedId?: string } | undefined)?.sourcedId ?? '';

/** Some universities use our pseudonym as the id itself, and send no list of people. */
function personOf(users: ReadonlyMap<string, RosterRow>, sourcedId: string): object {
  return users.get(sourcedId) ?? { sourcedId, ...(isPseudonym(sourcedId) && { identifier: sourcedId }) };
}

function byId<Item extends { readonly sourcedId: string }>(items: Iterable<Item>): ReadonlyMap<string, Item> {
  const map = new Map<string, Item>();
  for (const item of items) map.set(item.sourcedId, item);
  return map;
}
