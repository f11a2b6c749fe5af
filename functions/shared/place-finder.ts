import type { CourseId, CourseSource, CourseStore } from '@sinau/catalogue';
import { type ConnectionId, type ConnectionStore, connectionIdSchema } from '@sinau/connectors';
import type { PlaceFinder } from '@sinau/connectors/results';
import type { SyncStore } from '@sinau/connectors/sync';
import type { CourseContentPort, EntitlementPort, PartContent } from '@sinau/delivery';
import { type EnrolmentStore, isTaken } from '@sinau/enrolment';
import { isUuid, type PersonId, type ProviderId } from '@sinau/kernel';

/** Where results may count: in courses of the provider alone, for people who take them. */
export function createPlaceFinder(deps: {
  readonly subjects: {
    personOf(providerId: ProviderId, subject: string): Promise<PersonId | undefined>;
  };
  readonly courses: Pick<CourseStore, 'find'>;
  readonly sync: Pick<SyncStore, 'findItem'>;
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly enrolments: Pick<EnrolmentStore, 'findCurrent'>;
  readonly entitlements: EntitlementPort;
  readonly content: CourseContentPort;
}): PlaceFinder {
  const ownCourse = async (courseId: string, providerId: ProviderId) => {
    const course = await deps.courses.find(courseId as CourseId);
    return course?.providerId === providerId ? course : undefined;
  };
  const courseFor = async (connectionId: ConnectionId, externalCourseId: string) => {
    const item = await deps.sync.findItem(connectionId, externalCourseId);
    if (item?.courseId !== undefined) return item.courseId;
    const mapped = (await deps.connections.find(connectionId))?.xapi?.courses;
    const course = mapped?.find((one) => one.externalCourseId === externalCourseId);
    // A provider without a catalogue of its own names courses as we do.
    return course?.courseId ?? externalCourseId.toLowerCase();
  };
  return {
    async registrationOf({ providerId, connectionId, externalCourseId, subject }) {
      const connection = connectionIdSchema.safeParse(connectionId);
      const courseId = connection.success
        ? await courseFor(connection.data, externalCourseId)
        : externalCourseId.toLowerCase();
      if (!isUuid(courseId) || !(await ownCourse(courseId, providerId))) return { reason: 'course-unknown' };
      const personId = await deps.subjects.personOf(providerId, subject);
      if (personId === undefined) return { reason: 'learner-unknown' };
      const enrolment = await deps.enrolments.findCurrent(personId, courseId);
      if (!enrolment || !isTaken(enrolment)) return { reason: 'not-enrolled' };
      return { registration: enrolment.registration };
    },
    async partsOf(providerId, registration) {
      const entitlement = await deps.entitlements.find(registration);
      const course = entitlement && (await ownCourse(entitlement.courseId, providerId));
      if (!course) return undefined;
      const content = await deps.content.find(entitlement.courseId, entitlement.version);
      const parts = content?.parts.filter(({ completion }) => completion !== undefined) ?? [];
      const lead = course.source && leadOf(course.source, parts);
      return {
        moduleIds: [...new Set(parts.map(({ moduleId }) => moduleId))],
        ...(lead !== undefined && { lead }),
      };
    },
  };
}

/** The part in which a course of a catalogue starts in a tool, or the first that leads to a page. */
function leadOf({ start }: CourseSource, parts: readonly PartContent[]): string | undefined {
  const lead =
    parts.find(({ moduleId }) => moduleId === start?.moduleId) ??
    parts.find(({ kind }) => kind === 'external');
  return lead?.moduleId;
}
