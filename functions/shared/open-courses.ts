import { type Course, type CourseId, type CourseStore, publishedSide } from '@sinau/catalogue';
import { type ConnectionId, type ConnectionStore, closedSince } from '@sinau/connectors';
import type { CourseDirectory, InvitedCourses, OpenCourse } from '@sinau/enrolment';

export interface OpenCoursesDeps {
  readonly courses: Pick<CourseStore, 'find'>;
  /** Loaded for courses that a connection has brought. Absent where nobody enrols by what is asked. */
  readonly connectors?: () => Promise<{ readonly connections: Pick<ConnectionStore, 'find'> }>;
}

/** The catalogue as enrolment asks it. A course whose connection is being removed is closed since that began. */
export function createOpenCourses(deps: OpenCoursesDeps): CourseDirectory & InvitedCourses {
  const find = (courseId: string) => deps.courses.find(courseId as CourseId);
  return {
    openVersion: async (courseId) => {
      const course = await find(courseId);
      const open = course && publishedSide(course);
      if (!open) return undefined;
      const { version, title, admission, providerId, details } = open;
      const closed = await closedAt(deps, course, admission);
      return {
        ...{ version, title, providerId, price: details.price },
        admission: { ...admission, ...(closed !== undefined && { closesAt: closed }) },
      };
    },
    providerOf: async (courseId) => {
      const course = await find(courseId);
      return course && publishedSide(course)?.providerId;
    },
  };
}

/** The earlier of both; undefined where its connection closes nothing. */
async function closedAt(
  { connectors }: OpenCoursesDeps,
  { source }: Course,
  { closesAt }: OpenCourse['admission'],
): Promise<string | undefined> {
  if (!connectors || !source) return undefined;
  const { connections } = await connectors();
  const connection = await connections.find(source.connectionId as ConnectionId);
  const closed = connection && closedSince(connection);
  return closed !== undefined && closesAt !== undefined && closesAt < closed ? closesAt : closed;
}
