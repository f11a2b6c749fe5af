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
export { checkInWindow, codeSeconds } from './code.ts';
export { decideRequest, type EventRequest, listRequests } from './decide-request.ts';
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
  NotRegistered,
  OfferOver,
  OutsideWindow,
  OwnAttendance,
  RegistrationClosed,
} from './errors.ts';
export {
  approvals,
  audiences,
  type Event,
  type EventId,
  type EventTerms,
  eventModes,
  type Owner,
  type Session,
  type SessionId,
  spanOf,
  termsSchema,
} from './event.ts';
export { type GiveBackDeps, lapseOffers, leaveEvent, removeParticipant } from './give-seat-back.ts';
export { makeEvent } from './make-event.ts';
export { type Marking, markAttendance } from './mark-attendance.ts';
export type {
  CalendarStore,
  EventStore,
  FormDirectory,
  FormUnit,
  ParticipantDirectory,
  ParticipantPlace,
  SeatCounts,
  SeatStore,
} from './ports.ts';
export { promoteWaiting } from './promote-waiting.ts';
export {
  type EventForReader,
  isStillIn,
  listEvents,
  listOwnEvents,
  readEvent,
  takesPart,
} from './read-events.ts';
export { isActive, type Mark, type Seat, type SeatState, seatStates } from './seat.ts';
export { confirmOffer, isRegistrationOpen, register } from './take-seat.ts';
export { localDayOf, localTimeOf, momentOf } from './zone.ts';
