export type { CoursePart } from './course-part.ts';
export {
  CredentialsInvalid,
  LearnerNotFound,
  ResultChanged,
  ResultNotFound,
  SignatureInvalid,
  StatementConflict,
} from './errors.ts';
export {
  type InboxResult,
  type ResultDecision,
  type ResultPlace,
  type ResultState,
  type UnmatchedReason,
  unmatchedReasons,
} from './inbox-result.ts';
export type { LearnerName } from './learner-name.ts';
export { mapLearners } from './map-learners.ts';
export { learnerKnown, placeUnmatched } from './match-later.ts';
export {
  coursePartOf,
  forgetCoursePart,
  getResult,
  type ListedResults,
  listResults,
  mapResult,
  replayResult,
  setResultAside,
} from './own-results.ts';
export { type PlaceDeps, placeResult } from './place-result.ts';
export { type PollDeps, pollResults } from './poll-results.ts';
export type { PollRun } from './poll-run.ts';
export type {
  CourseParts,
  LearnerNames,
  OurCourse,
  OurLearner,
  OurSide,
  OutcomePort,
  PlaceFinder,
  PollMarks,
  PollPlace,
  PollRunStore,
  ResultInbox,
  ResultPage,
  ResultStore,
  Taken,
} from './ports.ts';
export {
  contentEventId,
  type ResultEvent,
  type ResultSource,
  type ResultSubject,
  resultIdOf,
  resultSources,
  type Saying,
} from './result-event.ts';
export { type KeptPayload, mostSentBytes, type SentPayload, sentKeptDays } from './sent-payload.ts';
export { settleRegistration, settleResults, versionOf } from './settle-results.ts';
export { startPoll } from './start-poll.ts';
export { type RefusedResult, type SentResult, type TakeDeps, type TakenItem, takeMany } from './take-many.ts';
export {
  type ItemAnswer,
  type MessageVerifier,
  type SignedMessage,
  type TakeMessageDeps,
  takeMessage,
} from './take-message.ts';
export { senderOfStatements, type TakeStatementsDeps, takeStatements } from './take-statements.ts';
