export {
  type Commitment,
  type CommitmentState,
  commitmentRequestSchema,
  commitmentStates,
  type Forum,
  type ForumId,
  forumRequestSchema,
  isOverdue,
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
export type { ForumStore } from './ports.ts';
export {
  forumsOf,
  listForums,
  mostForums,
  type OverdueCommitments,
  overdueIn,
  type PublicForum,
  publicForums,
} from './read-forums.ts';
