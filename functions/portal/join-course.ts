import { type CourseId, listSavedCourses } from '@sinau/catalogue';
import { type Rating, shownRating } from '@sinau/catalogue/ratings';
import type { EntryId } from '@sinau/credit';
import { closeRegistration, openRegistration } from '@sinau/delivery';
import {
  cancelEnrolment,
  type Enrolment,
  enrolLearner,
  enrolRequestSchema,
  isPending,
  isTaken,
  readStanding,
} from '@sinau/enrolment';
import type { PersonPrincipal } from '@sinau/kernel';
import type { CoursePorts, CourseView } from '@sinau/web';
import { experienceIn } from '../shared/course-experience.ts';
import { courseViewOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';
import { enrolmentDeps } from './enrolment-deps.ts';
import { requestOfForm } from './request-of-form.ts';
import { dutyView, standingView } from './standing-view.ts';

export function joinCourse(deps: PortalDeps): CoursePorts {
  const enrolling = enrolmentDeps(deps);
  return {
    courseOf: (person, courseId) => courseOf(deps, person, courseId),
    enrol: async (principal, given) => {
      const request = requestOfForm(enrolRequestSchema, given);
      const { registration, state } = await enrolLearner(enrolling, { principal, request });
      if (state === 'requested' || state === 'waiting') return state;
      // What needs nothing is satisfied from the beginning. The first launch does the same, should this one break.
      await openRegistration(deps, { registration });
      return 'active';
    },
    askForSeat: async ({ personId }, courseId, poolId) =>
      (await import('./kept-seats.ts')).askForSeat(deps, { personId, courseId, poolId }),
    leave: async (principal, courseId) => {
      const { registration, state } = await cancelEnrolment(enrolling, { principal, courseId });
      const shown = (await enrolling.courses.openVersion(courseId)) !== undefined;
      if (state !== 'cancelled') return { became: 'withdrawn', shown };
      await closeRegistration(deps, { registration });
      return { became: 'cancelled', shown };
    },
    retryAtProvider: async (principal, courseId) =>
      (await import('./provider-view.ts')).retryAtProvider(deps, principal, courseId),
  };
}

/** Loaded for a course that a provider's connection has brought. */
async function atProviderOf(deps: PortalDeps, enrolment: Enrolment | undefined) {
  const course = enrolment && (await deps.courses.find(enrolment.courseId as CourseId));
  if (!course?.source) return undefined;
  return (await import('./provider-view.ts')).providerView(deps, enrolment);
}

/** So long it usually takes. */
const issuedWithinMs = 60_000;

/** Of a course that is finished: there within a minute. Where it is not, e.g. since there were none then, it is asked for again. */
async function certificateOf(
  deps: PortalDeps,
  enrolment: Enrolment | undefined,
  isViewed: boolean,
): Promise<CourseView['certificate']> {
  if (enrolment?.completedAt === undefined) return undefined;
  const [{ certificateNumber }, { certificateState }, { certificates, queue }] = await Promise.all([
    import('@sinau/credentials'),
    import('./join-certificates.ts'),
    deps.credentials(),
  ]);
  const number = certificateNumber(deps, { registration: enrolment.registration });
  const found = await certificates.find(number);
  const late = deps.clock.now().getTime() - Date.parse(enrolment.completedAt) > issuedWithinMs;
  // Whoever looks at the page as somebody else changes nothing.
  if (!found && late && !isViewed) await queue.send({ kind: 'settle', registration: enrolment.registration });
  return { number, state: found ? certificateState(found) : 'none' };
}

/** Whether the JP of a finished course wait for the agency. */
async function isHeld(
  { credit }: Pick<PortalDeps, 'credit'>,
  enrolment: Enrolment | undefined,
): Promise<boolean> {
  if (enrolment?.completedAt === undefined) return false;
  const { credit: ledger } = await credit();
  // A line of the ledger has the id of its registration.
  const hold = await ledger.findHold(enrolment.personId, enrolment.registration as string as EntryId);
  return hold?.state === 'open';
}

/** What the learner is asked about a course that is finished; who only looks is asked nothing. */
async function evaluationOf(
  deps: PortalDeps,
  person: PersonPrincipal,
  enrolment: Enrolment | undefined,
): Promise<CourseView['evaluation']> {
  if (enrolment?.completedAt === undefined || person.viewedBy !== undefined) return undefined;
  const { evaluationEntry } = await import('./join-evaluations.ts');
  return evaluationEntry(deps, person, { registration: enrolment.registration });
}

/** What plans the enrolment serves; loaded for whoever takes the course. */
async function servesOf(deps: PortalDeps, person: PersonPrincipal, enrolment: Enrolment | undefined) {
  if (!enrolment) return [];
  return (await import('./served-plans.ts')).servedPlans(deps, person, enrolment);
}

/** The course as the reader stands in it. */
async function courseOf(deps: PortalDeps, person: PersonPrincipal, courseId: string): Promise<CourseView> {
  const { personId } = person;
  const { courses, learners } = enrolmentDeps(deps);
  const open = await courses.openVersion(courseId);
  const standing = await readStanding(deps, { personId, courseId, admission: open?.admission });
  const { current } = standing;
  const enrolment = current && isTaken(current) ? current : undefined;
  const pending = current && isPending(current) ? current : undefined;
  const place = pending?.state === 'requested' ? await learners.placeOf(personId) : undefined;
  const [course, view, duty, saved, summary, own, atProvider, certificate, held, evaluation, serves] =
    await Promise.all([
      courseViewOf(deps, { personId, courseId, enrolment, ...(pending && { pending }) }),
      standingView(deps, {
        ...{
          standing,
          open,
          comes: { agencyId: person.agencyId, courseId, isOwn: person.viewedBy === undefined },
        },
        ...(place?.supervisorId && { decides: place.supervisorId }),
      }),
      dutyView(deps, enrolment?.assignment),
      listSavedCourses(deps, { principal: person }),
      deps.ratings.summary(courseId as CourseId),
      deps.ratings.find(personId, courseId as CourseId),
      atProviderOf(deps, enrolment),
      certificateOf(deps, enrolment, person.viewedBy !== undefined),
      isHeld(deps, enrolment),
      evaluationOf(deps, person, enrolment),
      servesOf(deps, person, enrolment),
    ]);
  const rating = summary && shownRating(summary.histogram);
  const experience = experienceIn([...(current ? [current] : []), ...standing.past]);
  const mayRate = course.enrolment?.state === 'completed' ? 'completed' : experience;
  const taken = course.enrolment && {
    ...{ ...course.enrolment, ...(duty && { duty }) },
    ...(atProvider && { atProvider }),
    ...(serves.length > 0 && { serves }),
  };
  const isSaved = saved.some((one) => one.courseId === courseId);
  return {
    ...course,
    ...view,
    ...(taken && { enrolment: taken }),
    ...(rating && { rating }),
    ...(certificate && { certificate }),
    ...(held && { jpHeld: true as const }),
    ...(evaluation && { evaluation }),
    ...(own && { ownRating: ownRatingOf(own) }),
    ...(mayRate !== 'none' && { mayRate }),
    ...((isSaved || course.status === 'published') && { saved: isSaved }),
  };
}

const ownRatingOf = ({ stars, comment = '', report }: Rating) => ({
  ...{ stars, comment },
  hidden: report?.state === 'hidden',
});
