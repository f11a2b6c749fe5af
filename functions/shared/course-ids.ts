import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { Connection, ConnectionId } from '@sinau/connectors';
import type { CourseIdsPort } from '@sinau/delivery/lti';

/** Servers and packages of OneRoster tell of classes, everything else of courses. */
const sections: readonly Connection['kind'][] = ['oneroster', 'oneroster-csv'];

/** Courses by what the system that they were taken over from calls them, as long as there is a connection to it. */
export function createCourseIds(deps: {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly connections: {
    find(connectionId: ConnectionId): Promise<Pick<Connection, 'kind' | 'providerId'> | undefined>;
  };
}): CourseIdsPort {
  return {
    async sourcedIdsOf(courseId) {
      const course = await deps.courses.find(courseId as CourseId);
      const source = course?.source;
      if (!source) return {};
      const connection = await deps.connections.find(source.connectionId as ConnectionId);
      if (connection?.providerId !== course.providerId) return {};
      return sections.includes(connection.kind)
        ? { section: source.externalId }
        : { offering: source.externalId };
    },
  };
}
