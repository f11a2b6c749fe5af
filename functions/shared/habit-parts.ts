import type { HabitDirectory } from '@sinau/adoption';
import type { CourseId, CourseStore } from '@sinau/catalogue';
import { type EnrolmentStore, isEarned } from '@sinau/enrolment';
import type { PeopleStore } from '@sinau/identity';
import { addDays, startOfLocalDay } from '@sinau/kernel';
import { type PlanningStore, timeByDay } from '@sinau/planning';
import { createLearnerDirectory } from './learner-directory.ts';
import { standingFrom } from './person-standings.ts';

export interface HabitDirectoryDeps {
  readonly people: Pick<PeopleStore, 'find' | 'listTeam'>;
  readonly enrolments: Pick<EnrolmentStore, 'listCurrent'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly plans: () => Promise<Pick<PlanningStore, 'sessionsOf'>>;
}

/** Longer than any plan looks ahead. */
const aheadDays = 400;

/** What identity, enrolment and sessions say of somebody, as habits ask for it. */
export function habitDirectoryOf(deps: HabitDirectoryDeps): HabitDirectory {
  const learners = createLearnerDirectory(deps);
  return {
    async personOf(personId) {
      const person = await deps.people.find(personId);
      if (!person || person.status === 'disabled') return undefined;
      const supervisorId = (await learners.placeOf(personId))?.supervisorId;
      return {
        timeZone: standingFrom(person).timeZone,
        ...(person.home.kind === 'agency' && { agencyId: person.home.agencyId }),
        ...(supervisorId !== undefined && supervisorId !== personId && { supervisorId }),
      };
    },
    teamOf: async (personId) =>
      (await deps.people.listTeam(personId))
        .filter((one) => one.status !== 'disabled' && one.personId !== personId)
        .map((one) => ({ personId: one.personId, name: one.name })),
    async secondsOf(personId, { day, zone }) {
      const plans = await deps.plans();
      const span = {
        from: new Date(startOfLocalDay(day, zone)).toISOString(),
        until: new Date(startOfLocalDay(addDays(day, aheadDays), zone)).toISOString(),
      };
      return timeByDay(await plans.sessionsOf(personId, span), zone);
    },
    async openCoursesOf(personId) {
      const current = await deps.enrolments.listCurrent(personId);
      const open = current.filter(({ state }) => state === 'active');
      return Promise.all(
        open.map(async ({ courseId }) => ({
          ...{ courseId, title: (await deps.courses.find(courseId as CourseId))?.title ?? {} },
        })),
      );
    },
    async finishedOf(personId) {
      const current = await deps.enrolments.listCurrent(personId);
      return current.flatMap((one) =>
        isEarned(one) && one.completedAt !== undefined
          ? [{ courseId: one.courseId, completedAt: one.completedAt }]
          : [],
      );
    },
  };
}
