export { type AddDeps, addLearning } from './add-learning.ts';
export { isPrivate, type Reviewer } from './authority.ts';
export { changeDetails } from './change-details.ts';
export { type DecideDeps, decideLearning, decisionSchema, type LearningDecision } from './decide-learning.ts';
export { type Details, detailsSchema } from './details.ts';
export { enterLearning, tryEntering } from './enter-learning.ts';
export {
  DetailsRefused,
  EvidenceRefused,
  LearningChanged,
  LearningDuplicate,
  LearningNotFound,
  LearningOnPlatform,
  NoAgency,
  OwnLearning,
  StepRefused,
} from './errors.ts';
export { evidenceRuleFor, missingProofs, type Proof } from './evidence-asked.ts';
export { followMove } from './follow-move.ts';
export { forgetPrivate } from './forget-private.ts';
export {
  addEvidence,
  inspectEvidence,
  mostEvidenceBytes,
  readEvidence,
  removeEvidence,
} from './keep-evidence.ts';
export {
  type Evidence,
  type EvidenceId,
  type ExternalLearning,
  evidenceKinds,
  type LearningId,
  type Line,
  type PlanItemRef,
  type State,
  stands,
  states,
} from './learning.ts';
export { listForAgency, listForTeam } from './list-waiting.ts';
export { countListed, detailsOfListed, type ListedLearning } from './listed-details.ts';
export { markRecognised } from './mark-recognised.ts';
export { moveOwn, type OwnAction, ownActions } from './move-own.ts';
export { editable, writesLetter } from './moves.ts';
export { namePlanItem, namingAgency, yearsOf } from './name-plan-item.ts';
export { defaultPolicy, type Policy } from './policy.ts';
export type {
  EvidenceRoom,
  FormDirectory,
  LearnerDirectory,
  LearnerPlace,
  LearningStore,
  OwnCertificates,
  PlanItems,
} from './ports.ts';
export { listOwn, type ReadDeps, readLearning, type ShownLearning } from './read-learning.ts';
export { claimsOf } from './same-learning.ts';
export { readPolicy, setPolicy } from './set-policy.ts';
export { stepsOf } from './steps-of.ts';
