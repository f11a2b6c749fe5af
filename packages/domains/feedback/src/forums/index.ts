export {
  type Commitment,
  type CommitmentId,
  type CommitmentState,
  commitmentRequestSchema,
  commitmentStates,
  type Forum,
  type ForumId,
  forumRequestSchema,
  isOverdue,
  type MinutesFile,
  mostCommitments,
  type ParticipantGroup,
  participantGroups,
  participantsOf,
} from './forum.ts';
export {
  addForum,
  changeForum,
  type ForumDeps,
  ownForum,
  removeForum,
  setCommitment,
} from './keep-forums.ts';
export {
  minutesName,
  mostMinutesBytes,
  readOwnMinutes,
  readPublicMinutes,
  removeMinutesFile,
  setMinutesFile,
} from './minutes-file.ts';
export { type ForumPhase, forumPhases, lacksOf, type PhaseLack, phaseOf } from './phase.ts';
export type {
  ForumStore,
  LearningPlans,
  MinutesProblem,
  MinutesRoom,
  PlannedLearning,
} from './ports.ts';
export {
  forumsOf,
  listForums,
  mostForums,
  type OverdueCommitments,
  overdueIn,
  type PublicCommitment,
  type PublicForum,
  type PublicLearning,
  publicForums,
} from './read-forums.ts';
