import * as z from 'zod';
import { readCustomFields } from '../custom-fields.ts';
import type { ExternalCourse } from '../external.ts';
import { nameOf, shortened, textOfHtml } from '../plain-text.ts';
import { readDate, readDay } from '../table/read-dates.ts';
import { base, isActive, itemsOf, reference, words } from './wire.ts';

const metadata = z.record(z.string(), z.unknown()).nullish();
const courseSchema = z.object({ ...base, title: words, courseCode: words, metadata });
const classSchema = z.object({
  ...{ ...base, title: words, classCode: words, metadata },
  course: reference,
  terms: z.array(reference).nullish(),
});
const sessionSchema = z.object({ ...base, startDate: words, endDate: words });

export interface RosterCourse {
  readonly sourcedId: string;
  readonly isActive: boolean;
  readonly title: string;
  readonly code: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly modifiedAt?: string;
}

export function readRosterCourses(value: unknown): readonly RosterCourse[] | undefined {
  return itemsOf(value, 'courses', courseSchema)?.map((course) => ({
    sourcedId: course.sourcedId,
    isActive: isActive(course),
    title: nameOf(course.title),
    code: nameOf(course.courseCode),
    fields: fieldsIn(course.metadata),
    ...(course.dateLastModified !== undefined && { modifiedAt: course.dateLastModified }),
  }));
}

/** A term of the university; a day alone is meant in Jakarta. */
export interface RosterSession {
  readonly sourcedId: string;
  /** First day, ISO date. */
  readonly startsOn?: string;
  readonly endsAt?: string;
  readonly modifiedAt?: string;
}

export function readRosterSessions(value: unknown): readonly RosterSession[] | undefined {
  return itemsOf(value, 'academicSessions', sessionSchema)?.map((session) => {
    const startsOn = readDay(session.startDate);
    const endsAt = readDate(session.endDate, 'end');
    return {
      sourcedId: session.sourcedId,
      ...(startsOn !== undefined && { startsOn }),
      ...(endsAt !== undefined && { endsAt }),
      ...(session.dateLastModified !== undefined && { modifiedAt: session.dateLastModified }),
    };
  });
}

export interface ClassContext {
  course(sourcedId: string): RosterCourse | undefined;
  session(sourcedId: string): RosterSession | undefined;
}

/**
 * What learners take is a class: it has terms, people and results; its course lends it code and title. A class whose course is
 * withdrawn, or not there, is withdrawn too. What OneRoster has no field for is looked for in `metadata`.
 */
export function readRosterClasses(
  value: unknown,
  context: ClassContext,
): readonly ExternalCourse[] | undefined {
  return itemsOf(value, 'classes', classSchema)?.map((found) => {
    const course = context.course(found.course.sourcedId);
    const title = nameOf(found.title) || course?.title || found.sourcedId;
    const code = course?.code || nameOf(found.classCode);
    const fields = [...(course?.fields ?? []), ...fieldsIn(found.metadata)];
    const description =
      fields.findLast(([name]) => /^(description|deskripsi|uraian)$/i.test(name))?.[1] ?? '';
    const terms = (found.terms ?? []).flatMap(({ sourcedId }) => context.session(sourcedId) ?? []);
    // The first day of a term is that of classes and opens no enrolment; its last one closes it.
    const [classesFrom] = terms.flatMap((term) => term.startsOn ?? []).toSorted();
    const endsAt = terms
      .flatMap((term) => term.endsAt ?? [])
      .toSorted()
      .at(-1);
    return {
      externalId: found.sourcedId,
      ...(code !== '' && { code: shortened(code, 100) }),
      title: shortened(title, 300),
      description: shortened(textOfHtml(description.slice(0, 200_000)), 4_000),
      ...readCustomFields(fields),
      ...(endsAt !== undefined && { endsAt }),
      ...(classesFrom !== undefined && { classesFrom }),
      visible: isActive(found) && (course?.isActive ?? false),
      ...(found.dateLastModified !== undefined && { modifiedAt: found.dateLastModified }),
    };
  });
}

function fieldsIn(given: z.output<typeof metadata>): readonly (readonly [string, string])[] {
  return Object.entries(given ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
}
