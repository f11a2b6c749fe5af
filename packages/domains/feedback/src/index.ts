export type { Caller } from './authority.ts';
export {
  type Comment,
  type CommentId,
  type CommentState,
  commentStates,
  type HidingReason,
  hidingReasons,
  longestComment,
} from './comment.ts';
export {
  FeedbackChanged,
  FeedbackFull,
  FeedbackNotFound,
  FormExpired,
  ListBusy,
  ListFixed,
  ListReplaced,
  SurveyClosed,
  SurveyOverlaps,
  TellsOfPerson,
  TooManyAnswers,
} from './errors.ts';
export { type AnswerRequest, answerRequestSchema, giveAnswer, openForm } from './give-answer.ts';
export { listComments, moderateComment } from './moderate.ts';
export type { AnswerStore, SenderLimit, ServicePlace, ServiceStore, SurveyPlace } from './ports.ts';
export {
  type PromiseId,
  type PromiseState,
  promiseRequestSchema,
  promiseStates,
  type ServicePromise,
} from './promise.ts';
export { setPromise } from './promises.ts';
export { type PublicTotals, readPublicThemes, readPublicTotals } from './public-totals.ts';
export { leastLearners, type PublicTraining, publicTraining, type TrainingFacts } from './public-training.ts';
export {
  type Finals,
  listPublicServices,
  type PublicView,
  readChange,
  readNewestSurvey,
  readPublicService,
  readService,
  readToldSurvey,
  type ServiceView,
  type SurveyResult,
} from './read-service.ts';
export { type ElementCode, elementCodes, type Grade, ruleOf, type Subject } from './rule.ts';
export { type Service, type ServiceId, serviceRequestSchema } from './service.ts';
export { addService, changeService, listServices, openOrClose } from './services.ts';
export { lastDayOf, type SurveyId, surveyDay, surveyRequestSchema } from './survey.ts';
export { endSurvey, planSurvey } from './surveys.ts';
