export { cachedRules } from './cached-rules.ts';
export type { Moment } from './effort/sessions.ts';
export {
  HoldChanged,
  HoldNotFound,
  LearnerNotFound,
  OwnHold,
  RuleChanged,
  RuleNotAllowed,
  RuleNotFound,
} from './errors.ts';
export type { Attendance, AttendanceDirectory, AttendedEvent } from './external/attendance.ts';
export {
  countAttendance,
  estimateAttendance,
  unitOfForm,
  worthOfUnit,
} from './external/estimate-attendance.ts';
export {
  attendanceEntryId,
  eventEntryId,
  type FollowAttendanceDeps,
  followAttendance,
  sharedEntryId,
} from './external/follow-attendance.ts';
export { findLikeCourses } from './find-like-courses.ts';
export { followCompletion } from './follow-completion.ts';
export { followStanding } from './follow-standing.ts';
export { type DayTotal, type Forecast, forecastYear, leastDays, leastDaysLearned } from './forecast-year.ts';
export type { Earned, Entry, EntryId, HoldReason, Part } from './ledger/entry.ts';
export type { Hold } from './ledger/hold.ts';
export type { Period, PersonStanding, StandingDirectory } from './ledger/standing.ts';
export type { CertificateOf, LikeCourse } from './one-learning.ts';
export type { Completion, CompletionDirectory, CreditStore, ShownParts, TimesElsewhere } from './ports.ts';
export { readLedger, type YearLedger } from './read-ledger.ts';
export { readLines } from './read-lines.ts';
export { readYear, type YearSummary } from './read-year.ts';
export { readYears, type YearStanding } from './read-years.ts';
export type { Line, LineReason } from './recognise.ts';
export { type RuledPeople, refreshAfterRules } from './refresh-after-rules.ts';
export { refreshYears } from './refresh-years.ts';
export { answerHold, decideHold, listHolds, readHold } from './review-holds.ts';
export { eLearning, type Form, type FormCode, forms, isFormCode } from './rules/forms.ts';
export { makeRule } from './rules/make-rule.ts';
export { nationalRules } from './rules/national-rules.ts';
export { previewRule } from './rules/preview-rule.ts';
export {
  type ConversionRule,
  capOf,
  isVerified,
  type Rule,
  type Unit,
  type YearRule,
} from './rules/rule.ts';
export { type RuleTopic, ruleBook, type TopicRules } from './rules/rule-book.ts';
export type { RuleChange } from './rules/rule-change.ts';
export type { YearTotal } from './total-year.ts';
export type { YearRow } from './year-row.ts';
