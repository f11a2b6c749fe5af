export { answerSample, questionSample } from './board-samples.ts';
export { communityBoardStoreContract } from './board-store.contract.ts';
export {
  attendanceSample,
  communitySample,
  materialSample,
  meetingSample,
  memberSample,
} from './community-samples.ts';
export { communityStoreContract } from './community-store.contract.ts';
export { memoryCommunityBoardStore } from './memory-board-store.ts';
export { memoryCommunityStore } from './memory-community-store.ts';
export { memoryMeetingMaterialRoom } from './memory-meeting-material-room.ts';
export { memoryPairStore } from './memory-pair-store.ts';
export { pairStoreContract } from './pair-store.contract.ts';
export { pairSample, sessionSample } from './samples.ts';
