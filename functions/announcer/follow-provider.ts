import type { CourseId, CourseStore } from '@sinau/catalogue';
import { type FollowEnrolmentDeps, followCompletion, followEnrolment } from '@sinau/connectors/enrolments';
import type { ProviderEnrolmentSettled } from '@sinau/domain-events';
import { type EnrolmentStore, endForProvider, type Registration } from '@sinau/enrolment';
import { type OrganisationStore, organisationName } from '@sinau/identity';
import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { createOpenCourses } from '../shared/open-courses.ts';
import { type TellDeps, tell } from '../shared/tell.ts';
import type { Fact } from './follow-fact.ts';
import type { FactOf } from './later-follower.ts';

export interface FollowProviderDeps extends FollowEnrolmentDeps, TellDeps {
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseStore;
  readonly organisations: OrganisationStore;
}

type Followed =
  | FactOf<
      | 'enrolment-created'
      | 'enrolment-ended'
      | 'enrolment-completed'
      | 'completion-withdrawn'
      | 'completion-restored'
    >
  | ProviderEnrolmentSettled;

/**
 * The way to the provider of a course follows the enrolment here, and the enrolment ends where the provider did not take
 * it. Safe to repeat.
 */
export async function followProvider(deps: FollowProviderDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'enrolment-created':
    case 'enrolment-ended':
      await followEnrolment(deps, await followedOf(deps, fact));
      return;
    case 'provider-enrolment-settled':
      await settle(deps, fact);
      if (fact.outcome === 'confirmed') await followCompletion(deps, fact);
      return;
    case 'enrolment-completed':
    case 'completion-withdrawn':
    case 'completion-restored':
      await followCompletion(deps, fact);
      return;
  }
}

async function followedOf(
  deps: FollowProviderDeps,
  fact: Pick<Fact, 'occurredAt'> & {
    readonly registration: string;
    readonly personId: string;
    readonly courseId: string;
  },
) {
  const { registration, courseId, occurredAt } = fact;
  const enrolment = await deps.enrolments.findByRegistration(registration as Registration);
  const agencyId: AgencyId | undefined = enrolment?.agencyId;
  const personId = fact.personId as PersonId;
  return { registration, courseId, personId, occurredAt, ...(agencyId !== undefined && { agencyId }) };
}

async function settle(deps: FollowProviderDeps, fact: ProviderEnrolmentSettled): Promise<void> {
  const registration = fact.registration as Registration;
  const { outcome, reason = 'too-late', said } = fact;
  if (outcome === 'confirmed') await deps.enrolments.commitCharge(registration, fact.occurredAt);
  else {
    await endForProvider({ ...deps, courses: createOpenCourses(deps) }, { registration, reason });
  }
  const enrolment = await deps.enrolments.findByRegistration(registration);
  // Who has left in the meantime needs no telling.
  const isToTell =
    outcome === 'confirmed' ? enrolment?.state === 'active' : enrolment?.endedBy?.by === 'provider';
  const course = isToTell ? await deps.courses.find(fact.courseId as CourseId) : undefined;
  if (!enrolment || !course) return;
  const providerId = fact.providerId as ProviderId;
  const provider = (await organisationName(deps, { kind: 'provider', providerId })) ?? '–';
  const params = { courseTitle: course.title, provider, outcome, ...(outcome !== 'confirmed' && { reason }) };
  const link = `/courses/${fact.courseId}`;
  // What was said to the learner is for nobody else.
  const own = { ...params, ...(said !== undefined && { said }) };
  const told = { eventId: fact.eventId, personId: enrolment.personId };
  await tell(deps, told, { kind: 'provider-enrolment', params: own, link });
  const assigner = enrolment.assignment?.by;
  if (outcome === 'confirmed' || assigner === undefined) return;
  // Whoever gave the duty has to find another way for it.
  const learner = (await deps.people.find(enrolment.personId))?.name ?? '–';
  const place = enrolment.assignment?.as === 'agency' ? '/agency/assignments' : '/team/assignments';
  await tell(
    deps,
    { eventId: `${fact.eventId}:assigner`, personId: assigner },
    { kind: 'provider-enrolment', params: { ...params, learner }, link: place },
  );
}
