export { EvaluationChanged, EvaluationClosed, EvaluationNotFound } from './errors.ts';
export {
  courseEvaluationId,
  type Evaluation,
  type EvaluationId,
  evaluationDays,
  eventEvaluationId,
  type Owner,
  type Subject,
} from './evaluation.ts';
export { followCompletion } from './follow-completion.ts';
export { forgetPerson, saidBy } from './forget-person.ts';
export { type AnswerDeps, answerApplied, answerAsSupervisor, answerEnd } from './give-answer.ts';
export {
  findOwnEvaluation,
  listOwnEvaluations,
  listTeamEvaluations,
  type OwnEvaluation,
  readOwnEvaluation,
  readTeamEvaluation,
  type TeamEvaluation,
  waitsForLearner,
} from './list-evaluations.ts';
export type {
  Completion,
  CompletionDirectory,
  EvaluationPlace,
  EvaluationStore,
  ResultStore,
  SubjectPlace,
} from './ports.ts';
export {
  appliedAnswerSchema,
  appliedScores,
  endAnswerSchema,
  learningScores,
  type Obstacle,
  obstacles,
  reactionQuestions,
  reactionScores,
} from './questions.ts';
export {
  listWords,
  type OwnerResults,
  ownerKey,
  type ResultFilter,
  readResults,
  readSubjectResults,
  type SubjectResults,
  type YearResults,
} from './read-results.ts';
export type { GroupResult, QuestionResult, Results, Scope } from './results.ts';
export { type EvaluationTeller, runTurns, type SupervisorDirectory } from './run-turns.ts';
export type { Group } from './tally.ts';
