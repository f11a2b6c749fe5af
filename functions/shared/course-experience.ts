import type { Experience } from '@sinau/catalogue/ratings';
import { type Enrolment, type EnrolmentStore, isTaken } from '@sinau/enrolment';

/** Who may say something of a course: whoever has completed it once, or has something to show of it. */
export function experienceIn(enrolments: readonly Enrolment[]): Awaited<ReturnType<Experience['of']>> {
  if (enrolments.some(({ state }) => state === 'completed')) return 'completed';
  const worked = enrolments.some((one) => isTaken(one) && one.lastActivityAt !== undefined);
  return worked ? 'begun' : 'none';
}

export function createExperience(deps: {
  readonly enrolments: Pick<EnrolmentStore, 'findCurrent' | 'listPast'>;
}): Experience {
  return {
    of: async (personId, courseId) => {
      const [current, past] = await Promise.all([
        deps.enrolments.findCurrent(personId, courseId),
        deps.enrolments.listPast(personId, courseId),
      ]);
      return experienceIn(current ? [current, ...past] : past);
    },
  };
}
