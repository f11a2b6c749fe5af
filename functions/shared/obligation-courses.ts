import type { CreditStore, Line, StandingDirectory } from '@sinau/credit';
import { readLines } from '@sinau/credit';
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
import type { Clock, Ids, PersonId } from '@sinau/kernel';
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
      const lineOf = done.length === 0 ? () => undefined : await linesOf(deps, personId);
      const completions = done.map((one) => {
        const { registration, completedAt } = one;
        const line = lineOf(registration);
        return {
          ...{ registration, completedAt, ...(line && { learnedOn: line.endsOn }) },
          isRecognised: isEarned(one) && line !== undefined && line.recognised > 0,
          ...(!isEarned(one) && { isTakenBack: true as const }),
        };
      });
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

/** What became of each completion in the ledger of JP, in whichever year its line lies: a completion may be told after the year of its days. */
async function linesOf(
  deps: Pick<Deps, 'credit' | 'standings'>,
  personId: PersonId,
): Promise<(registration: string) => Line | undefined> {
  const { lines = [] } = (await readLines(deps, { personId })) ?? {};
  return (registration) =>
    lines.find(({ account: { earned } }) => {
      const { source } = earned;
      return source.kind === 'course' && source.registration === registration;
    });
}

/** The catalogue as obligations ask it. */
export const createCourseShelf = (courses: CourseDirectory): CourseShelf => ({
  admissionOf: async (courseId) => (await courses.openVersion(courseId))?.admission.mode,
});
