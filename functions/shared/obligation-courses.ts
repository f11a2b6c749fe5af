import type { CreditStore, StandingDirectory } from '@sinau/credit';
import { readLedger } from '@sinau/credit';
import type { RegistrationStore } from '@sinau/delivery';
import {
  type CourseDirectory,
  type Enrolment,
  type EnrolmentStore,
  isEarned,
  type LearnerDirectory,
  type Registration,
} from '@sinau/enrolment';
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
        done.map(async (one) => {
          const { registration, completedAt } = one;
          if (!isEarned(one)) {
            return { registration, completedAt, isRecognised: false, isTakenBack: true as const };
          }
          const counts = await isRecognised(deps, { personId, registration, completedAt });
          return { registration, completedAt, isRecognised: counts };
        }),
      );
      if (!current || !isStanding(current.state)) return { completions };
      return { current: { state: current.state, hasBegun: await hasBegun(deps, current) }, completions };
    },
    give: (order) => requireCourse(deps, requirementOf(order)),
    async takeBack({ personId, courseId, obligationId }, heir) {
      if (!heir) await noteOpening(deps, { personId, courseId });
      await releaseRequired(deps, { personId, courseId, obligationId }, heir && requirementOf(heir));
    },
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
  return (await openedAt({ registrations }, registration)) !== undefined;
}

/** When a part was opened last. */
async function openedAt(
  { registrations }: Pick<Deps, 'registrations'>,
  registration: Registration,
): Promise<string | undefined> {
  const known = await registrations.read(registration);
  return Object.values(known?.aus ?? {})
    .flatMap(({ launchedAt }) => launchedAt ?? [])
    .toSorted()
    .at(-1);
}

/** Whoever has opened a part has begun, also where its statements are still on their way, or it is a tool that makes none. */
async function noteOpening(
  { enrolments, registrations }: Pick<Deps, 'enrolments' | 'registrations'>,
  { personId, courseId }: { readonly personId: PersonId; readonly courseId: string },
): Promise<void> {
  const current = await enrolments.findCurrent(personId, courseId);
  if (current?.state !== 'active' || current.lastActivityAt !== undefined) return;
  const { registration } = current;
  const at = await openedAt({ registrations }, registration);
  if (at !== undefined) await enrolments.noteActivity({ registration, personId, at });
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
