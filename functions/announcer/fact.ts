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
  ChampionMoved,
  CohortChanged,
  CohortSeatChanged,
  CommunityMeetingChanged,
  CommunityMemberChanged,
  CommunityQuestionChanged,
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
  PrioritySeatMoved,
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

/** Everything that crosses a boundary and is announced. */
export type Fact =
  | AccountChanged
  | AgreementActivated
  | AgreementClosed
  | AnnualPlanMoved
  | AssignmentWithdrawn
  | CertificateIssued
  | CertificateReissued
  | CertificateRevoked
  | ChampionMoved
  | CohortChanged
  | CohortSeatChanged
  | CommunityMeetingChanged
  | CommunityMemberChanged
  | CommunityQuestionChanged
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
  | PrioritySeatMoved
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
