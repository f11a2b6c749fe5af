export { type Attended, attendedOf, isSettled, presenceOf } from './attended.ts';
export { officeOf, ownEvent } from './authority.ts';
export { calendarAddress, endCalendar, eventCalendar, openCalendar, renewCalendar } from './calendars.ts';
export {
  cancelEvent,
  changeEvent,
  closeAttendance,
  publishEvent,
  removeDraft,
  reopenAttendance,
} from './change-event.ts';
export { checkIn, openDoor, showCode } from './check-in.ts';
export { closeOverdue } from './close-overdue.ts';
export {
  admissions,
  type Cohort,
  type CohortId,
  type CohortSubject,
  type CohortTerms,
  cohortAudiences,
  cohortTermsSchema,
  courseStep,
  endOfDay,
  startOf,
} from './cohorts/cohort.ts';
export { cohortCalendar, ownCohortDays } from './cohorts/cohort-calendar.ts';
export {
  cancelCohort,
  changeCohort,
  closeCohort,
  cohortOffice,
  makeCohort,
  openCohort,
  ownCohort,
  planOf,
  removeCohortDraft,
} from './cohorts/desk.ts';
export { CohortIncomplete, CohortNotFound } from './cohorts/errors.ts';
export { type CohortStore, type DutyDirectory, hallsOf, idOfHall } from './cohorts/ports.ts';
export { rankWaiting } from './cohorts/rank-waiting.ts';
export {
  type CohortForReader,
  listCohorts,
  listOwnCohorts,
  openIn,
  readCohort,
  standingIn,
} from './cohorts/read-cohorts.ts';
export {
  type RemindedStep,
  type RemindStepsDeps,
  remindSteps,
  type StepTeller,
} from './cohorts/remind-steps.ts';
export type { StepReminder } from './cohorts/step-reminders.ts';
export {
  applyToCohort,
  confirmCohortOffer,
  decideCohortRequest,
  isNaming,
  leaveCohort,
  listCohortRequests,
  nominate,
  removeFromCohort,
  type TakePartDeps,
} from './cohorts/take-part.ts';
export { stepsOfTeam, type TeamStep } from './cohorts/team-steps.ts';
export {
  decideRequest,
  type EventRequest,
  listAgencyRequests,
  listRequests,
  requestsOfAgency,
} from './decide-request.ts';
export {
  CapacityTooSmall,
  CodeExpired,
  CodeOfOtherSession,
  CodeUnknown,
  CodeUsed,
  EventChanged,
  EventClashes,
  EventFixed,
  EventFull,
  EventIncomplete,
  EventNotFound,
  LineNotOpen,
  NoRoomInLine,
  NotRegistered,
  OfferOver,
  OutsideWindow,
  OwnAttendance,
  RegistrationClosed,
  RoomFull,
} from './errors.ts';
export {
  approvals,
  audiences,
  closesAfterDays,
  closesItselfAt,
  type Event,
  type EventId,
  type EventTerms,
  eventModes,
  isSameOwner,
  type Material,
  type Owner,
  type Session,
  type SessionId,
  type Speaker,
  spanOf,
  termsSchema,
} from './event.ts';
export { type GiveBackDeps, lapseOffers, leaveEvent, removeParticipant } from './give-seat-back.ts';
export type { LineEffects, SeatBudget, SeatLine } from './line-effects.ts';
export { makeEvent } from './make-event.ts';
export { type Marking, markAttendance } from './mark-attendance.ts';
export { addMaterial, mostMaterialBytes, readMaterial, removeMaterial } from './materials.ts';
export { listPartnerEvents, readPartnerEvent, setPartnerRule } from './partner-events.ts';
export { type PartnerRule, partnerApprovals } from './partner-rule.ts';
export {
  changePath,
  hasNews,
  makePath,
  ownPath,
  publishPath,
  removePathDraft,
  reopenPath,
  retirePath,
} from './paths/desk.ts';
export {
  PathChanged,
  PathFixed,
  PathIncomplete,
  PathNotFound,
  PathRequired,
  StepLocked,
} from './paths/errors.ts';
export type { PathFault } from './paths/find-faults.ts';
export { type FollowMemberDeps, followMember, followStep } from './paths/follow-member.ts';
export { type MovePreview, moveMembers, movePage, previewMove } from './paths/move-members.ts';
export {
  mostSteps,
  type Path,
  type PathGroup,
  type PathId,
  type PathMember,
  type PathOrder,
  type PathStep,
  type PathTerms,
  pathOrderSchema,
  stepsOf,
} from './paths/path.ts';
export type {
  PathCounts,
  PathMemberStore,
  PathStore,
  RequirementDirectory,
  StepDirectory,
  StepProgress,
} from './paths/ports.ts';
export {
  listOwnPaths,
  listPaths,
  type OwnPath,
  type PathForReader,
  readPath,
} from './paths/read-paths.ts';
export { type PathRound, readRound } from './paths/read-round.ts';
export { isRequirable, releasePath, requirePath } from './paths/require-path.ts';
export { namesOf, nextStep, type PathStanding, type StepStanding, standingOf } from './paths/standing.ts';
export { beginPath, joinPath, leavePath, openStep, requireOpen } from './paths/take-path.ts';
export type {
  CalendarStore,
  EventStore,
  FormDirectory,
  FormUnit,
  MaterialProblem,
  MaterialRoom,
  ParticipantDirectory,
  ParticipantPlace,
  PartnerRuleStore,
  PartnerStanding,
  RegistrationGate,
  SeatCounts,
  SeatPaymentStore,
  SeatStore,
} from './ports.ts';
export { promoteWaiting } from './promote-waiting.ts';
export { isRequiredPlace } from './queue-place.ts';
export { raiseSeat } from './raise-seat.ts';
export {
  type EventForReader,
  isStillIn,
  listEvents,
  listOwnEvents,
  readEvent,
  takesPart,
} from './read-events.ts';
export { isActive, type Mark, type Seat, type SeatState, seatStates } from './seat.ts';
export { seatByHand } from './seat-by-hand.ts';
export {
  type BudgetLineId,
  chargeStates,
  noShowRules,
  type SeatCharge,
  type SeatPayment,
} from './seat-charge.ts';
export {
  fundWaiting,
  type PaymentDeps,
  paymentYearOf,
  readPayment,
  setPayment,
} from './seat-payment.ts';
export { listSeatUse, type SeatUse } from './seat-use.ts';
export { settleSeat } from './settle-seat.ts';
export { confirmOffer, isRegistrationOpen, register } from './take-seat.ts';
export { localDayOf, localTimeOf, momentOf } from './zone.ts';
