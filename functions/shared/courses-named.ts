import type { Course } from '@sinau/catalogue';
import type { Connection, ConnectionId } from '@sinau/connectors';
import type { OurCourse } from '@sinau/connectors/results';
import type { OurSideDeps } from './our-side.ts';

/** Kinds that may name courses as we do, since they have no catalogue, or need none. */
const naming: readonly Connection['kind'][] = ['file', 'webhook', 'xapi'];
const pageSize = 100;
/** So many versions are looked at at once. */
const atOnce = 20;

/**
 * Courses that a connection without a catalogue speaks of, by what it calls them: those that its settings name, and the provider's own that take
 * results. What statements beside another connection say belongs to that one.
 */
export async function coursesNamed(
  deps: Pick<OurSideDeps, 'connections' | 'courses'>,
  connectionId: ConnectionId,
): Promise<OurCourse[]> {
  const connection = await deps.connections.find(connectionId);
  if (!connection || !naming.includes(connection.kind) || connection.xapi?.beside !== undefined) return [];
  const mapped = (connection.xapi?.courses ?? []).map((one) => ({ ...one, connectionId }));
  const named = new Set(mapped.map(({ courseId }) => courseId));
  // Under one name: what comes under the other one counts all the same.
  const own = (await ownCourses(deps, connection))
    .filter((courseId) => !named.has(courseId))
    .map((courseId) => ({ connectionId, externalCourseId: courseId, courseId }));
  const byId = new Map([...own, ...mapped].map((one) => [one.externalCourseId, one]));
  return [...byId.values()].toSorted((a, b) => (a.externalCourseId < b.externalCourseId ? -1 : 1));
}

async function ownCourses(
  { courses }: Pick<OurSideDeps, 'courses'>,
  { providerId }: Connection,
): Promise<readonly string[]> {
  const own: string[] = [];
  let after: string | undefined;
  do {
    const page = await courses.listOfProvider(providerId, { limit: pageSize, ...(after && { after }) });
    // What another connection has brought is that one's.
    const candidates = page.courses.filter(({ source }) => source === undefined);
    for (let n = 0; n < candidates.length; n += atOnce) {
      const taking = await Promise.all(
        candidates
          .slice(n, n + atOnce)
          .map(async (course) => ((await takesResults(courses, course)) ? [course] : [])),
      );
      own.push(...taking.flat().map(({ courseId }) => courseId));
    }
    after = page.last;
  } while (after !== undefined);
  return own;
}

async function takesResults(
  courses: OurSideDeps['courses'],
  { courseId, publishedVersion }: Course,
): Promise<boolean> {
  if (publishedVersion === undefined) return false;
  const version = await courses.findVersion(courseId, publishedVersion);
  return version?.modules.some(({ completion }) => completion !== undefined) ?? false;
}
