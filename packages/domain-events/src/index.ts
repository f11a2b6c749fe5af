export { type AccountChanged, accountChangedSchema } from './account-changed.ts';
export { type AgreementActivated, agreementActivatedSchema } from './agreement-activated.ts';
export { type AgreementClosed, agreementClosedSchema } from './agreement-closed.ts';
export { type AnnualPlanMoved, annualPlanMovedSchema } from './annual-plan-moved.ts';
export { type AssignmentWithdrawn, assignmentWithdrawnSchema } from './assignment-withdrawn.ts';
export { type BudgetRoomCame, budgetRoomCameSchema } from './budget-room-came.ts';
export { type CertificateIssued, certificateIssuedSchema } from './certificate-issued.ts';
export { type CertificateReissued, certificateReissuedSchema } from './certificate-reissued.ts';
export { type CertificateRevoked, certificateRevokedSchema } from './certificate-revoked.ts';
export { type ChampionMoved, championMovedSchema } from './champion-moved.ts';
export { type CohortChanged, cohortChangedSchema } from './cohort-changed.ts';
export { type CohortSeatChanged, cohortSeatChangedSchema } from './cohort-seat-changed.ts';
export { type CommunityMeetingChanged, communityMeetingChangedSchema } from './community-meeting-changed.ts';
export { type CommunityMemberChanged, communityMemberChangedSchema } from './community-member-changed.ts';
export {
  type CommunityQuestionChanged,
  communityQuestionChangedSchema,
} from './community-question-changed.ts';
export { type CompetencyAssessed, competencyAssessedSchema } from './competency-assessed.ts';
export { type CompletionRestored, completionRestoredSchema } from './completion-restored.ts';
export { type CompletionWithdrawn, completionWithdrawnSchema } from './completion-withdrawn.ts';
export { type ConnectionTroubled, connectionTroubledSchema } from './connection-troubled.ts';
export { type CourseAdmissionChanged, courseAdmissionChangedSchema } from './course-admission-changed.ts';
export { type CoursePublished, coursePublishedSchema } from './course-published.ts';
export { type CourseSatisfied, courseSatisfiedSchema } from './course-satisfied.ts';
export { type CreditChanged, creditChangedSchema } from './credit-changed.ts';
export {
  type DutyChanged,
  type DutyStanding,
  dutyChangedSchema,
  dutyStandingSchema,
} from './duty-changed.ts';
export { type DutyExceptionChanged, dutyExceptionChangedSchema } from './duty-exception-changed.ts';
export { type EnrolmentAssigned, enrolmentAssignedSchema } from './enrolment-assigned.ts';
export { type EnrolmentCompleted, enrolmentCompletedSchema } from './enrolment-completed.ts';
export { type EnrolmentCreated, enrolmentCreatedSchema } from './enrolment-created.ts';
export { type EnrolmentDecided, enrolmentDecidedSchema } from './enrolment-decided.ts';
export { type EnrolmentEnded, enrolmentEndedSchema } from './enrolment-ended.ts';
export { type EnrolmentMoved, enrolmentMovedSchema } from './enrolment-moved.ts';
export { type EnrolmentPromoted, enrolmentPromotedSchema } from './enrolment-promoted.ts';
export { type EnrolmentRequested, enrolmentRequestedSchema } from './enrolment-requested.ts';
export { type EventAttendanceChanged, eventAttendanceChangedSchema } from './event-attendance-changed.ts';
export { type EventChanged, eventChangedSchema } from './event-changed.ts';
export { type EventSeatChanged, eventSeatChangedSchema } from './event-seat-changed.ts';
export { type ExportFinished, exportFinishedSchema } from './export-finished.ts';
export { type ExternalLearningMoved, externalLearningMovedSchema } from './external-learning-moved.ts';
export { type IncidentDue, incidentDueSchema } from './incident-due.ts';
export { type OfferWithdrawn, offerWithdrawnSchema } from './offer-withdrawn.ts';
export { type PackageImportFinished, packageImportFinishedSchema } from './package-import-finished.ts';
export { type PairChanged, pairChangedSchema } from './pair-changed.ts';
export { type PairSessionChanged, pairSessionChangedSchema } from './pair-session-changed.ts';
export { type PathChanged, pathChangedSchema } from './path-changed.ts';
export { type PathMemberChanged, pathMemberChangedSchema } from './path-member-changed.ts';
export { type PersonInvited, personInvitedSchema } from './person-invited.ts';
export { type PlanItemMoved, planItemMovedSchema } from './plan-item-moved.ts';
export { type PrioritySeatMoved, prioritySeatMovedSchema } from './priority-seat-moved.ts';
export { type PrivacyRequestMoved, privacyRequestMovedSchema } from './privacy-request-moved.ts';
export { type ProgressMade, progressMadeSchema } from './progress-made.ts';
export {
  type ProviderEnrolmentReason,
  type ProviderEnrolmentSettled,
  providerEnrolmentReasons,
  providerEnrolmentSettledSchema,
} from './provider-enrolment-settled.ts';
export { type PushDisabled, pushDisabledSchema } from './push-disabled.ts';
export { type QuotaChanged, quotaChangedSchema } from './quota-changed.ts';
export { type RecognitionMoved, recognitionMovedSchema } from './recognition-moved.ts';
export { type ReportFinished, reportFinishedSchema } from './report-finished.ts';
export { type ResultArrived, resultArrivedSchema } from './result-arrived.ts';
export { type ResultPlaced, resultPlacedSchema } from './result-placed.ts';
export { type ReviewDecided, reviewDecidedSchema } from './review-decided.ts';
export { type ReviewSubmitted, reviewSubmittedSchema } from './review-submitted.ts';
export { type SealStoodStill, sealStoodStillSchema } from './seal-stood-still.ts';
export { type SealWentOn, sealWentOnSchema } from './seal-went-on.ts';
export { type SharingDecided, sharingDecidedSchema } from './sharing-decided.ts';
export { type StandingChanged, standingChangedSchema } from './standing-changed.ts';
export { type TeachingShared, teachingSharedSchema } from './teaching-shared.ts';
export { type ToolDecided, toolDecidedSchema } from './tool-decided.ts';
export { type ToolTroubled, toolTroubledSchema } from './tool-troubled.ts';
export { type ToolWaits, toolWaitsSchema } from './tool-waits.ts';
export { type TranscriptMade, transcriptMadeSchema } from './transcript-made.ts';
