import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { EnrolmentStore, Registration } from '@sinau/enrolment';
import {
  memberByEmployeeNumber,
  membersOf,
  type OrganisationStore,
  type PeopleStore,
  unitsUnder,
} from '@sinau/identity';
import { isUuid, type LanguageMap } from '@sinau/kernel';
import type { CourseDirectory, PeopleDirectory } from '@sinau/records';
import { courseOfActivity } from './delivery-addresses.ts';

/** Identity answers who is who. */
export function createPeopleDirectory(deps: {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
}): PeopleDirectory {
  return {
    findByEmployeeNumber: (agencyId, number) => memberByEmployeeNumber(deps, { agencyId, number }),
    unitsUnder: (agencyId, unitId) => unitsUnder(deps, { agencyId, unitId }),
    membersOf: (agencyId, personIds) => membersOf(deps, { agencyId, personIds }),
  };
}

const mostRemembered = 20_000;
const together = 20;

/** Enrolment and catalogue answer what belongs to which course. A registration's course never changes: it is kept at hand. */
export function createCourseDirectory(deps: {
  readonly issuer: string;
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly courses: Pick<CourseStore, 'find'>;
}): CourseDirectory {
  const { issuer, enrolments, courses } = deps;
  const known = new Map<string, string>();

  async function learn(registration: string): Promise<void> {
    const enrolment = await enrolments.findByRegistration(registration as Registration);
    if (!enrolment) return;
    known.set(registration, enrolment.courseId);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
  }

  return {
    issuer,
    courseOfActivity: (activityId) => courseOfActivity(issuer, activityId),
    async coursesOfRegistrations(registrations) {
      const wanted = registrations.filter(isUuid);
      const found = new Map<string, string>();
      for (let start = 0; start < wanted.length; start += together) {
        const part = wanted.slice(start, start + together);
        await Promise.all(part.filter((one) => !known.has(one)).map(learn));
        for (const one of part) {
          const course = known.get(one);
          if (course !== undefined) found.set(one, course);
        }
      }
      return found;
    },
    async titlesOf(courseIds) {
      const titles = new Map<string, LanguageMap>();
      for (let start = 0; start < courseIds.length; start += together) {
        const part = courseIds.slice(start, start + together);
        const found = await Promise.all(part.map((id) => courses.find(id as CourseId)));
        for (const course of found) if (course) titles.set(course.courseId, course.title);
      }
      return titles;
    },
  };
}
