export { agencyOf, mayDecide } from './authority.ts';
export { type Decision, decide, showTo, undo } from './decide.ts';
export {
  OwnRecognition,
  RecognitionChanged,
  RecognitionNotFound,
  RecognitionSettled,
  TooManyNominations,
} from './errors.ts';
export { followAssessed } from './follow-assessed.ts';
export { type FollowDeps, followTeaching } from './follow-teaching.ts';
export type { Assessed } from './improvement.ts';
export { type NominateDeps, nominate, recall } from './nominate.ts';
export {
  type AssessmentDirectory,
  type ListName,
  lists,
  type Member,
  type MemberDirectory,
  type Place,
  type RecognitionStore,
} from './ports.ts';
export {
  countOfAgency,
  listOfAgency,
  type OwnRecognitions,
  type RecognitionCounts,
  readOfAgency,
  readOwn,
  readTeam,
  readUnit,
} from './read.ts';
export {
  behaviourLength,
  grantedAt,
  isByRule,
  lastStep,
  mostNominations,
  nominationSchema,
  type Recognition,
  type RecognitionId,
  reasonSchema,
  type State,
  type Value,
  values,
} from './recognition.ts';
export { improvementRules, teachingRules } from './rules.ts';
export { forms, type TeachingForm } from './teaching.ts';
