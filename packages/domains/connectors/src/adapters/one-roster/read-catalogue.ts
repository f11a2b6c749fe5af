import type { ExternalCourse } from '@sinau/rostering';
import {
  type RosterCourse,
  type RosterSession,
  readRosterClasses,
  readRosterCourses,
  readRosterSessions,
} from '@sinau/rostering/one-roster';
import type { RosterClient } from './client.ts';
import { readPages } from './read-pages.ts';

/** Writes that began before a reading and ended after it carry an older time. */
const overlapMs = 5 * 60_000;

/** The newest change that was met, where reading changes may begin. */
export interface Newest {
  at?: string;
}

/**
 * Classes with what their courses and terms say of them; tombstones come as hidden ones. With a cursor, those that changed since:
 * all of them when a course or a term has, since they are part of each class.
 */
export async function* readCatalogue(
  client: RosterClient,
  { cursor, newest }: { readonly cursor: string | undefined; readonly newest: Newest },
): AsyncGenerator<ExternalCourse> {
  const since = cursor === undefined ? undefined : new Date(Date.parse(cursor) - overlapMs).toISOString();
  const sessions = new Map<string, RosterSession>();
  const courses = new Map<string, RosterCourse>();
  let isNarrow = since !== undefined;
  const meet = ({ modifiedAt }: { readonly modifiedAt?: string }) => {
    if (modifiedAt !== undefined && modifiedAt > (newest.at ?? '')) newest.at = modifiedAt;
    if (modifiedAt === undefined || (cursor !== undefined && modifiedAt > cursor)) isNarrow = false;
  };
  const shared = {
    service: 'roster' as const,
    idOf: ({ sourcedId }: { readonly sourcedId: string }) => sourcedId,
  };
  for await (const session of readPages(client, {
    ...shared,
    path: '/academicSessions',
    read: readRosterSessions,
  })) {
    meet(session);
    sessions.set(session.sourcedId, session);
  }
  for await (const course of readPages(client, { ...shared, path: '/courses', read: readRosterCourses })) {
    meet(course);
    courses.set(course.sourcedId, course);
  }
  const context = { course: (id: string) => courses.get(id), session: (id: string) => sessions.get(id) };
  const classes = readPages(client, {
    ...{ service: 'roster', path: '/classes' },
    ...(isNarrow && { filter: `dateLastModified>'${since}'` }),
    read: (value) => readRosterClasses(value, context),
    idOf: ({ externalId }) => externalId,
  });
  for await (const one of classes) {
    const { modifiedAt } = one;
    if (modifiedAt !== undefined && modifiedAt > (newest.at ?? '')) newest.at = modifiedAt;
    yield one;
  }
}
