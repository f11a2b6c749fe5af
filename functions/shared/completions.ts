import type { CourseId, CourseStore } from '@sinau/catalogue';
import { type Completion, type CompletionDirectory, eLearning, type Moment } from '@sinau/credit';
import type { CourseContentPort, PartKind } from '@sinau/delivery';
import { type EnrolmentStore, isEarned, type Registration } from '@sinau/enrolment';
import type { PeopleStore } from '@sinau/identity';
import { statedHoursOf } from './stated-hours.ts';

/** Another system shows them: how long somebody was there is not known here. */
const shownElsewhere: ReadonlySet<PartKind> = new Set(['lti', 'external', 'link']);

interface CompletionDeps {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly courses: CourseStore;
  readonly content: CourseContentPort;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly momentsOf: (registration: string) => Promise<readonly Moment[]>;
}

/** Completed courses as credit asks for them: from the enrolment, what its course states, and what was recorded. */
export function createCompletions(deps: CompletionDeps): CompletionDirectory {
  return {
    async completionOf(registration): Promise<Completion | undefined> {
      const found = await deps.enrolments.findByRegistration(registration as Registration);
      if (found?.state !== 'completed' || found.completedAt === undefined) return undefined;
      const { personId, courseId, version, enrolledAt, completedAt } = found;
      const stated = found.earnedJp ?? (await statedHoursOf(deps).statedJp(courseId, version));
      const person = await deps.people.find(personId);
      if (stated === undefined || stated === 0 || !person) return undefined;
      const [course, content, moments] = await Promise.all([
        deps.courses.find(courseId as CourseId),
        deps.content.find(courseId, version),
        deps.momentsOf(registration),
      ]);
      const { home } = person;
      return {
        ...{ personId, registration, courseId, version, stated, enrolledAt, completedAt, moments },
        ...(home.kind === 'agency' && { agencyId: home.agencyId }),
        stands: isEarned(found),
        title: course?.title ?? {},
        form: eLearning,
        abroad: false,
        isMeasured: !content?.parts.some(({ kind }) => shownElsewhere.has(kind)),
      };
    },
  };
}
