import type { CreditStore, StandingDirectory } from '@sinau/credit';
import { readLedger } from '@sinau/credit';
import type { RegistrationStore } from '@sinau/delivery';
import type { CourseDirectory, Enrolment, EnrolmentStore, LearnerDirectory } from '@sinau/enrolment';
import { releaseRequired, requireCourse } from '@sinau/enrolment/desk';
import { type Clock, type Ids, localDateOf, type PersonId, yearOf } from '@sinau/kernel';
import type { CourseDesk, CourseOrder, CourseShelf } from '@sinau/obligations';

interface Deps {
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseDirectory;
  readonly learners: LearnerDirectory;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly credit: CreditStore;
  readonly standings: StandingDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

const requirementOf = ({ reason, ...order }: CourseOrder) => ({ ...order, note: reason });

/** Enrolment and credit as obligations ask them. */
export function createCourseDesk(deps: Deps): CourseDesk {
  return {
    async standingOf({ personId, courseId }) {
      const [current, past] = await Promise.all([
        deps.enrolments.findCurrent(personId, courseId),
        deps.enrolments.listPast(personId, courseId),
      ]);
      const done = [...(current ? [current] : []), ...past].filter(isDone);
      const completions = await Promise.all(
        done.map(async ({ registration, completedAt }) => ({
          ...{ registration, completedAt },
          isRecognised: await isRecognised(deps, { personId, registration, completedAt }),
        })),
      );
      if (!current || !isStanding(current.state)) return { completions };
      return { current: { state: current.state, hasBegun: await hasBegun(deps, current) }, completions };
    },
    give: (order) => requireCourse(deps, requirementOf(order)),
    takeBack: ({ personId, courseId, obligationId }, heir) =>
      releaseRequired(deps, { personId, courseId, obligationId }, heir && requirementOf(heir)),
  };
}

const isDone = (one: Enrolment): one is Enrolment & { readonly completedAt: string } =>
  one.state === 'completed' && one.completedAt !== undefined;

const isStanding = (state: Enrolment['state']) =>
  state === 'requested' || state === 'waiting' || state === 'active' || state === 'completed';

async function hasBegun(
  { registrations }: Pick<Deps, 'registrations'>,
  { state, registration, lastActivityAt }: Enrolment,
): Promise<boolean> {
  if (lastActivityAt !== undefined || state === 'completed') return true;
  if (state !== 'active') return false;
  const known = await registrations.read(registration);
  return Object.values(known?.aus ?? {}).some(({ launchedAt }) => launchedAt !== undefined);
}

/** Whether anything of it counts, in the year in which it was earned. */
async function isRecognised(
  deps: Pick<Deps, 'credit' | 'standings'>,
  done: { readonly personId: PersonId; readonly registration: string; readonly completedAt: string },
): Promise<boolean> {
  const { personId, registration, completedAt } = done;
  const standing = await deps.standings.standingOf(personId);
  if (!standing) return false;
  const year = yearOf(localDateOf(Date.parse(completedAt), standing.timeZone));
  const ledger = await readLedger(deps, { personId, year });
  return (
    ledger?.lines.some(
      ({ account: { earned }, recognised }) =>
        earned.source.kind === 'course' && earned.source.registration === registration && recognised > 0,
    ) ?? false
  );
}

/** The catalogue as obligations ask it. */
export const createCourseShelf = (courses: CourseDirectory): CourseShelf => ({
  admissionOf: async (courseId) => (await courses.openVersion(courseId))?.admission.mode,
});
