import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { EndedStore, RegistrationStore } from '@sinau/delivery';
import type {
  AccountChanged,
  AgreementActivated,
  AgreementClosed,
  AnnualPlanMoved,
  AssignmentWithdrawn,
  BudgetRoomCame,
  CertificateIssued,
  CertificateReissued,
  CertificateRevoked,
  CohortChanged,
  CohortSeatChanged,
  CompetencyAssessed,
  CompletionRestored,
  CompletionWithdrawn,
  ConnectionTroubled,
  CourseAdmissionChanged,
  CoursePublished,
  CourseSatisfied,
  CreditChanged,
  DutyChanged,
  DutyExceptionChanged,
  EnrolmentAssigned,
  EnrolmentCompleted,
  EnrolmentCreated,
  EnrolmentDecided,
  EnrolmentEnded,
  EnrolmentMoved,
  EnrolmentPromoted,
  EnrolmentRequested,
  EventAttendanceChanged,
  EventChanged,
  EventSeatChanged,
  ExportFinished,
  ExternalLearningMoved,
  IncidentDue,
  OfferWithdrawn,
  PackageImportFinished,
  PairChanged,
  PairSessionChanged,
  PathChanged,
  PathMemberChanged,
  PersonInvited,
  PlanItemMoved,
  PrivacyRequestMoved,
  ProgressMade,
  PushDisabled,
  QuotaChanged,
  RecognitionMoved,
  ReportFinished,
  ResultArrived,
  ResultPlaced,
  ReviewDecided,
  ReviewSubmitted,
  SealStoodStill,
  SealWentOn,
  SharingDecided,
  StandingChanged,
  TeachingShared,
  ToolDecided,
  ToolTroubled,
  ToolWaits,
  TranscriptMade,
} from '@sinau/domain-events';
import { completeEnrolment, type EnrolmentStore, noteActivity, type Registration } from '@sinau/enrolment';
import { contactOf, type OrganisationStore, organisationName, tenantSchema } from '@sinau/identity';
import type { AgencyId, LanguageMap, PersonId, ProviderId, Tenant } from '@sinau/kernel';
import { type NoticeContent, type NoticeId, notify } from '@sinau/notifications';
import { createLearnerDirectory } from '../shared/learner-directory.ts';
import { statedHoursOf } from '../shared/stated-hours.ts';
import { holdersOf, tell } from '../shared/tell.ts';
import { followSeats } from './follow-seats.ts';
import { tellOfAgreement, tellOfSharing } from './tell-of-agreements.ts';
import { tellOfDecision, tellOfWaitingTool } from './tell-of-approvals.ts';
import { tellOfCompletion } from './tell-of-completions.ts';
import { type TellOfConnectionsDeps, tellOfConnection } from './tell-of-connections.ts';
import { tellOfIncident, tellOfPrivacy } from './tell-of-privacy.ts';
import { tellOfRelease } from './tell-of-release.ts';
import { tellOfSeals } from './tell-of-seals.ts';
import { type TellOfToolsDeps, tellOfTool } from './tell-of-tools.ts';
import { tellOfWithdrawal } from './tell-of-withdrawal.ts';

export interface FollowDeps extends TellOfConnectionsDeps, TellOfToolsDeps {
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseStore;
  readonly organisations: OrganisationStore;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly ended: EndedStore;
}

export type Fact =
  | AccountChanged
  | AgreementActivated
  | AgreementClosed
  | AnnualPlanMoved
  | AssignmentWithdrawn
  | CertificateIssued
  | CertificateReissued
  | CertificateRevoked
  | CohortChanged
  | CohortSeatChanged
  | CompetencyAssessed
  | CompletionRestored
  | CompletionWithdrawn
  | ConnectionTroubled
  | CourseAdmissionChanged
  | CoursePublished
  | CourseSatisfied
  | CreditChanged
  | DutyChanged
  | DutyExceptionChanged
  | EnrolmentAssigned
  | EnrolmentCompleted
  | EnrolmentCreated
  | EnrolmentDecided
  | EnrolmentEnded
  | EnrolmentMoved
  | EnrolmentPromoted
  | EnrolmentRequested
  | EventAttendanceChanged
  | EventChanged
  | EventSeatChanged
  | ExportFinished
  | ExternalLearningMoved
  | IncidentDue
  | OfferWithdrawn
  | PackageImportFinished
  | PairChanged
  | PairSessionChanged
  | PathChanged
  | PathMemberChanged
  | PersonInvited
  | PlanItemMoved
  | PrivacyRequestMoved
  | ProgressMade
  | PushDisabled
  | ReportFinished
  | ResultArrived
  | ResultPlaced
  | BudgetRoomCame
  | QuotaChanged
  | RecognitionMoved
  | ReviewDecided
  | ReviewSubmitted
  | SealStoodStill
  | SealWentOn
  | SharingDecided
  | StandingChanged
  | TeachingShared
  | ToolDecided
  | ToolTroubled
  | ToolWaits
  | TranscriptMade;

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
    case 'pair-changed':
    case 'pair-session-changed':
    case 'plan-item-moved':
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

