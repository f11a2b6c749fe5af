import type { CourseStore } from '@sinau/catalogue';
import type { EndedStore, RegistrationStore } from '@sinau/delivery';
import type {
  BudgetRoomCame,
  CourseAdmissionChanged,
  CourseSatisfied,
  EnrolmentCompleted,
  EnrolmentEnded,
  EnrolmentRequested,
  ExportFinished,
  PackageImportFinished,
  PersonInvited,
  ProgressMade,
  PushDisabled,
  QuotaChanged,
  ReviewDecided,
  ReviewSubmitted,
} from '@sinau/domain-events';
import { completeEnrolment, type EnrolmentStore, noteActivity, type Registration } from '@sinau/enrolment';
import { type OrganisationStore, organisationName, tenantSchema } from '@sinau/identity';
import type { EventStore, SeatStore } from '@sinau/programmes';
import { statedHoursOf } from '../shared/stated-hours.ts';
import { tell } from '../shared/tell.ts';
import type { Fact } from './fact.ts';
import { followSeats } from './follow-seats.ts';
import { tellOfAgreement, tellOfSharing } from './tell-of-agreements.ts';
import { tellOfDecision, tellOfWaitingTool } from './tell-of-approvals.ts';
import { tellOfCompletion } from './tell-of-completions.ts';
import { type TellOfConnectionsDeps, tellOfConnection } from './tell-of-connections.ts';
import { type Told, tellDecider, tellEnrolled, tellLearner } from './tell-of-enrolments.ts';
import { tellOfIncident, tellOfPrivacy } from './tell-of-privacy.ts';
import { tellOfRelease } from './tell-of-release.ts';
import { tellReviewers, tellSubmitter } from './tell-of-reviews.ts';
import { tellOfSeals } from './tell-of-seals.ts';
import { type TellOfToolsDeps, tellOfTool } from './tell-of-tools.ts';
import { tellOfWithdrawal } from './tell-of-withdrawal.ts';
import { tellAdmins, tellAuthor, tellRequester } from './tell-of-work.ts';

export type { Fact } from './fact.ts';

export interface FollowDeps extends TellOfConnectionsDeps, TellOfToolsDeps {
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseStore;
  readonly organisations: OrganisationStore;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly ended: EndedStore;
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'step' | 'firstUnfunded'>;
}

/** What follows from a fact, in other domains. Safe to repeat. */
export async function followFact(deps: FollowDeps, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'course-satisfied':
      await completeEnrolment(
        { ...deps, hours: statedHoursOf(deps) },
        {
          registration: fact.registration as Registration,
          completedAt: fact.occurredAt,
        },
      );
      return;
    case 'enrolment-completed':
      return tellLearner(deps, fact);
    case 'completion-withdrawn':
    case 'completion-restored':
      return tellOfCompletion(deps, fact);
    case 'progress-made':
      return noteElsewhere(deps, fact);
    case 'enrolment-requested':
      return tellDecider(deps, fact);
    case 'enrolment-decided':
    case 'enrolment-promoted':
    case 'enrolment-assigned':
    case 'assignment-withdrawn':
    case 'enrolment-moved':
      await tellEnrolled(deps, fact);
      return;
    case 'enrolment-ended':
      await followSeats(deps, fact);
      return tellOfRelease(deps, fact);
    case 'quota-changed':
    case 'budget-room-came':
    case 'course-admission-changed':
      await followSeats(deps, fact);
      return;
    case 'person-invited':
      await tellInvited(deps, fact);
      return;
    case 'package-import-finished':
      await tellAuthor(deps, fact);
      return;
    case 'export-finished':
    case 'report-finished':
      return tellRequester(deps, fact);
    case 'incident-due':
      return tellOfIncident(deps, fact);
    case 'push-disabled':
      await tellAdmins(deps, fact);
      return;
    case 'review-submitted':
      return tellReviewers(deps, fact);
    case 'review-decided':
      return tellSubmitter(deps, fact);
    default:
      return tellParties(deps, fact);
  }
}

type ToPeople =
  | Told
  | CourseAdmissionChanged
  | CourseSatisfied
  | EnrolmentCompleted
  | EnrolmentEnded
  | EnrolmentRequested
  | ExportFinished
  | PackageImportFinished
  | PersonInvited
  | ProgressMade
  | PushDisabled
  | BudgetRoomCame
  | QuotaChanged
  | ReviewDecided
  | ReviewSubmitted;

/** What concerns agreements and ways to providers, and what nobody is told. */
async function tellParties(deps: FollowDeps, fact: Exclude<Fact, ToPeople>): Promise<void> {
  switch (fact.type) {
    case 'agreement-activated':
    case 'agreement-closed':
      return tellOfAgreement(deps, fact);
    case 'offer-withdrawn':
      await tellOfWithdrawal(deps, fact);
      return;
    case 'connection-troubled':
      return tellOfConnection(deps, fact);
    case 'seal-stood-still':
    case 'seal-went-on':
      return tellOfSeals(deps, fact);
    case 'tool-troubled':
      return tellOfTool(deps, fact);
    case 'tool-waits':
      return tellOfWaitingTool(deps, fact);
    case 'tool-decided':
      return tellOfDecision(deps, fact);
    case 'privacy-request-moved':
      return tellOfPrivacy(deps, fact);
    case 'sharing-decided':
      return tellOfSharing(deps, fact);
    case 'account-changed':
    case 'annual-plan-moved':
    case 'certificate-issued':
    case 'certificate-reissued':
    case 'certificate-revoked':
    case 'champion-moved':
    case 'competency-assessed':
    case 'course-published':
    case 'credit-changed':
    case 'duty-changed':
    case 'duty-exception-changed':
    case 'enrolment-created':
    case 'event-attendance-changed':
    case 'event-changed':
    case 'event-seat-changed':
    case 'external-learning-moved':
    case 'community-meeting-changed':
    case 'community-member-changed':
    case 'community-question-changed':
    case 'pair-changed':
    case 'pair-session-changed':
    case 'plan-item-moved':
    case 'priority-seat-moved':
    case 'recognition-moved':
    case 'result-arrived':
    case 'result-placed':
    case 'standing-changed':
    case 'teaching-shared':
      // Whoever follows them tells of them, or pages and statistics show them.
      return;
  }
}

/** Work in sessions is noted with its statements; of an interim score there is none. */
async function noteElsewhere(deps: FollowDeps, fact: ProgressMade): Promise<void> {
  if (!fact.elsewhere) return;
  const registration = fact.registration as Registration;
  const found = await deps.enrolments.findByRegistration(registration);
  if (!found) return;
  await noteActivity(deps, { registration, personId: found.personId, at: fact.occurredAt });
}

async function tellInvited(deps: FollowDeps, fact: PersonInvited): Promise<void> {
  const organisation = await organisationName(deps, tenantSchema.parse(fact.home));
  await tell(deps, fact, { kind: 'person-invited', params: { organisation: organisation ?? 'Sinau' } });
}
