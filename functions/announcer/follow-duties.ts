import type { CourseStore } from '@sinau/catalogue';
import type { EnrolmentStore, Registration } from '@sinau/enrolment';
import type { PersonId } from '@sinau/kernel';
import {
  followPerson,
  type ObligationId,
  refreshDuties,
  requiredPath,
  startDigest,
} from '@sinau/obligations';
import { createLearnerDirectory } from '../shared/learner-directory.ts';
import type { DutyParts } from '../shared/obligation-parts.ts';
import type { TellDeps } from '../shared/tell.ts';
import type { Fact } from './follow-fact.ts';

// Few facts are told of.
const words = () => import('./tell-of-duties.ts');

export interface FollowDutiesDeps extends TellDeps {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly duties: () => Promise<DutyParts>;
}

/** What people owe follows their courses: each fact only says that it is time to look. Safe to repeat, in any order. */
export async function followDuties(deps: FollowDutiesDeps, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'enrolment-created':
    case 'completion-withdrawn':
      // Something is open that nothing may have been before: the letter of the week comes again.
      await startDigest(await deps.duties(), fact.personId as PersonId);
      await startDigestOfSupervisor(deps, fact.personId);
      return refresh(deps, fact.personId, fact.courseId);
    case 'enrolment-requested':
      await startDigestOfSupervisor(deps, fact.personId);
      return refresh(deps, fact.personId, fact.courseId);
    case 'enrolment-assigned':
    case 'enrolment-decided':
    case 'enrolment-promoted':
    case 'enrolment-completed':
    case 'completion-restored':
    case 'enrolment-ended':
    case 'assignment-withdrawn':
      return refresh(deps, fact.personId, fact.courseId);
    case 'progress-made':
    case 'result-placed':
      return refreshOf(deps, fact.registration);
    case 'duty-exception-changed':
      // Whoever decided has done it at once; here it is done where that was cut off.
      await followPerson(await deps.duties(), fact.personId as PersonId, fact.obligationId as ObligationId);
      return (await words()).tellOfException(deps, fact);
    case 'duty-changed':
      await (await words()).tellOfDay(deps, fact);
      await (await words()).tellOfCourse(deps, fact);
      return (await words()).tellOfClosed(deps, fact);
    case 'path-member-changed':
      return refresh(deps, fact.personId, requiredPath(fact.pathId));
    case 'event-seat-changed':
    case 'event-attendance-changed':
      // An event may be a step of a path that they owe.
      return refresh(deps, fact.personId, fact.event);
    case 'credit-changed':
    case 'standing-changed':
      // One line more may take room of others below a cap.
      return refresh(deps, fact.personId);
    default:
      return;
  }
}

/** Something begins in a team: whoever leads it gets the letter of the week from then on. */
async function startDigestOfSupervisor(deps: FollowDutiesDeps, personId: string): Promise<void> {
  const place = await createLearnerDirectory(deps).placeOf(personId as PersonId);
  if (place?.supervisorId) await startDigest(await deps.duties(), place.supervisorId);
}

/** Somebody came, moved, changed or left. */
export async function followMember(deps: FollowDutiesDeps, personId: string | undefined): Promise<void> {
  if (personId !== undefined) await followPerson(await deps.duties(), personId as PersonId);
}

async function refresh(deps: FollowDutiesDeps, personId: string, courseId?: string): Promise<void> {
  const of = { personId: personId as PersonId, ...(courseId !== undefined && { courseId }) };
  await refreshDuties(await deps.duties(), of);
}

async function refreshOf(deps: FollowDutiesDeps, registration: string): Promise<void> {
  const found = await deps.enrolments.findByRegistration(registration as Registration);
  if (found) await refresh(deps, found.personId, found.courseId);
}