async function tellLearner(deps: FollowDeps, fact: EnrolmentCompleted): Promise<void> {
  const course = await deps.courses.find(fact.courseId as CourseId);
  if (!course) return;
  await tell(deps, fact, {
    kind: 'course-completed',
    params: { courseTitle: course.title },
    link: `/courses/${fact.courseId}`,
  });
}

type Told = EnrolmentDecided | EnrolmentPromoted | EnrolmentAssigned | EnrolmentMoved | AssignmentWithdrawn;

/** What others did to a learner's place in a course. */
async function tellEnrolled(deps: FollowDeps, fact: Told): Promise<void> {
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

async function enrolledContent(
  deps: FollowDeps,
  fact: Told,
  courseTitle: LanguageMap,
): Promise<NoticeContent> {
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
async function tellDecider(deps: FollowDeps, fact: EnrolmentRequested): Promise<void> {
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

async function tellInvited(deps: FollowDeps, fact: PersonInvited): Promise<void> {
  const organisation = await organisationName(deps, tenantSchema.parse(fact.home));
  await tell(deps, fact, { kind: 'person-invited', params: { organisation: organisation ?? 'Sinau' } });
}

const outcomes = { passed: 'accepted', refused: 'rejected', failed: 'failed' } as const;

/** Machines ask for the state of their imports themselves. */
async function tellAuthor(deps: FollowDeps, fact: PackageImportFinished): Promise<void> {
  const { personId, jobId, fileName, errorCount } = fact;
  if (personId === undefined) return;
  const params = { packageName: fileName, outcome: outcomes[fact.outcome], errors: errorCount };
  await tell(
    deps,
    { eventId: fact.eventId, personId },
    { kind: 'package-import-finished', params, link: `/studio/imports/${jobId}` },
  );
}

/** Whoever has left the agency is told nothing of its records. */
async function tellRequester(deps: FollowDeps, fact: ExportFinished | ReportFinished): Promise<void> {
  const { agencyId, outcome, rows } = fact;
  const person = await deps.people.find(fact.personId as PersonId);
  if (person?.home.kind !== 'agency' || person.home.agencyId !== agencyId) return;
  if (fact.type === 'report-finished') {
    const params = { report: fact.kind, year: fact.year, outcome, rows };
    await tell(deps, fact, { kind: 'report-finished', params, link: `/agency/reports/${fact.reportId}` });
    return;
  }
  const { exportId, format } = fact;
  await tell(deps, fact, {
    kind: 'export-finished',
    params: { format, outcome, rows },
    link: `/agency/exports/${exportId}`,
  });
}

/** More reviewers than that share the work otherwise; their page lists what waits in any case. */
const mostReviewers = 50;

/** In the inbox alone: a platform with many submissions must not fill the mail of everybody. Never the submitter. */
async function tellReviewers(deps: FollowDeps, fact: ReviewSubmitted): Promise<void> {
  const reviewers = await holdersOf(deps, { kind: 'platform' }, 'reviewer');
  const params = { courseTitle: fact.title, version: fact.courseVersion, by: fact.submittedBy.name };
  const link = `/reviews/${fact.courseId}/${fact.courseVersion}`;
  let told = 0;
  for (const personId of reviewers) {
    if (told === mostReviewers) break;
    if (personId === fact.submittedBy.id || !(await contactOf(deps, personId))) continue;
    told += 1;
    const noticeId = `${fact.eventId}:${personId}` as NoticeId;
    await notify(deps, { kind: 'review-submitted', params, link, personId, noticeId });
  }
}

/** Machines ask for the state of their reviews themselves. */
async function tellSubmitter(deps: FollowDeps, fact: ReviewDecided): Promise<void> {
  const { eventId, title: courseTitle, courseVersion: version, outcome, submittedBy } = fact;
  const told = { eventId, personId: submittedBy.id };
  const link = `/studio/courses/${fact.courseId}`;
  await tell(deps, told, { kind: 'review-decided', params: { courseTitle, version, outcome }, link });
}

/** Every admin of the agency or author of the provider, and whoever set the subscription up unless that person left. */
async function tellAdmins(deps: FollowDeps, fact: PushDisabled): Promise<void> {
  const { agencyId, providerId, subscriptionId } = fact;
  const home: Tenant =
    providerId === undefined
      ? { kind: 'agency', agencyId: agencyId as AgencyId }
      : { kind: 'provider', providerId: providerId as ProviderId };
  const role = home.kind === 'agency' ? 'agency-admin' : 'provider-author';
  const maker = await deps.people.find(fact.personId as PersonId);
  const stays = maker && JSON.stringify(tenantSchema.parse(maker.home)) === JSON.stringify(home);
  const holders = new Set([...(stays ? [maker.personId] : []), ...(await holdersOf(deps, home, role))]);
  const content = { kind: 'push-disabled', params: { name: fact.name, because: fact.because } } as const;
  const link = `${home.kind === 'agency' ? '/agency/push' : '/studio/webhooks'}/${subscriptionId}`;
  for (const personId of holders) {
    await tell(deps, { eventId: `${fact.eventId}:${personId}`, personId }, { ...content, link });
  }
}
