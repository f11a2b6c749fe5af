import type { CourseId, CourseStore } from '@sinau/catalogue';
import type {
  AssignmentWithdrawn,
  EnrolmentAssigned,
  EnrolmentCompleted,
  EnrolmentDecided,
  EnrolmentMoved,
  EnrolmentPromoted,
  EnrolmentRequested,
} from '@sinau/domain-events';
import type { OrganisationStore } from '@sinau/identity';
import type { LanguageMap, PersonId } from '@sinau/kernel';
import type { NoticeContent } from '@sinau/notifications';
import { createLearnerDirectory } from '../shared/learner-directory.ts';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

interface Deps extends TellDeps {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly organisations: OrganisationStore;
}

export async function tellLearner(deps: Deps, fact: EnrolmentCompleted): Promise<void> {
  const course = await deps.courses.find(fact.courseId as CourseId);
  if (!course) return;
  await tell(deps, fact, {
    kind: 'course-completed',
    params: { courseTitle: course.title },
    link: `/courses/${fact.courseId}`,
  });
}

export type Told =
  | EnrolmentDecided
  | EnrolmentPromoted
  | EnrolmentAssigned
  | EnrolmentMoved
  | AssignmentWithdrawn;

/** What others did to a learner's place in a course. */
export async function tellEnrolled(deps: Deps, fact: Told): Promise<void> {
  const course = await deps.courses.find(fact.courseId as CourseId);
  if (!course) return;
  const content = await enrolledContent(deps, fact, course.title);
  const told = fact.type === 'enrolment-promoted' ? { ...fact, eventId: seatOfTheDay(fact) } : fact;
  await tell(deps, told, {
    ...content,
    link: `/courses/${fact.courseId}${isOpenBy(fact) ? '/continue' : ''}`,
  });
}

/** The course is open to the learner then: the notice leads straight into it. */
const isOpenBy = (fact: Told): boolean =>
  fact.type === 'enrolment-decided'
    ? fact.outcome === 'approved'
    : fact.type === 'enrolment-promoted' ||
      fact.type === 'enrolment-assigned' ||
      fact.type === 'enrolment-moved';

/** Whoever leaves and gets a seat again is told of it once a day: the second time says nothing new. */
function seatOfTheDay({ personId, courseId, occurredAt }: EnrolmentPromoted): string {
  return `promoted:${personId}:${courseId}:${occurredAt.slice(0, 10)}`;
}

async function enrolledContent(deps: Deps, fact: Told, courseTitle: LanguageMap): Promise<NoticeContent> {
  switch (fact.type) {
    case 'enrolment-decided': {
      const { outcome, reason } = fact;
      const params = { courseTitle, outcome, ...(reason !== undefined && { reason }) };
      return { kind: 'enrolment-decided', params };
    }
    case 'enrolment-promoted':
      return { kind: 'enrolment-promoted', params: { courseTitle } };
    case 'enrolment-moved':
      return { kind: 'course-updated', params: { courseTitle } };
    case 'enrolment-assigned': {
      const person = fact.by === undefined ? undefined : await deps.people.find(fact.by as PersonId);
      const by = fact.client ?? person?.name ?? '–';
      const due = fact.dueOn === undefined ? {} : { dueOn: fact.dueOn };
      return { kind: 'course-assigned', params: { courseTitle, as: fact.as, by, ...due } };
    }
    case 'assignment-withdrawn': {
      const { ended, hadAsked } = fact;
      return { kind: 'assignment-withdrawn', params: { courseTitle, ended, ...(hadAsked && { hadAsked }) } };
    }
  }
}

/** The supervisor, or every administrator of the learner's agency; never the learner themselves. */
export async function tellDecider(deps: Deps, fact: EnrolmentRequested): Promise<void> {
  const personId = fact.personId as PersonId;
  const [learner, course, place] = await Promise.all([
    deps.people.find(personId),
    deps.courses.find(fact.courseId as CourseId),
    createLearnerDirectory(deps).placeOf(personId),
  ]);
  if (!learner || !course || !place) return;
  const { supervisorId, agencyId } = place;
  const bySupervisor = supervisorId !== undefined && supervisorId !== personId;
  const admins =
    bySupervisor || agencyId === undefined
      ? []
      : await holdersOf(deps, { kind: 'agency', agencyId }, 'agency-admin');
  const deciders = bySupervisor ? [supervisorId] : admins;
  const params = { courseTitle: course.title, learner: learner.name };
  const link = `/${bySupervisor ? 'team' : 'agency'}/approvals/${fact.registration}`;
  for (const decider of deciders) {
    if (decider === personId) continue;
    const told = { eventId: `${fact.eventId}:${decider}`, personId: decider };
    await tell(deps, told, { kind: 'enrolment-requested', params, link });
  }
}
