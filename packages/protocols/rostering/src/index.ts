export { type CompletionRule, completionRuleSchema } from './completion-rule.ts';
export { type CompletionWord, type Corrections, correctionsOf } from './corrections.ts';
export {
  type ExternalCourse,
  type ExternalEnrolment,
  type ExternalLearner,
  type ExternalResult,
  type LearnerAttribute,
  type LearnerFacts,
  type ResultKind,
  resultKinds,
} from './external.ts';
export {
  type Outcome,
  type OutcomeFlag,
  outcomeOf,
  type ResultVersion,
  type SaidWhen,
  shareOf,
  type VersionOf,
} from './outcome.ts';
